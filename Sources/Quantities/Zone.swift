private import Foundation

/// A named time zone, such as `Europe/Zurich`, from the system's zone database. Never the machine's own zone.
public struct Zone: Hashable, Sendable {
    public let name: String
    private let zone: TimeZone

    public init?(_ name: String) {
        // `TimeZone(identifier:)` also takes abbreviations, whose meaning depends on the season.
        guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.zone = zone
    }

    public static let utc = Zone("UTC")!

    public static func == (left: Zone, right: Zone) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Seconds to add to UTC at that moment.
    public func offset(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.secondsSinceEpoch)))
    }

    public func day(of instant: Instant) -> Day { (instant + offset(at: instant)).utcDay }

    public func timeOfDay(of instant: Instant) -> TimeOfDay {
        let local = instant + offset(at: instant)
        return TimeOfDay(minutes: (local - Instant(utc: local.utcDay)) / 60)
    }

    /// The moment of a wall-clock time. In the hour that a clock change repeats it is the first one; in the hour
    /// that it skips it is as far after the change as the wall clock says.
    public func instant(_ day: Day, _ time: TimeOfDay = .midnight) -> Instant {
        let wall = Instant(utc: day, seconds: time.minutes * 60)
        let first = wall + -offset(at: wall + -86_400)
        if first + offset(at: first) == wall { return first }
        let second = wall + -offset(at: wall + 86_400)
        return second + offset(at: second) == wall ? second : first
    }
}
