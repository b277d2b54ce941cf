/// Later than any window or working day, for what cannot be; sums with a drive and a visit do not overflow.
let never: Int32 = 1 << 29
/// Later times count as this one.
let endOfTime = Int32.max / 4

/// Earliest (or latest) times of a day with its break still to come, and with the break done.
///
/// Waiting is always allowed, so an earlier time is never worse, and the pair says all there is to know.
struct BreakClock: BitwiseCopyable, Equatable {
    /// The break is still to come.
    var hungry: Int32
    var fed: Int32
}

/// Several windows a customer and day, and a break that each route takes before a drive or before a visit.
struct BreakRules: RouteRules {
    private let problem: FlatProblem
    private let dayCount: Int
    private let traffic: [TrafficClock]
    private let hasTraffic: Bool

    init(_ problem: FlatProblem) {
        self.problem = problem
        dayCount = problem.dayCount
        traffic = problem.problem.traffic
        hasTraffic = !traffic.isEmpty
    }

    /// When a drive ends that begins at `time`, and when it has to begin to end by `time`.
    @inline(__always) private func end(leaving time: Int32, _ from: Int, _ to: Int, _ vehicle: Int) -> Int32 {
        guard hasTraffic else { return time &+ problem.time(from, to) }
        guard time < never else { return time }
        let clock = traffic[Int(problem.days[vehicle])]
        return Int32(clamping: clock.arrival(leaving: Int(time), base: Int(problem.time(from, to))))
    }

    @inline(__always) private func begin(arriving time: Int32, _ from: Int, _ to: Int, _ vehicle: Int) -> Int32 {
        guard hasTraffic else { return time &- problem.time(from, to) }
        guard abs(time) < never / 2 else { return time }
        let clock = traffic[Int(problem.days[vehicle])]
        return Int32(clamping: clock.departure(arriving: Int(time), base: Int(problem.time(from, to))))
    }

    func leaves(_ vehicle: Int) -> BreakClock {
        let from = problem.vehicles[vehicle].from
        return problem.vehicles[vehicle].hasBreak
            ? BreakClock(hungry: from, fed: never) : BreakClock(hungry: never, fed: from)
    }

    /// The break may be had after coming home.
    func returns(_ vehicle: Int) -> BreakClock {
        let until = problem.vehicles[vehicle].until
        return BreakClock(hungry: min(until, latestBreak(vehicle, endingBy: until)), fed: until)
    }

    @inline(__always) func ready(_ before: BreakClock, from: Int, at node: Int, _ vehicle: Int) -> BreakClock {
        let arrival = arrival(before, from, node, vehicle)
        let row = row(node, vehicle)
        let service = problem.service[node]
        return BreakClock(
            hungry: firstBegin(row, from: arrival.hungry) &+ service,
            fed: firstBegin(row, from: min(arrival.fed, breakEnd(vehicle, from: arrival.hungry))) &+ service)
    }

    @inline(__always) func latest(_ after: BreakClock, at node: Int, next: Int, _ vehicle: Int) -> BreakClock {
        let leaveFed = begin(arriving: after.fed, node, next, vehicle)
        let leaveHungry = max(
            begin(arriving: after.hungry, node, next, vehicle), latestBreak(vehicle, endingBy: leaveFed))
        let row = row(node, vehicle)
        let service = problem.service[node]
        let fed = lastBegin(row, endingBy: leaveFed &- service)
        return BreakClock(
            hungry: max(lastBegin(row, endingBy: leaveHungry &- service), latestBreak(vehicle, endingBy: fed)), fed: fed
        )
    }

    @inline(__always)
    func fits(
        _ before: BreakClock, from: Int, _ node: Int, next: Int, _ after: BreakClock, _ vehicle: Int
    ) -> Bool {
        joins(ready(before, from: from, at: node, vehicle), from: node, next: next, after, vehicle)
    }

    @inline(__always)
    func joins(_ before: BreakClock, from: Int, next: Int, _ after: BreakClock, _ vehicle: Int) -> Bool {
        let arrival = arrival(before, from, next, vehicle)
        return arrival.fed <= after.fed || arrival.hungry <= after.hungry
    }

    @inline(__always) private func row(_ node: Int, _ vehicle: Int) -> Int {
        node &* dayCount &+ Int(problem.days[vehicle])
    }

    /// Arrival after a drive; the break may come before it.
    @inline(__always)
    private func arrival(_ ready: BreakClock, _ from: Int, _ to: Int, _ vehicle: Int) -> BreakClock {
        BreakClock(
            hungry: end(leaving: ready.hungry, from, to, vehicle),
            fed: end(leaving: min(ready.fed, breakEnd(vehicle, from: ready.hungry)), from, to, vehicle))
    }

    /// When a break ends that starts at `time` or as soon after as allowed; `never` when it is too late for it.
    @inline(__always) private func breakEnd(_ vehicle: Int, from time: Int32) -> Int32 {
        let end = max(time, problem.vehicles[vehicle].breakFrom) &+ problem.vehicles[vehicle].breakLength
        return end <= problem.vehicles[vehicle].breakUntil ? end : never
    }

    /// The latest begin of a break that is over by `end`; `-never` when there is none.
    @inline(__always) private func latestBreak(_ vehicle: Int, endingBy end: Int32) -> Int32 {
        let begin = min(end, problem.vehicles[vehicle].breakUntil) &- problem.vehicles[vehicle].breakLength
        return begin >= problem.vehicles[vehicle].breakFrom ? begin : -never
    }

    /// The first begin of the visit at or after `time`; `never` when there is none.
    @inline(__always) private func firstBegin(_ row: Int, from time: Int32) -> Int32 {
        var index = Int(problem.windowOffset[row])
        let end = Int(problem.windowOffset[row &+ 1])
        while index < end {
            if time <= problem.latest[index] { return max(time, problem.earliest[index]) }
            index &+= 1
        }
        return never
    }

    /// The last begin of the visit at or before `time`; `-never` when there is none.
    @inline(__always) private func lastBegin(_ row: Int, endingBy time: Int32) -> Int32 {
        let first = Int(problem.windowOffset[row])
        var index = Int(problem.windowOffset[row &+ 1]) &- 1
        while index >= first {
            if problem.earliest[index] <= time { return min(time, problem.latest[index]) }
            index &-= 1
        }
        return -never
    }
}

extension RoutingProblem.Vehicle {
    var hasBreak: Bool { breakLength > 0 }
}
