import Testing

@testable import Quantities

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("2000-02-29", 11016), ("2026-11-13", 20770), ("1969-12-31", -1), ("0001-01-01", -719162),
    ])
    func `ISO text and day number agree both ways`(text: String, number: Int) {
        #expect(Day(iso: text)?.daysSinceEpoch == number)
        #expect(Day(daysSinceEpoch: number).iso == text)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "13.11.2026", "2026-11-13T", ""])
    func `what is no day is refused`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `every day of 400 years survives the way there and back`() {
        for number in stride(from: -80_000, to: 66_097, by: 1) {
            let parts = Day(daysSinceEpoch: number).parts
            #expect(Day(year: parts.year, month: parts.month, day: parts.day)?.daysSinceEpoch == number)
        }
    }

    @Test func `13 November 2026 is a Friday in week 46`() {
        let day = Day(iso: "2026-11-13")!
        #expect(day.weekday == .friday)
        #expect(day.week.iso == "2026-W46")
        #expect(day.monday.iso == "2026-11-09")
        #expect(day.firstOfQuarter.iso == "2026-10-01")
        #expect(day.lastOfQuarter.iso == "2026-12-31")
    }

    @Test(arguments: [("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01"), ("2026-12-31", "2026-W53")])
    func `ISO weeks at the turn of the year`(day: String, week: String) {
        #expect(Day(iso: day)!.week.iso == week)
        #expect(ISOWeek(week)?.monday == Day(iso: day)!.monday)
    }

    @Test(arguments: ["2026-W54", "2025-W53", "2026-W00", "2026W10", "W10"])
    func `what is no week is refused`(text: String) {
        #expect(ISOWeek(text) == nil)
    }

    @Test func `adding months stays inside the month`() {
        #expect(Day(iso: "2026-01-31")!.addingMonths(1).iso == "2026-02-28")
        #expect(Day(iso: "2026-01-31")!.addingMonths(-2).iso == "2025-11-30")
    }
}
