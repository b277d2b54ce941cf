import Config
import Diagnostics
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct TerritoryLockTests {
    private let book: SalesBook = {
        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        small.rep("bob", at: (40, 0))
        small.rep("gus", at: (20, 0), isActive: false)
        small.contents.reps[2].left = Day(iso: "2026-03-31")
        for name in ["c1", "c2", "c3"] { small.customer(name, at: (1, 1), owner: "ana") }
        small.customer("orphan", at: (1, 1), owner: "gus")
        for name in ["d1", "d2"] { small.customer(name, at: (2, 1), owner: "bob") }
        small.contents.customers[4].name = "Löwen"
        small.contents.customers[5].name = "Löwen"
        return small.book
    }()

    private func lock(_ customer: String, _ rep: String? = nil, isHoldOut: Bool = false, line: Int = 2) -> TerritoryLock
    {
        TerritoryLock(
            customer: customer, rep: rep, isHoldOut: isHoldOut, place: ProblemPlace(file: "l.csv", line: line))
    }

    @Test func `ids, the source's own ids and names are found`() {
        let resolved = resolveTerritoryLocks(
            [lock("t:c1", "bob"), lock("c2", "t:ana"), lock("c3"), lock("orphan", isHoldOut: true), lock("t:d1")],
            in: book)
        #expect(resolved.problems == [])
        #expect(
            resolved.locks == [
                RecordID("t:c1"): RecordID("t:bob"), RecordID("t:c2"): RecordID("t:ana"),
                RecordID("t:c3"): RecordID("t:ana"), RecordID("t:d1"): RecordID("t:bob"),
            ])
        #expect(resolved.holdOuts == [RecordID("t:orphan")])
    }

    @Test(
        arguments: [
            ("c9x", nil, "unknown-customer"), ("Löwen", nil, "ambiguous-customer"), ("c1", "bobb", "unknown-rep"),
            ("c1", "gus", "rep-left"), ("orphan", nil, "no-owner"), ("", nil, "unknown-customer"),
        ] as [(String, String?, String)])
    func `a lock that means nothing is named, and the others hold`(customer: String, rep: String?, kind: String) {
        let resolved = resolveTerritoryLocks([lock(customer, rep, line: 3), lock("c2", "bob")], in: book)
        #expect(resolved.problems.map(\.kind) == ["territory-locks.\(kind)"])
        #expect(resolved.problems.allSatisfy { $0.place?.line == 3 && $0.hint?.isEmpty == false })
        #expect(resolved.locks == [RecordID("t:c2"): RecordID("t:bob")])
    }

    @Test func `hints say what may be meant and since when somebody is gone`() {
        let resolved = resolveTerritoryLocks([lock("c1", "bobb", line: 2), lock("c2", "gus", line: 3)], in: book)
        #expect(resolved.problems[0].hint == "did you mean 'bob'?")
        #expect(
            resolved.problems[1].message == "'gus' left on 2026-03-31, so no customer can be locked to that rep")
    }

    @Test func `of a row with the id and one with the name the later one holds`() {
        let resolved = resolveTerritoryLocks(
            [lock("t:c1", "bob", line: 2), lock("c1", isHoldOut: true, line: 3)], in: book)
        #expect(resolved.locks.isEmpty && resolved.holdOuts == [RecordID("t:c1")])
        #expect(resolved.problems.map(\.kind) == ["territory-locks.contradiction"])
    }

    @Test func `locked customers stay and those held out are in no figure`() {
        let book = SmallBook.valley().book
        let resolved = resolveTerritoryLocks(
            book.customers.prefix(8).map { lock($0.name) } + [lock(book.customers[47].name, isHoldOut: true)], in: book)
        let request = TerritoryRequest(moveShare: 1, locks: resolved.locks, holdOuts: resolved.holdOuts)
        let option = proposeTerritories(book, request: request)
        for customer in book.customers.prefix(8) { #expect(option.assignment.owner[customer.id] == customer.ownerID) }
        #expect(option.assignment.owner[book.customers[47].id] == nil)
        let today = territoriesToday(book, request: request)
        #expect(today.assignment.territories.map(\.customerCount).reduce(0, +) == 47 && today.handOvers.isEmpty)
    }
}
