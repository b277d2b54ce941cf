/// Driving through the traffic of one day: when a drive that would take `base` seconds on empty roads ends, and when it
/// has to begin.
///
/// Model of Ichoua, Gendreau and Potvin (2003), "Vehicle dispatching with time-dependent travel times", European Journal
/// of Operational Research 144(2): not the travel time but the speed is a step function of the time of day, here of the
/// minute, so a drive speeds up and slows down on its way and nobody arrives earlier by leaving later (FIFO). With
/// progress `W(t)`, the work done by a drive from midnight to `t`, a drive of work `b` that leaves at `t` is there at the
/// first `u` with `W(u) − W(t) ≥ b`, and to be there by `u` it leaves no later than at the last `t` with that. So
///
///     arrival(leaving: t, base: b) ≤ u   exactly when   t ≤ departure(arriving: u, base: b)
///
/// holds in whole minutes and in whole seconds alike: a forward and a backward schedule never contradict each other.
/// Both are monotone in time and in `base`. Before midnight and after the day's end roads are empty (factor 1).
///
/// Times are since midnight and may lie outside of the day. Each call takes constant time.
package struct TrafficClock: Sendable, Hashable {
    package static let minutesPerDay = 1440
    /// Progress a second at factor 1. Factors are rounded so that a drive is never too short, by a millionth at most.
    private static let unit = 1 << 20

    /// True where every factor is 1: a drive then takes as long at any hour.
    package let isFlat: Bool
    /// Progress a second in each minute.
    private let speed: [Int]
    /// Progress from midnight to each minute, `minutesPerDay + 1` values, strictly rising.
    private let progress: [Int]
    /// For each multiple of `1 << shift` of progress the first minute that has reached it. A step of `progress` is at
    /// least `1 << shift`, so between two entries lies at most one more minute.
    private let firstMinute: [Int16]
    private let shift: Int

    /// Factors on the driving time for each minute of the day: 1.3 takes 30 % longer. Minutes beyond the list have factor 1,
    /// factors that are not numbers count as 1, all are held within 0.1...10.
    package init(factors: [Double]) {
        speed = (0..<TrafficClock.minutesPerDay).map { minute in
            let factor = minute < factors.count && factors[minute].isFinite ? factors[minute] : 1
            return Int((Double(TrafficClock.unit) / min(max(factor, 0.1), 10)).rounded(.up))
        }
        isFlat = speed.allSatisfy { $0 == TrafficClock.unit }
        var sum = 0
        progress =
            [0]
            + speed.map {
                sum += 60 * $0
                return sum
            }
        let slowest = 60 * (speed.min() ?? TrafficClock.unit)
        let width = Int.bitWidth - 1 - slowest.leadingZeroBitCount
        shift = width
        var minute = 0
        firstMinute = (0...sum >> width).map { [progress] bucket in
            while progress[minute] < bucket << width { minute += 1 }
            return Int16(minute)
        }
    }

    /// No traffic at any hour.
    package static let flat = TrafficClock(factors: [])

    // MARK: Whole minutes

    /// The first whole minute by which a drive is over that leaves at that minute.
    @inline(__always) package func arrival(leaving minute: Int, base seconds: Int) -> Int {
        if isFlat { return minute + (seconds + 59) / 60 }
        return firstMinute(reaching: progress(atMinute: minute) + seconds * TrafficClock.unit)
    }

    /// The last whole minute at which a drive can leave that is over by that minute.
    @inline(__always) package func departure(arriving minute: Int, base seconds: Int) -> Int {
        if isFlat { return minute - (seconds + 59) / 60 }
        let target = progress(atMinute: minute) - seconds * TrafficClock.unit
        let first = firstMinute(reaching: target)
        return progress(atMinute: first) == target ? first : first - 1
    }

    // MARK: Whole seconds

    /// The first whole second by which a drive is over that leaves at that second.
    @inline(__always) package func arrivalSecond(leaving second: Int, base seconds: Int) -> Int {
        if isFlat { return second + seconds }
        let target = progress(atSecond: second) + seconds * TrafficClock.unit
        return firstSecond(reaching: target)
    }

    /// The last whole second at which a drive can leave that is over by that second.
    @inline(__always) package func departureSecond(arriving second: Int, base seconds: Int) -> Int {
        if isFlat { return second - seconds }
        let target = progress(atSecond: second) - seconds * TrafficClock.unit
        let first = firstSecond(reaching: target)
        return progress(atSecond: first) == target ? first : first - 1
    }

    // MARK: Progress

    private func progress(atMinute minute: Int) -> Int {
        if minute < 0 { return minute * 60 * TrafficClock.unit }
        if minute <= TrafficClock.minutesPerDay { return progress[minute] }
        return progress[TrafficClock.minutesPerDay] + (minute - TrafficClock.minutesPerDay) * 60 * TrafficClock.unit
    }

    private func progress(atSecond second: Int) -> Int {
        if second < 0 { return second * TrafficClock.unit }
        let minute = second / 60
        if minute < TrafficClock.minutesPerDay { return progress[minute] + (second - minute * 60) * speed[minute] }
        return progress[TrafficClock.minutesPerDay]
            + (second - TrafficClock.minutesPerDay * 60) * TrafficClock.unit
    }

    private func firstMinute(reaching target: Int) -> Int {
        let end = progress[TrafficClock.minutesPerDay]
        if target > end { return TrafficClock.minutesPerDay + rounded(target - end, up: 60 * TrafficClock.unit) }
        if target < 0 { return -(-target / (60 * TrafficClock.unit)) }
        let minute = Int(firstMinute[target >> shift])
        return progress[minute] < target ? minute + 1 : minute
    }

    private func firstSecond(reaching target: Int) -> Int {
        let end = progress[TrafficClock.minutesPerDay]
        if target > end { return TrafficClock.minutesPerDay * 60 + rounded(target - end, up: TrafficClock.unit) }
        if target <= 0 { return -(-target / TrafficClock.unit) }
        let minute = firstMinute(reaching: target) - 1
        return minute * 60 + rounded(target - progress[minute], up: speed[minute])
    }

    private func rounded(_ value: Int, up unit: Int) -> Int { (value + unit - 1) / unit }
}
