import Diagnostics
import Quantities
import Records
import Testing

@testable import Store

private typealias Fixture = TerritoryFixture

@Suite struct UndoTerritoriesTests {
    private let store: CustomerStore
    private let ana = Fixture.ana
    private let bo = Fixture.bo

    init() throws { store = try Fixture.store() }

    @Test(arguments: ["1", "territories:1"])
    func `an undone run is as if it had never been, from the undoing on`(name: String) throws {
        let untouched = try SmallCompany.book(store, Fixture.monday + 20).canonicalRows
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo), Fixture.change(4, nil, bo)]))
        let meanwhile = try SmallCompany.book(store, Fixture.monday).canonicalRows
        let outcome = try Fixture.undo(store, name, known: Fixture.monday + 1)
        #expect(outcome.run.customers == 2 && outcome.run.undoes?.text == "territories:1")
        #expect(outcome.changes.map(\.to) == [ana, Fixture.gone])
        #expect(try SmallCompany.book(store, Fixture.monday + 20).canonicalRows == untouched)
        #expect(try Fixture.owners(store, Fixture.monday + 1) == ["ana", "ana", "ana", "gone"])
        // A report of the day before is printed again as it was.
        #expect(try SmallCompany.book(store, Fixture.monday).canonicalRows == meanwhile)
        #expect(try Fixture.owners(store, Fixture.monday) == ["bo", "ana", "ana", "bo"])
    }

    @Test func `the ledger names both runs, and each day knows what was known`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)]))
        _ = try Fixture.undo(store, "1", known: Fixture.monday)
        let runs = try store.territoryRuns()
        #expect(runs.map(\.sequence) == [1, 2] && runs.map(\.person) == ["Eva", "Max"])
        #expect(runs[0].undoneBy == runs[1].id && runs[1].undoes == runs[0].id && runs[1].note == "no")
        #expect(try store.importRuns().suffix(2).map(\.preset) == ["territories", "territories"])
        #expect(try store.importRuns().last?.files.map(\.name) == ["undo of territories:1"])
        #expect(try store.importRuns().last?.files.map(\.changed) == [1])
        #expect(try SmallCompany.book(store, Fixture.friday).territoryRuns.map(\.undoneBy) == [nil])
        #expect(try SmallCompany.book(store, Fixture.monday).territoryRuns == runs)
    }

    @Test func `one run is taken back and the others stay`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)]))
        _ = try store.apply(Fixture.decision([Fixture.change(2, ana, bo)]))
        _ = try store.apply(Fixture.decision([Fixture.change(3, ana, bo)]))
        _ = try Fixture.undo(store, "2")
        #expect(try Fixture.owners(store, Fixture.monday) == ["bo", "ana", "bo", "gone"])
    }

    @Test func `a run whose customers were handed on is undone after the later run`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo), Fixture.change(2, ana, bo)]))
        _ = try store.apply(Fixture.decision([Fixture.change(1, bo, ana)], from: Fixture.monday + 7))
        let before = try Fixture.dump(store)
        let error = #expect(throws: ProblemError.self) { try Fixture.undo(store, "1") }
        #expect(error?.problems.map(\.kind) == ["territories.changed-later"])
        #expect(error?.problems.first?.message == "run 2 handed on 1 customer of run 1: 'Customer 1' (t:c1)")
        #expect(error?.problems.first?.hint == "undo run 2 first")
        #expect(try Fixture.dump(store) == before)
        _ = try Fixture.undo(store, "2")
        _ = try Fixture.undo(store, "1")
        #expect(try Fixture.owners(store, Fixture.monday + 7) == ["ana", "ana", "ana", "gone"])
    }

    @Test func `what can't be undone is a problem and changes nothing`() throws {
        expectProblem("territories.unknown-run") { try Fixture.undo(store, "1") }
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)]))
        _ = try Fixture.undo(store, "1")
        let before = try Fixture.dump(store)
        for (name, kind) in [
            ("1", "undone"), ("2", "is-undo"), ("3", "unknown-run"), ("", "unknown-run"), ("x' OR 1", "unknown-run"),
            (SmallCompany.run().id.text, "is-import"),
        ] {
            expectProblem("territories.\(kind)") { try Fixture.undo(store, name) }
        }
        #expect(try Fixture.dump(store) == before)
    }

    @Test func `what was undone can be applied anew`() throws {
        let decision = Fixture.decision([Fixture.change(1, ana, bo)])
        _ = try store.apply(decision)
        _ = try Fixture.undo(store, "1")
        let again = try store.apply(decision)
        #expect(again.run.sequence == 3)
        #expect(try Fixture.owners(store, Fixture.monday)[0] == "bo")
        _ = try Fixture.undo(store, "3")
        #expect(try Fixture.owners(store, Fixture.monday)[0] == "ana")
    }

    @Test func `a dry run of an undoing writes nothing`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)]))
        let before = try Fixture.dump(store)
        let dry = try Fixture.undo(store, "1", dryRun: true)
        #expect(try Fixture.dump(store) == before)
        #expect(try Fixture.undo(store, "1").run == dry.run)
    }

    @Test func `a run can't be taken back before it was known, nor before a later run was`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)], from: Fixture.friday))
        expectProblem("territories.known-earlier") { try Fixture.undo(store, "1", known: Fixture.friday - 1) }
        _ = try store.apply(Fixture.decision([Fixture.change(2, ana, bo)], known: Fixture.monday))
        let before = try Fixture.dump(store)
        expectProblem("territories.known-earlier") { try Fixture.undo(store, "1", known: Fixture.monday - 1) }
        #expect(try Fixture.dump(store) == before)
        _ = try Fixture.undo(store, "1", known: Fixture.monday)
        #expect(try Fixture.owners(store, Fixture.monday) == ["ana", "bo", "ana", "gone"])
    }

    @Test func `an undoing says who has the customers then, though imports gave them away since`() throws {
        _ = try store.apply(Fixture.decision([1, 2, 3].map { Fixture.change($0, ana, bo) }))
        var contents = Fixture.contents
        contents.customers[0].ownerID = Fixture.cy
        contents.customers[1].ownerID = bo
        _ = try store.apply(contents, run: SmallCompany.run("2026-11-17T18:00:00Z"))
        let outcome = try Fixture.undo(store, "1", known: Fixture.monday)
        #expect(outcome.changes.map(\.customerID.text) == ["t:c1", "t:c3"])
        #expect(outcome.changes.map(\.to) == [Fixture.cy, ana])
        #expect(try Fixture.owners(store, Fixture.monday) == ["cy", "bo", "ana", "gone"])
    }
}
