import Testing

@testable import Quantities

@Suite struct InstantTests {
    @Test(arguments: [
        "2026-11-13T10:00:00.000Z", "2026-11-13 10:00:00Z", "2026-11-13T11:00:00+01:00", "2026-11-13T05:30:00-0430",
        "2026-11-13T10:00Z",
    ])
    func `the same moment in several spellings`(text: String) {
        #expect(Instant(iso: text)?.iso == "2026-11-13T10:00:00Z")
    }

    @Test(arguments: ["2026-11-13", "2026-11-13T10:00:00", "2026-11-13T25:00:00Z", "2026-11-13T10:00:00Zx", "now"])
    func `a time without a zone or out of range is refused`(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test func `before the epoch the day is still right`() {
        #expect(Instant(secondsSinceEpoch: -1).iso == "1969-12-31T23:59:59Z")
    }

    @Test func `wall clock and moment agree on both sides of a clock change`() {
        let zone = Zone("Europe/Zurich")!
        let winter = zone.instant(Day(iso: "2026-11-13")!, TimeOfDay(8, 30))
        #expect(winter.iso == "2026-11-13T07:30:00Z")
        #expect(zone.timeOfDay(of: winter).text == "08:30")
        #expect(zone.instant(Day(iso: "2026-07-01")!, TimeOfDay(8, 30)).iso == "2026-07-01T06:30:00Z")
        // 02:30 does not exist on 29 March 2026, and exists twice on 25 October.
        #expect(zone.instant(Day(iso: "2026-03-29")!, TimeOfDay(2, 30)).iso == "2026-03-29T01:30:00Z")
        #expect(zone.instant(Day(iso: "2026-10-25")!, TimeOfDay(2, 30)).iso == "2026-10-25T00:30:00Z")
        #expect(zone.day(of: Instant(iso: "2026-11-13T23:30:00Z")!).iso == "2026-11-14")
    }

    @Test(arguments: ["CET", "PST", "", "Mars/Olympus"])
    func `an abbreviation or unknown name is no zone`(name: String) {
        #expect(Zone(name) == nil)
    }
}
