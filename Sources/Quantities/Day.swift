/// A calendar day without a zone, as whole days since 1970-01-01 (proleptic Gregorian).
///
/// Conversions follow Howard Hinnant's "chrono-compatible low-level date algorithms"; all O(1).
public struct Day: Hashable, Comparable, Sendable {
    public var daysSinceEpoch: Int

    public init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

    /// The day of that year, month (1...12) and day of month, or nil when there is none, such as 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(daysSinceEpoch: era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads exactly `YYYY-MM-DD`; anything else is nil.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            range.reduce(0 as Int?) { total, index in
                guard let total, (48...57).contains(bytes[index]) else { return nil }
                return total * 10 + Int(bytes[index]) - 48
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func < (left: Day, right: Day) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }
    public static func + (day: Day, count: Int) -> Day { Day(daysSinceEpoch: day.daysSinceEpoch + count) }
    public static func - (day: Day, count: Int) -> Day { Day(daysSinceEpoch: day.daysSinceEpoch - count) }
    /// Days from `right` to `left`.
    public static func - (left: Day, right: Day) -> Int { left.daysSinceEpoch - right.daysSinceEpoch }

    /// Year, month (1...12) and day of month (1...31).
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public var year: Int { parts.year }
    public var weekday: Weekday {
        let index = ((daysSinceEpoch + 3) % 7 + 7) % 7
        return Weekday.allCases[index]
    }

    /// `YYYY-MM-DD`.
    public var iso: String {
        let (year, month, day) = parts
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// Monday of this day's ISO week.
    public var monday: Day { self - (weekday.rawValue - 1) }
    public var week: ISOWeek { ISOWeek(containing: self) }
    public var firstOfMonth: Day { self - (parts.day - 1) }
    public var lastOfMonth: Day { firstOfMonth + (Day.length(ofMonth: parts.month, year: parts.year) - 1) }
    /// First day of the calendar quarter.
    public var firstOfQuarter: Day {
        let (year, month, _) = parts
        return Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)!
    }
    public var lastOfQuarter: Day { firstOfQuarter.addingMonths(2).lastOfMonth }

    /// The same day of month `count` months away, or that month's last day where it is shorter.
    public func addingMonths(_ count: Int) -> Day {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + count
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        return Day(year: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear)))!
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

func padded(_ number: Int, to width: Int) -> String {
    let digits = String(abs(number))
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
