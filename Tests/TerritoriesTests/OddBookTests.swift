import Config
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct OddBookTests {
    private let requests = [
        TerritoryRequest(), TerritoryRequest(moveShare: 1), TerritoryRequest(moves: 1), TerritoryRequest(reps: 2),
        TerritoryRequest(reps: -1), TerritoryRequest(leaving: RecordID("t:ana")),
        TerritoryRequest(moveShare: .nan, maxCustomers: -3, maxHours: -1),
    ]

    /// Why nothing is proposed, rather than why something is not better.
    private let refusals = [
        "No rep is active", "There are no customers", "No active rep", "Only one rep", "No customer has",
        "There are not that many reps",
    ]

    private func check(_ small: SmallBook, _ comment: Comment, reason: String? = nil) {
        let owned = small.contents.customers.filter { customer in
            small.contents.reps.contains { $0.id == customer.ownerID && $0.isActive }
        }
        for request in requests {
            let option = proposeTerritories(small.book, request: request)
            #expect(option.assignment.owner.count >= owned.count, comment)
            #expect(option.figures.largestDeviation.isFinite && option.figures.totalDriveHours.isFinite, comment)
            if refusals.contains(where: { option.obstacle?.hasPrefix($0) == true }) {
                #expect(option.key == "today" && option.handOvers.isEmpty, comment)
            } else {
                #expect(option.assignment.owner.count == small.contents.customers.count, comment)
            }
        }
        if let reason { #expect(proposeTerritories(small.book).obstacle?.hasPrefix(reason) == true, comment) }
        #expect(measureTerritories(small.book).options.first?.key == "today", comment)
    }

    @Test func `books with hardly anything in them get an answer or a reason`() {
        check(SmallBook(), "nothing", reason: "No rep is active")
        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        check(small, "a rep alone", reason: "There are no customers")
        small.customer("one", at: (1, 1), owner: "ana")
        check(small, "one rep, one customer", reason: "Only one rep")
        small.rep("bob", at: (0, 0))
        check(small, "two reps, one customer", reason: "No hand-over within")
        small.rep("cem", at: nil)
        check(small, "a rep without a home", reason: "No hand-over within")
        var nobody = SmallBook()
        nobody.customer("one", at: (1, 1), owner: nil)
        check(nobody, "no rep", reason: "No rep is active")
    }

    @Test func `customers at one point, without a place or without workload are divided too`() {
        var point = SmallBook()
        var nowhere = SmallBook()
        var idle = SmallBook()
        for name in ["ana", "bob", "cem"] {
            point.rep(name, at: (5, 5))
            nowhere.rep(name, at: (5, 5))
            idle.rep(name, at: (Double(name.count), 0))
        }
        for index in 10..<28 {
            point.customer("c\(index)", at: (2, 2), owner: "ana")
            nowhere.customer("c\(index)", at: nil, owner: "ana")
            idle.customer("c\(index)", at: (Double(index), 3), owner: index % 2 == 0 ? "ana" : nil, cadence: 0)
        }
        check(point, "at one point")
        check(nowhere, "without a place")
        check(idle, "without workload")
        let redesign = proposeTerritories(point.book, request: TerritoryRequest(moveShare: 1))
        #expect(redesign.figures.largestDeviation < 0.18)
    }

    @Test func `a customer bigger than a territory bounds the balance`() {
        var small = SmallBook()
        small.rep("ana", at: (0, 0))
        small.rep("bob", at: (10, 0))
        small.customer("huge", at: (1, 0), owner: "ana", cadence: 1, minutes: 240)
        for index in 10..<16 { small.customer("c\(index)", at: (Double(index) - 6, 1), owner: "ana") }
        let figures = proposeTerritories(small.book, request: TerritoryRequest(moveShare: 1)).figures
        #expect(figures.deviationBound > 0.5)
        #expect(figures.deviationBound <= figures.largestDeviation + 1e-9)
    }
}
