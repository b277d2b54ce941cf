import Diagnostics
import Foundation
import Quantities
import Records
import Testing

@testable import Store

@Suite struct ApplyTests {
    @Test func `every field of every kind comes back as it went in`() throws {
        let store = try CustomerStore.inMemory()
        let contents = SmallCompany.contents
        let changes = try store.apply(contents, run: SmallCompany.run())
        let book = try SmallCompany.book(store)
        let expected = SalesBook(
            asOf: SmallCompany.friday, zone: SmallCompany.zone, currency: .euro, contents: contents)
        expectSame(book, expected)
        #expect(book.opportunities == expected.opportunities)
        #expect(changes[.opportunityChange].added == 3)
        #expect(changes[.campaignMember].added == 1)
        #expect(RecordKind.allCases.allSatisfy { changes[$0].added > 0 && changes[$0].changed == 0 })
    }

    @Test func `a second run changes nothing and leaves every byte`() throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/store.sqlite"
            var run = SmallCompany.run()
            run.files = [
                ImportRun.File(
                    name: "Order.csv", record: "order", rows: 2, added: 0, changed: 0, unchanged: 0, rejected: 1,
                    newest: nil)
            ]
            run.problems = [ImportProblem(Problem(.warning, "a.b", "odd", value: "x\0y"), record: "t:o1")]
            let first = try withStore(path) { try $0.apply(SmallCompany.contents, run: run) }
            #expect(first.isRecorded && first.run.files[0].added == 1)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            run.id = RecordID("fieldbook:later")
            run.at = SmallCompany.moment("2026-11-14T18:00:00Z")
            let second = try withStore(path) { try $0.apply(SmallCompany.contents, run: run) }
            #expect(second.isEmpty && !second.isRecorded)
            #expect(second.total.unchanged == first.total.added)
            #expect(second.run.files[0].unchanged == 1)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.sqlite"])

            run.problems = []
            let third = try withStore(path) { try $0.apply(SmallCompany.contents, run: run) }
            #expect(third.isEmpty && third.isRecorded)
            #expect(try withStore(path) { try $0.importRuns() }.map(\.problems.count) == [1, 0])
        }
    }

    @Test func `a dry run says what would change and leaves every byte`() throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/store.sqlite"
            _ = try withStore(path) { try $0.apply(SmallCompany.contents, run: SmallCompany.run()) }
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            var contents = SmallCompany.contents
            contents.customers[0].cadenceDays = 14
            contents.customers[0].phone = nil
            contents.teams.append(Team(id: RecordID("t:new"), name: "New"))
            let changes = try withStore(path) {
                try $0.apply(contents, run: SmallCompany.run("2026-11-20T18:00:00Z"), dryRun: true)
            }
            #expect(changes[.customer].changed == 1 && changes[.team].added == 1 && changes[.team].unchanged == 1)
            #expect(
                changes.samples == [
                    StoreChanges.FieldChange(
                        kind: .customer, record: "t:c1", field: "phone", old: "1", new: nil),
                    StoreChanges.FieldChange(
                        kind: .customer, record: "t:c1", field: "cadence_days", old: "28", new: "14"),
                ])
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test func `rows inserted in reverse and in batches give the same book`() throws {
        var contents = SmallCompany.contents
        contents.activities += (2...9).map { SmallCompany.visit("t:v\($0)", at: "2026-11-0\($0)T09:00:00Z") }
        contents.customers += (2...9).map { Customer(id: RecordID("t:c\($0)"), name: "C\($0)") }
        let forward = try CustomerStore.inMemory()
        _ = try forward.apply(contents, run: SmallCompany.run())

        let backward = try CustomerStore.inMemory()
        var first = SalesBookContents()
        first.orders = contents.orders
        first.activities = Array(contents.activities.dropFirst(4).reversed())
        first.customers = Array(contents.customers.dropFirst(5).reversed())
        first.campaigns = contents.campaigns
        var rest = contents
        rest.activities.reverse()
        rest.customers.reverse()
        rest.opportunities[0].changes.reverse()
        _ = try backward.apply(first, run: SmallCompany.run())
        _ = try backward.apply(rest, run: SmallCompany.run())
        expectSame(try SmallCompany.book(backward), try SmallCompany.book(forward))
    }

    @Test func `of two rows with one id the later counts and the repetition is told`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.teams = [Team(id: RecordID("t:a"), name: "First"), Team(id: RecordID("t:a"), name: "Last")]
        let changes = try store.apply(contents, run: SmallCompany.run())
        #expect(changes.repeated == ["team t:a"])
        #expect(changes[.team].added == 1)
        #expect(try SmallCompany.book(store).teams.map(\.name) == ["Last"])
    }

    @Test func `a reference to a customer that no export holds is kept`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.contacts = [Contact(id: RecordID("t:p"), customerID: RecordID("t:nowhere"), name: "P")]
        _ = try store.apply(contents, run: SmallCompany.run())
        #expect(try SmallCompany.book(store).contacts.map(\.customerID) == [RecordID("t:nowhere")])
    }

    @Test(arguments: [
        "Robert'); DROP TABLE customer;--", "مرحبا\u{202e}abc", "👩‍👩‍👧‍👦 {{name}} <script>", "e\u{301}", "",
        String(repeating: "x", count: 10_000),
    ])
    func `hostile text comes back unchanged`(text: String) throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.customers = [Customer(id: RecordID("t:\(text)"), name: text)]
        contents.activities = [SmallCompany.visit("v:\(text)", at: "2026-11-10T09:00:00Z")]
        for _ in 1...2 { _ = try store.apply(contents, run: SmallCompany.run()) }
        let book = try SmallCompany.book(store)
        #expect(book.customers.map { Array($0.name.utf8) } == [Array(text.utf8)])
        #expect(book.customers.map(\.id.text) == ["t:\(text)"])
        #expect(book.activities.count == 1)
    }

    @Test func `a null character becomes a replacement character and cuts nothing off`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        contents.teams = [Team(id: RecordID("t:a\0b"), name: "North\0South")]
        _ = try store.apply(contents, run: SmallCompany.run())
        #expect(try store.apply(contents, run: SmallCompany.run()).isEmpty)
        #expect(try SmallCompany.book(store).teams == [Team(id: RecordID("t:a\u{fffd}b"), name: "North\u{fffd}South")])
    }

    @Test func `counts go to the file that a record came from`() throws {
        let store = try CustomerStore.inMemory()
        var run = SmallCompany.run()
        run.files = ["Event.csv", "Task.csv"].map {
            ImportRun.File(
                name: $0, record: "activity", rows: 1, added: 0, changed: 0, unchanged: 0, rejected: 0, newest: nil)
        }
        var contents = SalesBookContents()
        contents.activities = ["e:1", "k:1", "k:2"].map { SmallCompany.visit($0, at: "2026-11-10T09:00:00Z") }
        let changes = try store.apply(contents, run: run) { kind, id in
            kind == .activity ? (id.hasPrefix("e:") ? 0 : 1) : nil
        }
        #expect(changes.run.files.map(\.added) == [1, 2])
        #expect(try store.importRuns() == [changes.run])
    }

    @Test func `runs of the past go to the ledger as they are, once`() throws {
        let store = try CustomerStore.inMemory()
        var contents = SalesBookContents()
        var past = SmallCompany.run("2026-10-01T18:00:00Z", preset: "old")
        past.files = [
            ImportRun.File(
                name: "a.csv", record: "team", rows: 3, added: 3, changed: 0, unchanged: 0, rejected: 0, newest: nil)
        ]
        contents.importRuns = [past]
        for _ in 1...2 { _ = try store.apply(contents, run: SmallCompany.run()) }
        #expect(try store.importRuns() == [past, SmallCompany.run()])
        #expect(try SmallCompany.book(store, Day(iso: "2026-01-01")!).importRuns.count == 2)
    }

    @Test func `counts that a run brings are counted anew`() throws {
        let store = try CustomerStore.inMemory()
        var run = SmallCompany.run()
        run.files = [
            ImportRun.File(
                name: "a.csv", record: "team", rows: 1, added: 1, changed: 7, unchanged: 0, rejected: 0, newest: nil)
        ]
        let changes = try store.apply(SmallCompany.contents, run: run)
        #expect(changes.run.files[0].added == 1 && changes.run.files[0].changed == 0)
    }

    private func withStore<Result>(_ path: String, _ body: (CustomerStore) throws -> Result) throws -> Result {
        let store = try CustomerStore.open(path, access: .create)
        let result = try body(store)
        try store.close()
        return result
    }
}

func expectSame(_ left: SalesBook, _ right: SalesBook, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(left.teams == right.teams, sourceLocation: sourceLocation)
    #expect(left.reps == right.reps, sourceLocation: sourceLocation)
    #expect(left.customers == right.customers, sourceLocation: sourceLocation)
    #expect(left.contacts == right.contacts, sourceLocation: sourceLocation)
    #expect(left.leads == right.leads, sourceLocation: sourceLocation)
    #expect(left.opportunities == right.opportunities, sourceLocation: sourceLocation)
    #expect(left.activities == right.activities, sourceLocation: sourceLocation)
    #expect(left.followUps == right.followUps, sourceLocation: sourceLocation)
    #expect(left.orders == right.orders, sourceLocation: sourceLocation)
    #expect(left.serviceCases == right.serviceCases, sourceLocation: sourceLocation)
    #expect(left.campaigns == right.campaigns, sourceLocation: sourceLocation)
    #expect(left.quotas == right.quotas, sourceLocation: sourceLocation)
    #expect(left.forecastCalls == right.forecastCalls, sourceLocation: sourceLocation)
    #expect(left.assignments == right.assignments, sourceLocation: sourceLocation)
}
