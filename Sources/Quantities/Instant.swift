/// A moment in time: whole seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
    public var secondsSinceEpoch: Int

    public init(secondsSinceEpoch: Int) { self.secondsSinceEpoch = secondsSinceEpoch }

    /// Midnight UTC of that day plus `seconds`.
    public init(utc day: Day, seconds: Int = 0) {
        secondsSinceEpoch = day.daysSinceEpoch * 86_400 + seconds
    }

    /// Reads ISO 8601 with a zone: `2026-11-13T10:00:00Z`, with fraction (dropped), with `+01:00` or `+0100`,
    /// with a space instead of `T`. Without a zone it is nil: use `Zone.instant` for wall-clock times.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 17, let day = Day(iso: text.prefix(10)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
        else { return nil }
        func pair(_ index: Int) -> Int? {
            guard index + 1 < bytes.count, (48...57).contains(bytes[index]), (48...57).contains(bytes[index + 1])
            else { return nil }
            return Int(bytes[index] - 48) * 10 + Int(bytes[index + 1] - 48)
        }
        guard let hour = pair(11), bytes[13] == 58, let minute = pair(14), hour < 24, minute < 60 else { return nil }
        var seconds = hour * 3600 + minute * 60
        var index = 16
        if index < bytes.count, bytes[index] == 58 {
            guard let second = pair(17), second < 60 else { return nil }
            seconds += second
            index = 19
            if index < bytes.count, bytes[index] == 46 {
                index += 1
                while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
            }
        }
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "Z") where index == bytes.count - 1: break
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            let sign = bytes[index] == UInt8(ascii: "+") ? 1 : -1
            let colon = index + 3 < bytes.count && bytes[index + 3] == 58
            guard bytes.count == index + (colon ? 6 : 5), let hours = pair(index + 1),
                let minutes = pair(index + (colon ? 4 : 3))
            else { return nil }
            seconds -= sign * (hours * 3600 + minutes * 60)
        default: return nil
        }
        self.init(utc: day, seconds: seconds)
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
    public static func + (instant: Instant, seconds: Int) -> Instant {
        Instant(secondsSinceEpoch: instant.secondsSinceEpoch + seconds)
    }
    /// Seconds from `right` to `left`.
    public static func - (left: Instant, right: Instant) -> Int { left.secondsSinceEpoch - right.secondsSinceEpoch }

    /// The day in UTC.
    public var utcDay: Day {
        Day(daysSinceEpoch: (secondsSinceEpoch - (secondsSinceEpoch % 86_400 + 86_400) % 86_400) / 86_400)
    }

    /// `2026-11-13T10:00:00Z`.
    public var iso: String {
        let seconds = (secondsSinceEpoch % 86_400 + 86_400) % 86_400
        let time = "\(padded(seconds / 3600, to: 2)):\(padded(seconds / 60 % 60, to: 2)):\(padded(seconds % 60, to: 2))"
        return "\(utcDay.iso)T\(time)Z"
    }
}
