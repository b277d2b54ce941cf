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
    /// can, and the day begins as late as the first of them allows, or later where that saves a wait on the way (see
    /// `leavingLater`). Lunch is tried before and after each drive; at home, before leaving or after coming back, counts
    /// too. O(n²).
    init?(order: [Int], on day: Int, _ problem: RouteProblem) {
        var best: Timetable?
        for leg in 0...order.count {
            for isAfterDrive in problem.days[day].hasLunch ? [false, true] : [false] {
                guard
                    let table = Timetable(
                        order: order, on: day, problem, problem.days[day], lunchLeg: leg,
                        isLunchAfterDrive: isAfterDrive)
                else { continue }
                if let best, (best.back, best.lunch?.lowerBound ?? 0) <= (table.back, table.lunch?.lowerBound ?? 0) {
                    continue
                }
                best = table
            }
            if !problem.days[day].hasLunch { break }
        }
        guard let best else { return nil }
        self = best.leavingLater(order: order, on: day, problem)
    }

    /// The same day begun later by what would be waited at doors on the way, less `waitInHand` against delays; back home no
    /// later. Shorter waits stay as they are. O(n² log w) for waits of w minutes.
    private func leavingLater(order: [Int], on day: Int, _ problem: RouteProblem) -> Timetable {
        let lunchMinutes = lunch.map { $0.upperBound - $0.lowerBound } ?? 0
        let longestWait = order.indices.map { index in
            let isLunchHere = lunch.map { arrivals[index] <= $0.lowerBound && $0.upperBound <= starts[index] } ?? false
            return starts[index] - arrivals[index] - (isLunchHere ? lunchMinutes : 0)
        }.max()
        guard let longestWait, longestWait > Timetable.waitInHand else { return self }
        func table(leaving time: Int) -> Timetable? {
            var span = problem.days[day]
            span.from = time
            var best: Timetable?
            for leg in 0...order.count {
                for isAfterDrive in [false, true] {
                    let table = Timetable(
                        order: order, on: day, problem, span, lunchLeg: leg, isLunchAfterDrive: isAfterDrive)
                    guard let table, table.back <= back else { continue }
                    if let best, best.lunch?.lowerBound ?? 0 <= table.lunch?.lowerBound ?? 0 { continue }
                    best = table
                }
            }
            return best
        }
        var possible = departure
        var late = departure + starts.indices.reduce(1) { $0 + starts[$1] - arrivals[$1] }
        while late - possible > 1 {
            let middle = (possible + late) / 2
            if table(leaving: middle) != nil { possible = middle } else { late = middle }
        }
        return possible - Timetable.waitInHand > departure
            ? table(leaving: possible - Timetable.waitInHand) ?? self : self
    }

    /// Minutes of a wait that stay in the day when it begins later.
    static let waitInHand = 15

    private init?(
        order: [Int], on day: Int, _ problem: RouteProblem, _ span: DaySpan, lunchLeg: Int, isLunchAfterDrive: Bool
    ) {
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
