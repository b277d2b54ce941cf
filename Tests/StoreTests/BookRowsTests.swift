import Quantities
import Records
import Testing

@testable import Store

@Suite struct BookRowsTests {
    private func rows(_ batches: [SalesBookContents]) throws -> [UInt8] {
        let store = try CustomerStore.inMemory()
        for batch in batches { _ = try store.apply(batch, run: SmallCompany.run()) }
        return try SmallCompany.book(store).canonicalRows
    }

    @Test func `rows brought in in another order and in several imports say the same`() throws {
        var contents = SmallCompany.contents
        contents.activities += (2...9).map { SmallCompany.visit("t:v\($0)", at: "2026-11-1\($0 % 4)T09:00:00Z") }
        contents.teams.append(Team(id: RecordID("t:north"), name: "North"))
        var people = SalesBookContents()
        (people.teams, people.reps) = (contents.teams.reversed(), contents.reps)
        var rest = contents
        rest.activities.reverse()
        rest.teams = []
        let once = try rows([contents])
        #expect(try rows([rest, people]) == once)
        #expect(try rows([contents, contents]) == once)
    }

    @Test func `one other cell gives other bytes`() throws {
        let before = try rows([SmallCompany.contents])
        let edits: [(inout SalesBookContents) -> Void] = [
            { $0.customers[0].cadenceDays = 29 }, { $0.customers[0].phone = nil }, { $0.customers[0].phone = "" },
            { $0.contacts[0].email = "l@example.org" }, { $0.opportunities[0].changes[1].stage = "Proposa" },
            { $0.activities[0].notes = "Wants delivery\non Tuesday" },
            { $0.campaigns[0].members[0].hasResponded = false },
            { $0.orders[0].amount = SmallCompany.euro(219_428) }, { $0.reps[0].homeTown = "Vaduz\u{0}" },
        ]
        var seen = [before]
        for edit in edits {
            var contents = SmallCompany.contents
            edit(&contents)
            let after = try rows([contents])
            #expect(!seen.contains(after))
            seen.append(after)
        }
    }

    @Test func `text that moves from one cell to the next is seen`() throws {
        var left = SmallCompany.contents
        var right = left
        (left.contacts[0].name, left.contacts[0].title) = ("Lena O", "wner")
        (right.contacts[0].name, right.contacts[0].title) = ("Lena ", "Owner")
        #expect(try rows([left]) != rows([right]))
    }

    @Test func `what is not yet known does not count`() throws {
        let store = try CustomerStore.inMemory()
        _ = try store.apply(SmallCompany.contents, run: SmallCompany.run())
        let before = try SmallCompany.book(store).canonicalRows
        var later = SalesBookContents()
        later.orders = [
            Order(
                id: RecordID("t:o2"), customerID: nil, day: Day(iso: "2026-11-14")!, amount: SmallCompany.euro(1),
                status: nil)
        ]
        _ = try store.apply(later, run: SmallCompany.run("2026-11-14T18:00:00Z"))
        #expect(try SmallCompany.book(store).canonicalRows == before)
        #expect(try SmallCompany.book(store, Day(iso: "2026-11-14")!).canonicalRows != before)
    }
}
