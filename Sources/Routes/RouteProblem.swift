/// Days, places and visits as integers in flat arrays: what a week is planned, kept and explained on; `routing` turns it into the solver's numbers.
///
/// Node 0 is home; nodes 1... are visits. Nothing in it says that the days are of one week or whose they are, so the same
/// search plans any number of days. Times are minutes since midnight, drives are seconds.
struct RouteProblem {
    let days: [DaySpan]
    let nodeCount: Int
    /// Seconds from node `i` to node `j` at `i × nodeCount + j`, and the same transposed, so that both the drives from
    /// and to a node lie side by side in memory.
    let seconds: [Int32]
    let secondsTo: [Int32]
    /// Minutes of each visit.
    let service: [Int]
    /// The windows of node `i` on day `d` are those from `windowOffset[i × days + d]` up to the next offset:
    /// earliest and latest begin of the visit, so that its end keeps the window as well.
    let windowOffset: [Int]
    let earliest: [Int]
    let latest: [Int]
    /// What the visit is worth on that day, in seconds of driving: `node × days + day`; `barred` where it cannot be.
    private(set) var worth: [Int]
    /// 2 for appointments, 1 for follow-ups, 0 for the rest: higher ranks find their place first.
    let ranks: [Int]
    let maxVisits: Int
    /// Seconds a day.
    let maxDriving: Int

    static let barred = -1

    /// A day with `k` stops costs this many seconds × k²: of two weeks that drive about the same, the even one is better.
    static let evenness = 6

    var dayCount: Int { days.count }

    func drive(_ from: Int, _ to: Int) -> Int { Int(seconds[from &* nodeCount &+ to]) }

    /// Drives take whole minutes in the timetable, rounded up.
    static func minutes(_ seconds: Int) -> Int { (seconds &+ 59) / 60 }

    mutating func bar(_ node: Int, on day: Int) { worth[node * days.count + day] = RouteProblem.barred }

    /// The nodes that can be visited on any day at all.
    var searchable: [Int] {
        (1..<max(1, nodeCount)).filter { node in (0..<dayCount).contains { isAllowed(node, on: $0) } }
    }

    func isAllowed(_ node: Int, on day: Int) -> Bool { worth[node &* days.count &+ day] >= 0 }

    /// The earliest begin of the visit at or after `time`; `never` when there is none.
    @inline(__always) func earliestStart(_ node: Int, on day: Int, from time: Int) -> Int {
        let row = node &* days.count &+ day
        for index in windowOffset[row]..<windowOffset[row &+ 1] where time <= latest[index] {
            return max(time, earliest[index])
        }
        return never
    }

    /// The latest begin of the visit that ends by `end`; `-never` when there is none.
    @inline(__always) func latestStart(_ node: Int, on day: Int, endingBy end: Int) -> Int {
        let row = node &* days.count &+ day
        let start = end - service[node]
        for index in (windowOffset[row]..<windowOffset[row &+ 1]).reversed() where earliest[index] <= start {
            return min(start, latest[index])
        }
        return -never
    }

    /// Ready to leave after the visit.
    @inline(__always) func ready(after node: Int, on day: Int, arriving arrival: Clocks) -> Clocks {
        let span = days[day]
        return Clocks(
            hungry: earliestStart(node, on: day, from: arrival.hungry) + service[node],
            fed: earliestStart(node, on: day, from: span.fedOnArrival(arrival)) + service[node])
    }

    /// The latest arrivals from which the visit and what follows still hold.
    @inline(__always) func latestArrival(at node: Int, on day: Int, leavingBy ready: Clocks) -> Clocks {
        let fed = latestStart(node, on: day, endingBy: ready.fed)
        return Clocks(
            hungry: max(
                latestStart(node, on: day, endingBy: ready.hungry), days[day].latestLunchStart(endingBy: fed)),
            fed: fed)
    }
}
