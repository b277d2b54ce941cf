import Diagnostics
import Quantities
import Records
import Testing

@testable import Intake

@Suite struct RowValuesTests {
    @Test(arguments: [
        "2026-11-13", "13.11.2026", "2026-11-13T00:00:00.000Z", "2026-11-13 00:00:00", "2026-11-13T20:00:00Z",
    ])
    func `a day is the same in every zone when it comes as midnight`(text: String) throws {
        var row = rowReader(["order.day": text], zone: try #require(Zone("America/New_York")))
        #expect(row.day("order.day") == Day(year: 2026, month: 11, day: 13))
        #expect(row.problems == [])
    }

    @Test(arguments: ["0000-00-00", "2026-02-30", "11/13/2026", "soon", "2026-13-01T00:00:00Z"])
    func `what is no date is told and left empty`(text: String) {
        var row = rowReader(["order.day": text])
        #expect(row.day("order.day") == nil)
        #expect(row.problems.map(\.problem.kind) == ["value.unreadable"])
        #expect(row.problems.first?.problem.place?.field == "order.day")
    }

    @Test func `a year that no CRM knew is out of range`() {
        var row = rowReader(["order.day": "0001-01-01"])
        #expect(row.day("order.day") == nil)
        #expect(row.problems.map(\.problem.kind) == ["value.out-of-range"])
    }

    @Test func `times without a zone are in the preset's`() {
        var row = rowReader(["a": "2026-11-13 10:00", "b": "2026-11-13T10:00:00+01:00", "c": "2026-11-13"])
        #expect(row.instant("a")?.iso == "2026-11-13T10:00:00Z")
        #expect(row.instant("b")?.iso == "2026-11-13T09:00:00Z")
        #expect(row.instant("c")?.iso == "2026-11-13T00:00:00Z")
    }

    @Test func `a cadence of 0 and a visit of 0 minutes are no plan`() {
        var row = rowReader(["customer.cadence_days": "0", "customer.visit_minutes": "0"])
        #expect(row.count("customer.cadence_days", atLeast: 1, atMost: 730) == nil)
        #expect(row.count("customer.visit_minutes", atLeast: 1, atMost: 600) == nil)
        #expect(row.problems.map(\.problem.kind) == ["value.out-of-range", "value.out-of-range"])
    }

    @Test func `an amount in another currency keeps it and is told once`() {
        var row = rowReader(["a": "1,000.50", "c": "usd"])
        #expect(row.money("a", currency: "c") == Money(minorUnits: 100_050, currency: Currency(code: "USD")!))
        #expect(row.tallies.map(\.problem.problem.kind) == ["value.other-currency"])
        var bad = rowReader(["a": "7", "c": "Franken"])
        #expect(bad.money("a", currency: "c") == Money(minorUnits: 700, currency: .euro))
        #expect(bad.tallies.map(\.problem.problem.kind) == ["value.unreadable"])
    }

    @Test func `an unknown word has a near miss`() {
        var row = rowReader(["customer.priority": "Hihg"])
        #expect(row.word("customer.priority") == nil)
        #expect(row.tallies.first?.problem.problem.hint == "did you mean 'high'?")
    }

    @Test func `yes and no`() {
        var row = rowReader(["a": "TRUE", "b": "0", "c": "perhaps", "d": ""])
        #expect(row.yesNo("a") == true && row.yesNo("b") == false && row.yesNo("c") == nil && row.yesNo("d") == nil)
        #expect(row.problems.count == 1)
    }
}
