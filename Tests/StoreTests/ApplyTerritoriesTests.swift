import Diagnostics
import GRDB
import Quantities
import Records
import Testing

@testable import Store

private typealias Fixture = TerritoryFixture

@Suite struct ApplyTerritoriesTests {
    private let store: CustomerStore
    private let ana = Fixture.ana
    private let bo = Fixture.bo

    init() throws { store = try Fixture.store() }

    @Test func `owners change on the day of the hand-over and not before`() throws {
        let outcome = try store.apply(
            Fixture.decision([Fixture.change(2, ana, bo), Fixture.change(1, ana, bo), Fixture.change(4, nil, ana)]))
        #expect(outcome.changes.map(\.customerID.text) == ["t:c1", "t:c2", "t:c4"])
        #expect(try Fixture.owners(store, Fixture.monday - 1) == ["ana", "ana", "ana", "gone"])
        #expect(try Fixture.owners(store, Fixture.monday) == ["bo", "bo", "ana", "ana"])
        let before = try SmallCompany.book(store, Fixture.friday)
        #expect(before.assignments.isEmpty && before.territoryRuns.map(\.from) == [Fixture.monday])
        let after = try SmallCompany.book(store, Fixture.monday)
        #expect(after.assignments.map(\.previousID) == [ana, ana, Fixture.gone])
        #expect(after.assignments.allSatisfy { $0.runID == outcome.run.id && $0.reason == "Spring" })
    }

    @Test func `a day before the decision does not know of it, even where it begins earlier`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)], from: Fixture.friday - 10))
        #expect(try Fixture.owners(store, Fixture.friday - 1)[0] == "ana")
        #expect(try SmallCompany.book(store, Fixture.friday - 1).territoryRuns.isEmpty)
        #expect(try Fixture.owners(store, Fixture.friday)[0] == "bo")
    }

    @Test func `the whole book of an earlier day is the same before a run and after it`() throws {
        func book() throws -> (rows: [UInt8], imports: [ImportRun], runs: [TerritoryRun]) {
            let book = try SmallCompany.book(store, Fixture.friday)
            return (book.canonicalRows, book.importRuns, book.territoryRuns)
        }
        let before = try book()
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)], known: Fixture.friday + 1))
        #expect(try book() == before)
        _ = try Fixture.undo(store, "1", known: Fixture.friday + 2)
        #expect(try book() == before)
        #expect(try SmallCompany.book(store, Fixture.friday + 1).importRuns.map(\.preset) == ["test", "territories"])
    }

    @Test func `nothing is decided on a day before that of a run which is written already`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)]))
        let before = try Fixture.dump(store)
        let earlier = Fixture.decision([Fixture.change(2, ana, bo)], known: Fixture.friday - 1)
        let error = #expect(throws: ProblemError.self) { try store.apply(earlier) }
        #expect(error?.problems.map(\.kind) == ["territories.known-earlier"])
        #expect(error?.problems.first?.hint == "decide on 2026-11-13 or later, with --as-of")
        #expect(try Fixture.dump(store) == before)
    }

    @Test func `the ledger says who, when, from what and how many`() throws {
        let run = try store.apply(Fixture.decision([Fixture.change(1, ana, bo), Fixture.change(2, ana, bo)])).run
        #expect(
            run
                == TerritoryRun(
                    id: RecordID("territories:1"), sequence: 1, at: SmallCompany.moment("2026-11-13T19:00:00Z"),
                    known: Fixture.friday, person: "Eva", note: "Spring", customers: 2,
                    action: .handOver(from: Fixture.monday, file: "p.csv", sha256: "ab12", bytes: 99)))
        #expect(try store.territoryRuns() == [run])
        let listed = try #require(try store.importRuns().last)
        #expect(listed.id == run.id && listed.preset == "territories" && listed.at == run.at)
        #expect(
            listed.files == [
                ImportRun.File(
                    name: "p.csv", record: "territory_assignment", rows: 2, added: 2, changed: 0, unchanged: 0,
                    rejected: 0, newest: nil)
            ])
    }

    @Test func `a stale proposal is refused with a list, and nothing of it is written`() throws {
        let before = try Fixture.dump(store)
        let changes = [Fixture.change(1, ana, bo), Fixture.change(2, bo, ana), Fixture.change(3, nil, bo)]
        let error = #expect(throws: ProblemError.self) { try store.apply(Fixture.decision(changes)) }
        #expect(error?.problems.map(\.kind) == ["territories.stale"])
        #expect(
            error?.problems.first?.message
                == "'Customer 3' (t:c3) belongs to Ana (t:ana) on 2026-11-16, not to nobody")
        #expect(error?.problems.first?.place?.line == 4)
        #expect(try Fixture.dump(store) == before)

        var decision = Fixture.decision(changes)
        decision.skipsStale = true
        let outcome = try store.apply(decision)
        // The second customer has the rep it was to get.
        #expect(outcome.run.customers == 1 && outcome.unchanged == 1)
        #expect(outcome.skipped.map(\.severity) == [.warning])
        #expect(try store.importRuns().last?.files.first?.rejected == 1)
    }

    @Test func `a change to come makes a proposal stale that does not know of it`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)]))
        let earlier = Fixture.decision([Fixture.change(1, ana, bo)], from: Fixture.monday - 1)
        let error = #expect(throws: ProblemError.self) { try store.apply(earlier) }
        #expect(
            error?.problems.map(\.message) == ["'Customer 1' (t:c1) goes to Bo (t:bo) from 2026-11-16 on already"])
        expectProblem("territories.stale") {
            try store.apply(Fixture.decision([Fixture.change(1, ana, Fixture.cy)], from: Fixture.friday + 70))
        }
    }

    @Test func `of two changes from the same day the later one holds`() throws {
        for round in 1...11 {
            let (from, to) = round % 2 == 1 ? (ana, bo) : (bo, ana)
            _ = try store.apply(Fixture.decision([Fixture.change(1, from, to)]))
            #expect(try Fixture.owners(store, Fixture.monday)[0] == to.sourceID)
        }
    }

    @Test func `what can't be is named, all of it at once`() throws {
        let before = try Fixture.dump(store)
        let changes = [
            Fixture.change(1, ana, RecordID("new-1")), Fixture.change(2, ana, RecordID("new-1")),
            Fixture.change(3, ana, Fixture.cy), Fixture.change(4, nil, RecordID("t:b")), Fixture.change(5, ana, bo),
            Fixture.change(4, nil, bo),
        ]
        let error = #expect(throws: ProblemError.self) { try store.apply(Fixture.decision(changes)) }
        #expect(
            error?.problems.map(\.kind) == [
                "territories.new-rep", "territories.rep-not-there", "territories.twice", "territories.unknown-rep",
                "territories.unknown-customer",
            ])
        #expect(error?.problems.allSatisfy { $0.hint?.isEmpty == false && $0.place?.file == "p.csv" } == true)
        #expect(error?.problems[1].message == "Cy (t:cy) does not work on 2026-11-16: begins on 2027-01-12")
        let left = Fixture.decision([Fixture.change(1, ana, Fixture.gone)])
        #expect(throws: ProblemError.self) { try store.apply(left) }
        #expect(try Fixture.dump(store) == before)
    }

    @Test func `a proposal of another company is refused before long, with a list that ends`() throws {
        let changes = (0..<3000).map { number in
            TerritoryDecision.Change(
                customerID: RecordID("other:\(number)"), from: ana, to: bo,
                place: ProblemPlace(file: "p", line: number + 2))
        }
        let error = #expect(throws: ProblemError.self) { try store.apply(Fixture.decision(changes)) }
        #expect(error?.problems.count == 1001 && error?.problems.last?.kind == "territories.many")
        #expect(error?.problems.last?.message == "2000 more rows don't fit and are not listed")
    }

    @Test func `nothing to hand over is a problem and no run`() throws {
        expectProblem("territories.nothing") { try store.apply(Fixture.decision([])) }
        expectProblem("territories.nothing") { try store.apply(Fixture.decision([Fixture.change(1, bo, ana)])) }
        #expect(try store.territoryRuns().isEmpty)
    }

    @Test func `a dry run says the same and writes nothing`() throws {
        let before = try Fixture.dump(store)
        let decision = Fixture.decision([Fixture.change(1, ana, bo)])
        let dry = try store.apply(decision, dryRun: true)
        #expect(try Fixture.dump(store) == before)
        let wet = try store.apply(decision)
        #expect(dry.run == wet.run && dry.changes == wet.changes)
    }

    @Test func `an import that later says the same changes nothing, and one that says otherwise does not win`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)]))
        var contents = Fixture.contents
        for owner in [bo, Fixture.cy] {
            contents.customers[0].ownerID = owner
            _ = try store.apply(contents, run: SmallCompany.run("2026-11-17T18:00:00Z"))
            #expect(try Fixture.owners(store, Fixture.monday)[0] == "bo")
        }
    }

    @Test func `rows of a run can't be changed or deleted`() throws {
        _ = try store.apply(Fixture.decision([Fixture.change(1, ana, bo)]))
        let before = try Fixture.dump(store)
        for statement in [
            "UPDATE territory_assignment SET rep_id = 't:cy'", "DELETE FROM territory_assignment",
            "INSERT OR REPLACE INTO territory_assignment SELECT * FROM territory_assignment",
            "UPDATE territory_run SET person = 'x'", "DELETE FROM territory_run",
            "INSERT OR REPLACE INTO territory_run SELECT * FROM territory_run",
        ] {
            #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: statement) } }
        }
        #expect(try Fixture.dump(store) == before)
    }

    @Test func `a store of the first layout keeps its assignments and learns to write runs`() throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/store.sqlite"
            let queue = try DatabaseQueue(path: path)
            try Schema.migrator([FirstSchema.statements]).migrate(queue)
            try queue.write {
                try $0.execute(
                    sql: """
                        INSERT INTO territory_assignment VALUES ('t:a1', 't', 'a1', 't:c1', 't:bo', '2026-03-01', NULL)
                        """)
            }
            try queue.close()
            expectProblem("store.older-version") { try CustomerStore.open(path, access: .read) }
            let store = try CustomerStore.open(path, access: .write)
            _ = try store.apply(Fixture.contents, run: SmallCompany.run())
            #expect(try Fixture.owners(store, Fixture.friday)[0] == "bo")
            _ = try store.apply(Fixture.decision([Fixture.change(1, bo, ana)]))
            #expect(try Fixture.owners(store, Fixture.monday)[0] == "ana")
            try store.close()
        }
    }
}
