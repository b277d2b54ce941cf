import Config
import Quantities
import Records
import Testing

@testable import Territories

@Suite struct OptionTests {
    @Test func `the usual options stand side by side, today first, and the configured share is recommended`() {
        var settings = TerritorySettings()
        settings.moveShare = 0.125
        let report = measureTerritories(SmallBook.region(customers: 48, reps: 3).book, settings: settings)
        #expect(
            report.options.map(\.key) == [
                "today", "moves-5", "moves-10", "moves-12.5", "moves-20", "redesign", "reps+1", "reps-1",
            ])
        #expect(report.recommended == "moves-12.5")
        let recommended = report.options[3]
        #expect(report.proposal == recommended.assignment && report.handOvers == recommended.handOvers)
        #expect(report.options[0].assignment == report.current && report.options[0].handOvers.isEmpty)
        #expect(report.pareto.map(\.budgetShare) == [0, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1])
    }

    @Test(arguments: [5 as UInt64, 6])
    func `whatever the option, each customer has one owner, budgets hold and no break is added`(seed: UInt64) throws {
        let small = SmallBook.region(customers: 60, reps: 3, seed: seed)
        let report = measureTerritories(small.book)
        let ids = Set(small.contents.customers.map(\.id))
        let breaks = report.options[0].figures.contiguityBreaks
        for option in report.options {
            #expect(Set(option.assignment.owner.keys) == ids)
            #expect(option.assignment.territories.reduce(0) { $0 + $1.customerCount } == ids.count)
            #expect(option.figures.contiguityBreaks <= breaks)
            #expect(option.figures.customersHandedOver == option.handOvers.count)
            #expect(option.flows.reduce(0) { $0 + $1.customers } == option.handOvers.count)
            #expect(
                option.flows.reduce(0) { $0 + $1.revenue.minorUnits } == option.figures.revenueHandedOver.minorUnits)
            #expect(option.figures.driveBound <= option.figures.totalDriveHours)
            #expect(option.figures.deviationBound <= option.figures.largestDeviation + 1e-9)
            let bound = try #require(option.figures.sumOfSquaresBound)
            #expect(bound >= 0 && bound <= option.figures.sumOfSquares + 1e-9)
        }
        for (key, share) in [("moves-5", 0.05), ("moves-10", 0.1), ("moves-20", 0.2)] {
            let option = try #require(report.options.first { $0.key == key })
            #expect(option.handOvers.count <= Int(share * 60))
        }
        #expect(report.options.first { $0.key == "redesign" }?.figures.contiguityBreaks == 0)
        for (less, more) in zip(report.pareto, report.pareto.dropFirst()) {
            #expect(steps(more.largestDeviation) <= steps(less.largestDeviation))
        }
    }

    /// Balance as proposals compare it: tenths of a per cent beyond two per cent.
    private func steps(_ deviation: Double) -> Int { Int((max(0, deviation - 0.02) * 1000 - 1e-9).rounded(.up)) }

    @Test func `a bigger budget is never worse, whichever budgets are asked for`() {
        let small = SmallBook.region(customers: 48, reps: 3, strays: 0.25)
        let model = WorkloadModel(
            small.book, settings: TerritorySettings(), planning: PlanningSettings(), travel: TravelSettings())
        let scenario = Scenario(model, TerritoryRequest())
        let line = Proposals(model, TerritoryRequest(), moveShare: 0.2).line(scenario)
        var last: Standing?
        for budget in [0, 1, 3, 4, 8, 9, 13, 48] {
            let alone = line.answers(for: [budget])[0]
            #expect(alone.moves <= budget)
            if let last { #expect(!(last < alone.standing)) }
            last = alone.standing
        }
        let together = line.answers(for: [13, 3, 9])
        #expect(together.map(\.standing) == [13, 3, 9].map { line.answers(for: [$0])[0].standing })
    }

    @Test func `the order of rows does not matter for any option`() {
        var small = SmallBook.region(customers: 40, reps: 3)
        small.customer("nowhere", at: nil, owner: nil)
        let one = measureTerritories(small.book)
        small.reversed = true
        #expect(measureTerritories(small.book) == one)
    }

    @Test func `one rep fewer leaves nobody with the one who goes, one more gives the new one a territory`() throws {
        let report = measureTerritories(SmallBook.region(customers: 48, reps: 3).book)
        let fewer = try #require(report.options.first { $0.key == "reps-1" })
        let gone = try #require(fewer.leaving.first)
        #expect(fewer.assignment.territories.count == 2)
        #expect(!fewer.assignment.owner.values.contains(gone))
        #expect(fewer.note?.contains(gone.text.dropFirst(2)) == true)
        let more = try #require(report.options.first { $0.key == "reps+1" })
        #expect(more.newReps.map(\.id) == [RecordID("new-1")] && more.newReps[0].home != nil)
        #expect(more.assignment.territories.first { $0.repID == RecordID("new-1") }?.customerCount ?? 0 > 5)
    }

    @Test func `a share that was asked for holds for a new rep too, without one a fair share is allowed`() {
        let book = SmallBook.region(customers: 48, reps: 3).book
        let asked = proposeTerritories(book, request: TerritoryRequest(moveShare: 0.05, reps: 1))
        #expect(asked.figures.customersHandedOver <= 2)
        let fair = proposeTerritories(book, request: TerritoryRequest(reps: 1))
        #expect(fair.figures.customersHandedOver > 5)
    }

    @Test func `a configured share that reads like a usual one stands in its place`() {
        var settings = TerritorySettings()
        settings.moveShare = 0.0502
        let report = measureTerritories(SmallBook.region(customers: 40, reps: 3).book, settings: settings)
        #expect(report.options.prefix(5).map(\.key) == ["today", "moves-5", "moves-10", "moves-20", "redesign"])
    }

    @Test func `asking what a hand-over would change leaves no trace`() {
        var small = SmallBook()
        for (index, name) in ["ana", "bob", "cem"].enumerated() { small.rep(name, at: (Double(index) * 20, 0)) }
        // Several of each rep at a point, with visits a year that binary fractions don't hold.
        for index in 10..<70 {
            small.customer(
                "c\(index)", at: (Double(index % 4) * 9, 3), owner: ["ana", "bob", "cem"][index % 3],
                cadence: [10, 13, 21, 30, 45, 77, 90][index % 7])
        }
        let model = WorkloadModel(
            small.book, settings: TerritorySettings(), planning: PlanningSettings(), travel: TravelSettings())
        var partition = Partition(model, owner: model.owner)
        func ask(_ customers: [Int]) -> [Int: [Double]] {
            var answers: [Int: [Double]] = [:]
            for customer in customers {
                answers[customer] = model.reps.indices.filter { $0 != model.owner[customer] }.flatMap {
                    let change = partition.change(customer, to: $0)
                    return [change.from, change.to]
                }
            }
            return answers
        }
        let first = ask(Array(model.customers.indices))
        #expect(ask(model.customers.indices.reversed()) == first)
    }

    @Test func `who leaves hands everything over, and their customers do not use the budget`() throws {
        let book = SmallBook.region(customers: 48, reps: 3).book
        let leaving: RecordID<Rep> = RecordID("t:r1")
        let option = proposeTerritories(book, request: TerritoryRequest(moveShare: 0, leaving: leaving))
        #expect(option.key == "leaves-t:r1" && option.leaving == [leaving])
        #expect(!option.assignment.owner.values.contains(leaving))
        #expect(option.handOvers.allSatisfy { $0.from == leaving })
        #expect(option.handOvers.count == book.customersByRep[leaving]?.count)
        let nobody = proposeTerritories(book, request: TerritoryRequest(leaving: RecordID("t:nobody")))
        #expect(nobody.obstacle?.contains("t:nobody") == true && nobody.handOvers.isEmpty)
    }

    @Test func `customers of someone who has left are an option of their own`() throws {
        var small = SmallBook.region(customers: 40, reps: 3)
        small.rep("gone", at: (60, 60), isActive: false)
        for index in 0..<5 { small.customer("g\(index)", at: (60 + Double(index), 60), owner: "gone") }
        let option = try #require(measureTerritories(small.book).options.last)
        #expect(option.key == "leaves-t:gone" && option.name.contains("gone"))
        #expect(option.handOvers.count == 5 && option.figures.orphansPlaced == 5)
        #expect(option.figures.customersHandedOver == 0)
    }
}
