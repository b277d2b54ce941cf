import Config
import Quantities
import Records
import Testing

@testable import Forecasting

/// A model of open deals with the given chances, without anything learned and without new deals.
private struct SmallModel {
    var model: BookingModel
    var book: SalesBook

    /// `chance` for the quarter, half of it for the month, by deal.
    init(_ chances: [Double], amount: Int = 1_000, owners: [String] = ["a"], customers: [String] = []) {
        let book = openDeals(chances.count, amount: amount, owners: owners, customers: customers)
        var model = BookingModel(
            book, stages: stages, settings: quickSettings(), horizons: ForecastHorizons(asOf: book.asOf))
        let horizons = model.horizons
        for index in model.deals.indices {
            let chance = chances[index]
            model.deals[index].wonBy = horizons.days.indices.map {
                $0 < horizons.month ? chance * 0.3 : $0 < horizons.quarter ? chance / 2 : chance
            }
        }
        model.dispersion = Dispersion(company: 0, rep: 0, customer: 0, newDeals: 0)
        self.model = model
        self.book = book
    }

    var cuts: FutureCuts {
        FutureCuts(
            periods: [model.horizons.month, model.horizons.quarter, model.horizons.nextQuarter].map {
                model.horizons.days[$0]
            }, others: [7, 21])
    }

    func simulation(draws: Int = 4_000, seed: UInt64 = 1, scenarios: [ScenarioEffects] = []) -> BookingSimulation {
        BookingSimulation(model, book: book, seed: seed, draws: draws, cuts: cuts, scenarios: scenarios)
    }

    /// Won by the quarter's end, by draw.
    func quarter(draws: Int = 4_000, seed: UInt64 = 1) -> [Int] {
        simulation(draws: draws, seed: seed).companyFutures().total(through: quarterCut)
    }

    var quarterCut: Int { cuts.index(of: model.horizons.days[model.horizons.quarter]) }
    var monthCut: Int { cuts.index(of: model.horizons.days[model.horizons.month]) }
}

private func openDeals(_ count: Int, amount: Int, owners: [String], customers: [String]) -> SalesBook {
    book(
        (0..<count).map { number in
            deal(
                "d\(number < 10 ? "0" : "")\(number)", owner: owners[number % owners.count],
                customer: customers.isEmpty ? nil : customers[number % customers.count],
                [Step(day(11, 2), "First", amount)])
        })
}

private func mean(_ values: [Int]) -> Double { Double(values.reduce(0, +)) / Double(values.count) }
private func deviation(_ values: [Int]) -> Double {
    let center = mean(values)
    return (values.reduce(0) { $0 + (Double($1) - center) * (Double($1) - center) } / Double(values.count)).squareRoot()
}

@Suite struct BookingSimulationTests {
    @Test func `the mean of the futures is the sum of chance and amount, whatever moves them together`() {
        let chances = (1...16).map { Double($0) / 17 }
        let expected = chances.reduce(0, +) * 100_000
        for (spread, seeds, most) in [(0, 1, 0.008), (0.5, 10, 0.01), (0.8, 10, 0.02)] {
            var (quarters, months) = (0.0, 0.0)
            for seed in 1...seeds {
                var small = SmallModel(chances, owners: ["a", "b"], customers: ["x", "y", "z"])
                small.model.dispersion = Dispersion(company: spread, rep: spread, customer: spread, newDeals: 0)
                let futures = small.simulation(draws: 10_000, seed: UInt64(seed)).companyFutures()
                let quarter = futures.total(through: small.quarterCut)
                let month = futures.total(through: small.monthCut)
                quarters += mean(quarter) / expected / Double(seeds)
                months += mean(month) / (expected / 2) / Double(seeds)
                #expect(zip(month, quarter).allSatisfy { $0 <= $1 })
            }
            // The standard error of independent deals is 0.2 % a seed, for the month 0.3 %; shared factors leave more.
            #expect(abs(quarters - 1) < most)
            #expect(abs(months - 1) < most * 1.5)
        }
    }

    @Test func `sixty-four futures share no factor, and their odds are those of independent deals`() {
        let small = SmallModel([Double](repeating: 0.3, count: 40), owners: ["a", "b"], customers: ["x"])
        var moved = small
        moved.model.dispersion = Dispersion(company: 0.8, rep: 0.8, customer: 0.8, newDeals: 0.8)
        #expect(moved.quarter(draws: 64) == small.quarter(draws: 64))
        #expect(moved.quarter(draws: 65) != small.quarter(draws: 65))
    }

    @Test func `independent deals have the variance of coin tosses`() {
        let values = SmallModel([Double](repeating: 0.3, count: 50)).quarter()
        #expect(abs(deviation(values) / (100_000 * (50 * 0.3 * 0.7).squareRoot()) - 1) < 0.04)
    }

    @Test func `each kind of dispersion widens the futures, and more of it more`() {
        let chances = [Double](repeating: 0.4, count: 60)
        let kinds: [WritableKeyPath<Dispersion, Double>] = [\.company, \.rep, \.customer]
        for kind in kinds {
            let deviations = [0, 0.3, 0.6].map { spread -> Double in
                var small = SmallModel(chances, owners: ["a", "b"], customers: ["x", "y"])
                small.model.dispersion[keyPath: kind] = spread
                return deviation(small.quarter())
            }
            #expect(deviations[0] * 1.1 < deviations[1] && deviations[1] * 1.1 < deviations[2])
        }
        let paces = [0, 0.3, 0.6].map { spread -> Double in
            var small = SmallModel([0.1])
            small.model.runRates[0].windowDays = 1
            small.model.runRates[0].wins = (0..<80).map { RunRate.Win(lag: 5 + $0 % 10, amount: 100_000) }
            small.model.dispersion.newDeals = spread
            return deviation(small.quarter())
        }
        // Some 3,080 wins come: 55 either way by chance alone, 0.3 of all with the pace.
        #expect(paces[1] / paces[0] > 8 && paces[2] / paces[1] > 1.6)
    }

    @Test func `deals of one customer are won together more often than deals of two`() {
        func together(_ customers: [String]) -> Double {
            var small = SmallModel([0.5, 0.5], customers: customers)
            small.model.dispersion.customer = 1
            return mean(small.quarter().map { $0 == 200_000 ? 1 : 0 })
        }
        #expect(together(["x"]) > together(["x", "y"]) + 0.02)
    }

    @Test func `wins of deals not yet created are Poisson, and a period's are independent of the one before`() {
        var small = SmallModel([])
        var runRate = small.model.runRates[0]
        runRate.windowDays = 10
        runRate.wins = [RunRate.Win(lag: 0, amount: 1)]
        small.model.runRates =
            [runRate] + small.model.runRates.dropFirst().map { _ in RunRate(windowDays: 10, days: 200) }
        let futures = small.simulation().companyFutures()
        let days = small.cuts.days
        let month = futures.total(through: small.monthCut)
        let quarter = futures.total(after: small.monthCut, through: small.quarterCut)
        let expected = (Double(days[small.monthCut]) / 10, Double(days[small.quarterCut] - days[small.monthCut]) / 10)
        #expect(abs(mean(month) - expected.0) < 0.05 && abs(mean(quarter) - expected.1) < 0.08)
        #expect(abs(deviation(month) - expected.0.squareRoot()) < 0.05)
        #expect(abs(deviation(quarter) - expected.1.squareRoot()) < 0.08)
        let both = deviation(zip(month, quarter).map { $0 + $1 })
        #expect(abs(both - (expected.0 + expected.1).squareRoot()) < 0.08)
        // Within a period the count by an earlier cut never exceeds the later one's.
        #expect(zip(futures.total(through: small.monthCut - 1), month).allSatisfy { $0 <= $1 })
        #expect(abs(mean(futures.total(through: small.monthCut - 1)) - Double(days[small.monthCut - 1]) / 10) < 0.05)
    }

    @Test func `a deal that is added leaves the futures of the others as they were`() {
        let chances = (0..<20).map { 0.1 + Double($0) / 30 }
        var some = SmallModel(chances, customers: ["x", "y", "z"])
        some.model.dispersion = .usual
        var fewer = some
        fewer.model.deals.remove(at: 3)
        let all = some.quarter(draws: 1_000)
        let rest = fewer.quarter(draws: 1_000)
        #expect(zip(all, rest).allSatisfy { $0 == $1 || $0 == $1 + 100_000 })
        #expect(all != rest)
    }

    @Test func `a deal without an amount changes nothing`() {
        var some = SmallModel([0.2, 0.5, 0.8], customers: ["x"])
        some.model.dispersion = .usual
        var more = SmallModel([0.2, 0.5, 0.8, 0.5], customers: ["x"])
        more.model.dispersion = .usual
        more.model.deals[3].amount = 0
        #expect(some.quarter(draws: 500) == more.quarter(draws: 500))
    }

    @Test func `more futures begin with the same ones where nothing is shared, and the seed changes them`() {
        let small = SmallModel([0.2, 0.5, 0.8])
        #expect(small.quarter(draws: 100) == Array(small.quarter(draws: 1_000).prefix(100)))
        #expect(small.quarter(draws: 100).count == 100)
        #expect(small.quarter(draws: 100) != small.quarter(draws: 100, seed: 2))
    }

    @Test func `pieces played side by side and one by one give the same bytes`() {
        var small = SmallModel([Double](repeating: 0.3, count: 60), owners: ["a", "b"])
        small.model.dispersion = .usual
        let simulation = small.simulation(draws: 777)
        var oneByOne = SlotFutures(simulation.shape, hasBig: false)
        for slot in (0..<simulation.slotCount).reversed() {
            simulation.futures(of: [slot]).forEach { oneByOne.add($0) }
        }
        #expect(oneByOne.values == simulation.companyFutures().values)
        #expect(small.simulation(draws: 777).companyFutures().values == oneByOne.values)
    }

    @Test func `deals that are sure or impossible are so in every future`() {
        var sure = SmallModel([1, 0])
        sure.model.dispersion = Dispersion(company: 0.5, rep: 0.5, customer: 0.5, newDeals: 0.5)
        #expect(Set(sure.quarter(draws: 1_000)) == [100_000])
    }
}
