/// When things happen on a day with a known order of visits; minutes since midnight.
struct Timetable: Hashable {
    var departure: Int
    var arrivals: [Int]
    var starts: [Int]
    var ends: [Int]
    var back: Int
    /// Minutes on the road to each visit and home.
    var drives: [Int]
    var lunch: Range<Int>?
    /// Of each visit, whether lunch is still to come on arrival.
    var isHungryOnArrival: [Bool]

    /// The timetable that is home earliest, or nil when the order does not keep the day. Visits begin as early as they
    /// can, and the day begins as late as the first of them allows. Lunch is tried before and after each drive; at home,
    /// before leaving or after coming back, counts too. O(n²).
    init?(order: [Int], on day: Int, _ problem: RouteProblem) {
        var best: Timetable?
        for leg in 0...order.count {
            for isAfterDrive in problem.days[day].hasLunch ? [false, true] : [false] {
                guard
                    let table = Timetable(
                        order: order, on: day, problem, lunchLeg: leg, isLunchAfterDrive: isAfterDrive)
                else { continue }
                if let best, (best.back, best.lunch?.lowerBound ?? 0) <= (table.back, table.lunch?.lowerBound ?? 0) {
                    continue
                }
                best = table
            }
            if !problem.days[day].hasLunch { break }
        }
        guard let best else { return nil }
        self = best
    }

    private init?(
        order: [Int], on day: Int, _ problem: RouteProblem, lunchLeg: Int, isLunchAfterDrive: Bool
    ) {
        let span = problem.days[day]
        var time = span.from
        departure = span.from
        arrivals = []
        starts = []
        ends = []
        drives = []
        isHungryOnArrival = []
        back = span.from
        let stations = [0] + order + [0]
        for leg in 0...order.count {
            let seconds = problem.drive(stations[leg], stations[leg + 1])
            let isLunchHere = span.hasLunch && leg == lunchLeg
            if isLunchHere, !isLunchAfterDrive {
                time = span.lunchEnd(startingAt: time)
                lunch = time - span.lunchMinutes..<time
            }
            if leg == 0 { departure = time }
            let left = time
            time = span.arrival(leaving: time, seconds)
            drives.append(time - left)
            guard time <= span.until else { return nil }
            let arrival = time
            if isLunchHere, isLunchAfterDrive {
                time = span.lunchEnd(startingAt: time)
                lunch = time - span.lunchMinutes..<time
            }
            guard time < never else { return nil }
            guard leg < order.count else {
                back = arrival
                break
            }
            let start = problem.earliestStart(order[leg], on: day, from: time)
            guard start < never else { return nil }
            isHungryOnArrival.append(span.hasLunch && (leg < lunchLeg || isLunchHere && isLunchAfterDrive))
            arrivals.append(arrival)
            starts.append(start)
            time = start + problem.service[order[leg]]
            ends.append(time)
            if leg == 0 {
                // Nobody waits at a door for what can be waited for at home.
                let ready = isLunchHere && isLunchAfterDrive ? (lunch?.lowerBound ?? start) : start
                arrivals[0] = ready
                departure = span.departure(arriving: ready, seconds)
                drives[0] = ready - departure
            }
        }
    }
}
