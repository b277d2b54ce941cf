import Config
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct LockTests {
    private let book = SmallBook.region(customers: 64, reps: 4).book

    @Test func `locks hold in every option and hold-outs are in none`() {
        let customers = book.customers
        var request = TerritoryRequest()
        for (index, customer) in customers.enumerated() where index % 10 == 0 {
            request.locks[customer.id] = RecordID("t:r\(index / 10 % 4)")
        }
        request.holdOuts = [customers[1].id, customers[42].id]
        let report = measureTerritories(book, request: request)
        for option in report.options.dropFirst() where option.leaving.isEmpty {
            for (customer, rep) in request.locks { #expect(option.assignment.owner[customer] == rep) }
        }
        for option in report.options {
            #expect(option.assignment.owner.count == customers.count - 2)
            #expect(option.assignment.owner[customers[1].id] == nil)
        }
    }

    @Test func `locks that demand more than the budget are kept all the same, and it says so`() {
        var request = TerritoryRequest(moves: 1)
        for customer in book.customers.prefix(12) { request.locks[customer.id] = RecordID("t:r3") }
        let option = proposeTerritories(book, request: request)
        #expect(book.customers.prefix(12).allSatisfy { option.assignment.owner[$0.id] == RecordID("t:r3") })
        #expect(option.obstacle?.contains("Locks alone") == true)
    }

    @Test func `a lock on the one who leaves can't hold, and it says so`() {
        let own = book.customersByRep[RecordID("t:r1")] ?? []
        let request = TerritoryRequest(leaving: RecordID("t:r1"), locks: [own[0].id: RecordID("t:r1")])
        let option = proposeTerritories(book, request: request)
        #expect(option.assignment.owner[own[0].id] != RecordID("t:r1"))
        #expect(option.obstacle?.contains("1 locked") == true)
    }

    @Test func `nobody is given more customers or hours than allowed while others have room`() {
        let limited = proposeTerritories(book, request: TerritoryRequest(moveShare: 1, maxCustomers: 18))
        #expect(limited.assignment.territories.allSatisfy { $0.customerCount <= 18 })
        let hours = limited.assignment.territories.map(\.hours).reduce(0, +)
        let even = proposeTerritories(book, request: TerritoryRequest(moveShare: 1, maxHours: hours / 4 * 1.015))
        #expect(even.assignment.territories.allSatisfy { $0.hours <= hours / 4 * 1.03 })
        let impossible = proposeTerritories(book, request: TerritoryRequest(moveShare: 1, maxCustomers: 3))
        #expect(impossible.obstacle?.contains("limits") == true)
        #expect(impossible.assignment.owner.count == 64)
    }
}
