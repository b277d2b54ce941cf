import Diagnostics
import Records
import Testing

@testable import Intake

@Suite struct ImportDraftTests {
    private func problem(line: Int, value: String) -> Problem {
        Problem(.note, "some.kind", "told", at: ProblemPlace(file: "A.csv", line: line, field: "B"), value: value)
    }

    @Test func `what rows share is told once, at the first place, with their number`() {
        var draft = ImportDraft()
        for line in 2...4 { draft.tally(problem(line: line, value: "x"), key: "x") }
        draft.tally(problem(line: 5, value: "y"), key: "y")
        draft.settleTallies()
        #expect(draft.problems.map(\.problem.message) == ["told, in 3 rows", "told"])
        #expect(draft.problems.map { $0.problem.place?.line } == [2, 5])
    }

    @Test func `an id is claimed once for each kind`() {
        var draft = ImportDraft()
        #expect(draft.claim("a", kind: "order", file: "A.csv", line: 2) == nil)
        #expect(draft.claim("a", kind: "contact", file: "B.csv", line: 3) == nil)
        #expect(draft.claim("a", kind: "order", file: "A.csv", line: 4)?.line == 2)
        draft.name("Total", for: "order.amount")
        #expect(draft.place(of: "a", field: "order.amount")?.field == "Total")
        #expect(draft.file(of: "a", kind: "contact") == "B.csv")
        #expect(draft.file(of: "b", kind: "contact") == nil)
    }
}
