/// A wall-clock time as whole minutes since midnight, 0...1440; 1440 is the end of the day.
///
/// Plans may run past midnight in principle, so larger values are allowed and written as `25:10`.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    public var minutes: Int

    public init(minutes: Int) { self.minutes = minutes }
    public init(_ hour: Int, _ minute: Int) { minutes = hour * 60 + minute }

    /// Reads `8:30`, `08:30` or `24:00`; anything outside 0:00...24:00 is nil.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
        else { return nil }
        self.init(hour, minute)
    }

    public static let midnight = TimeOfDay(minutes: 0)
    public static let endOfDay = TimeOfDay(minutes: 1440)

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
    public static func + (time: TimeOfDay, minutes: Int) -> TimeOfDay { TimeOfDay(minutes: time.minutes + minutes) }
    public static func - (left: TimeOfDay, right: TimeOfDay) -> Int { left.minutes - right.minutes }

    /// `08:30`.
    public var text: String { "\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))" }
}

/// A span of one day, `from` up to `until`; empty when they are equal.
public struct TimeWindow: Hashable, Sendable {
    public var from: TimeOfDay
    public var until: TimeOfDay

    public init(from: TimeOfDay, until: TimeOfDay) {
        self.from = from
        self.until = until
    }

    public var minutes: Int { max(0, until - from) }
    public func contains(_ time: TimeOfDay) -> Bool { from <= time && time <= until }

    public func intersection(_ other: TimeWindow) -> TimeWindow? {
        let both = TimeWindow(from: max(from, other.from), until: min(until, other.until))
        return both.from < both.until ? both : nil
    }

    /// `08:30–12:00`.
    public var text: String { "\(from.text)–\(until.text)" }
}
