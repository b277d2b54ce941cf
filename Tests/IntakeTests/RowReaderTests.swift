import Diagnostics
import Records
import Quantities
import Testing

@testable import Intake

@Suite struct RowReaderTests {
    @Test func `control characters are taken out and told once`() {
        var row = rowReader(["customer.name": "a\u{0}b\u{200B}c"])
        #expect(row.text("customer.name") == "abc")
        #expect(row.text("customer.name") == "abc")
        #expect(row.problems.map(\.problem.kind) == ["value.control-character"])
    }

    @Test func `line breaks stay in texts and go from names`() {
        var row = rowReader(["a": " one\ntwo ", "b": "one\ntwo"])
        #expect(row.text("a") == "one\ntwo")
        #expect(row.name("b") == "one two")
        #expect(row.problems.map(\.problem.kind) == ["name.spaces"])
    }

    @Test func `a text of ten thousand characters is kept, and messages stay short`() {
        let long = String(repeating: "x", count: 10_000)
        var row = rowReader(["a": long, "opportunity.stage": long])
        #expect(row.text("a") == long)
        #expect(row.yesNo("a") == nil)
        #expect(row.stage("opportunity.stage").name == long)
        #expect((row.problems + row.tallies.map(\.problem)).allSatisfy { $0.problem.message.count < 200 })
    }

    @Test func `what lies after the import makes nothing newer`() {
        var row = rowReader(["a": "x"])
        row.saw(Instant(iso: "2150-01-01T00:00:00Z"))
        #expect(row.newest == nil)
        row.saw(SmallExport.importTime)
        #expect(row.newest == SmallExport.importTime)
    }
}
