import Config
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct RedesignTests {
    @Test(arguments: [5 as UInt64, 8])
    func `a redesign is even to two per cent and in one piece each`(seed: UInt64) throws {
        let book = SmallBook.region(customers: 120, reps: 5, strays: 0.2, seed: seed).book
        let redesign = proposeTerritories(book, request: TerritoryRequest(moveShare: 1))
        #expect(redesign.key == "redesign")
        #expect(redesign.figures.largestDeviation <= max(0.02, redesign.figures.granularity))
        #expect(redesign.figures.contiguityBreaks == 0)
    }

    @Test func `seeds can be the homes or free, and both are even`() {
        let book = SmallBook.region(customers: 60, reps: 3).book
        for seeds in TerritorySeeds.allCases {
            let option = proposeTerritories(book, request: TerritoryRequest(moveShare: 1, seeds: seeds))
            #expect(option.figures.largestDeviation <= max(0.02, option.figures.granularity))
        }
    }

    @Test func `reps who live at one place are told apart by their customers`() {
        var small = SmallBook()
        for name in ["ana", "bob", "cem"] { small.rep(name, at: (10, 10)) }
        for index in 10..<70 {
            let owner = ["ana", "bob", "cem"][index % 3]
            small.customer("c\(index)", at: (Double(index % 10) * 4, Double(index / 10) * 4), owner: owner)
        }
        let option = proposeTerritories(small.book, request: TerritoryRequest(moveShare: 1))
        #expect(option.figures.largestDeviation <= max(0.02, option.figures.granularity))
        #expect(option.figures.contiguityBreaks == 0)
    }
}
