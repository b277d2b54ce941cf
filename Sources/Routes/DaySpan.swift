import RouteSolver

/// A later time than any plan knows, for what cannot be. Small enough that sums of it do not overflow.
let never = 1 << 40

/// One day of a problem in minutes since midnight: from leaving home to being back, and the lunch break.
///
/// A day that has to have lunch is planned with two clocks: the earliest time with lunch still to come, and with lunch
/// done. Waiting is always allowed, so an earlier time is never worse, and the pair says all there is to know.
struct DaySpan: Hashable {
    var from: Int
    var until: Int
    /// Lunch lies in `lunchFrom...lunchUntil`; on a day without lunch `lunchUntil` is −1.
    var lunchFrom = 0
    var lunchUntil = -1
    var lunchMinutes = 0
    /// How driving times change over the day.
    var traffic = TrafficClock.flat

    var hasLunch: Bool { lunchUntil >= 0 }

    /// When lunch ends that starts at `time` or as soon after as the window opens; `never` when it is too late for it.
    func lunchEnd(startingAt time: Int) -> Int {
        let end = max(time, lunchFrom) + lunchMinutes
        return end <= lunchUntil ? end : never
    }

    /// The latest time to begin a lunch that is over by `end`; `-never` when there is none.
    func latestLunchStart(endingBy end: Int) -> Int {
        let start = min(end, lunchUntil) - lunchMinutes
        return start >= lunchFrom ? start : -never
    }
}

/// The two clocks of a day: minutes since midnight with lunch to come, and with lunch done.
struct Clocks: Hashable {
    var hungry: Int
    var fed: Int
}

extension DaySpan {
    /// Ready to leave home.
    var start: Clocks { hasLunch ? Clocks(hungry: from, fed: never) : Clocks(hungry: never, fed: from) }

    /// The latest arrivals home. Lunch may be had at home, after the work.
    var latestEnd: Clocks { Clocks(hungry: min(until, latestLunchStart(endingBy: until)), fed: until) }

    /// Arrival after a drive of that many seconds on empty roads, in whole minutes; lunch may come before it.
    func drive(_ ready: Clocks, seconds: Int) -> Clocks {
        Clocks(
            hungry: arrival(leaving: ready.hungry, seconds),
            fed: arrival(leaving: min(ready.fed, lunchEnd(startingAt: ready.hungry)), seconds))
    }

    func arrival(leaving time: Int, _ seconds: Int) -> Int {
        traffic.isFlat || time >= never
            ? time + RouteProblem.minutes(seconds) : traffic.arrival(leaving: time, base: seconds)
    }

    func departure(arriving time: Int, _ seconds: Int) -> Int {
        traffic.isFlat || abs(time) > 1 << 30
            ? time - RouteProblem.minutes(seconds) : traffic.departure(arriving: time, base: seconds)
    }

    /// When the visit can begin at the earliest with lunch done: lunch may come between arrival and visit.
    func fedOnArrival(_ arrival: Clocks) -> Int { min(arrival.fed, lunchEnd(startingAt: arrival.hungry)) }

    /// The latest time to be ready before a drive, given the latest arrivals after it.
    func latestReady(arrivingBy latest: Clocks, seconds: Int) -> Clocks {
        let fed = departure(arriving: latest.fed, seconds)
        return Clocks(
            hungry: max(departure(arriving: latest.hungry, seconds), latestLunchStart(endingBy: fed)), fed: fed)
    }
}
