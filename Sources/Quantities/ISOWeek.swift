/// A week of ISO 8601: it starts on Monday and belongs to the year that holds its Thursday.
public struct ISOWeek: Hashable, Comparable, Sendable {
    public var year: Int
    /// 1...53.
    public var number: Int

    public init(containing day: Day) {
        let thursday = day.monday + 3
        year = thursday.year
        number = (thursday - Day(year: thursday.year, month: 1, day: 1)!) / 7 + 1
    }

    /// Reads `2026-W47`; a week that the year does not have is nil.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = Int(parts[0]), let number = Int(parts[1]), number >= 1,
            let fourth = Day(year: year, month: 1, day: 4)
        else { return nil }
        let week = ISOWeek(containing: fourth.monday + (number - 1) * 7)
        guard week.year == year, week.number == number else { return nil }
        self = week
    }

    public var monday: Day { Day(year: year, month: 1, day: 4)!.monday + (number - 1) * 7 }
    public var sunday: Day { monday + 6 }
    public var next: ISOWeek { ISOWeek(containing: monday + 7) }
    public var previous: ISOWeek { ISOWeek(containing: monday - 7) }
    /// `2026-W47`.
    public var iso: String { "\(padded(year, to: 4))-W\(padded(number, to: 2))" }

    public static func < (left: ISOWeek, right: ISOWeek) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}
