import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct PaceTests {
    @Test func `the pace of wins is found again with its season`() {
        // Two wins a day, in the first fortnight of a quarter four.
        let asOf = day(9, 30)
        var wins: [Day] = []
        let weeks = SellingCalendar.weeks(from: asOf - 364, count: 365)
        for (offset, week) in weeks.enumerated() {
            for _ in 0..<(week < 2 ? 4 : 2) { wins.append(asOf - 364 + offset) }
        }
        let pace = WinPace(wonDays: wins, from: asOf - 364, asOf: asOf, days: 60)
        #expect(pace.map { abs($0.wins[3] - 4) < 0.8 && abs($0.wins[40] - 2) < 0.25 } == true)
        #expect(WinPace(wonDays: wins, from: asOf - 20, asOf: asOf, days: 60) == nil)
    }

    @Test func `the view that erred less gets the weight`() {
        let paceRight = (0..<8).map { _ in PaceBlend.Errors(bottomUp: -0.4, pace: 0.01) }
        let dealsRight = (0..<8).map { _ in PaceBlend.Errors(bottomUp: 0.02, pace: 0.5) }
        #expect(PaceBlend.weight(learnedFrom: []) == PaceBlend.priorWeight)
        #expect(PaceBlend.weight(learnedFrom: paceRight) < 0.1)
        #expect(PaceBlend.weight(learnedFrom: dealsRight) > 0.7)
    }

    @Test func `a class that wins more than expected is shrunk towards the others`() {
        var factors = SignalFactors(prior: 20)
        for number in 0..<400 {
            factors.add(number % 2, chance: 0.2, isWon: number % 2 == 0 ? number % 10 < 3 : number % 10 == 1)
        }
        let learned = factors.factors()
        #expect(learned.count == 2 && learned[0] > 1.1 && learned[0] < 1.6 && learned[1] < 0.9)
        #expect(abs(scaledChance(0.3, by: 1) - 0.3) < 1e-12 && scaledChance(0.3, by: 2) == 1 - 0.7 * 0.7)
    }

    @Test func `classes hardly seen are taken together, and one never seen changes nothing`() {
        var factors = SignalFactors(prior: 20)
        for number in 0..<400 {
            // 200 deals of one class, and 200 classes of a deal each, which are won twice as often.
            let isRare = number % 2 == 1
            factors.add(isRare ? number + 1 : 0, chance: 0.2, isWon: number % 10 < 2 || number % 20 == 13)
        }
        let learned = factors.factors()
        #expect(Set(stride(from: 2, through: 400, by: 2).map { learned[$0] }).count == 1)
        #expect(learned[2] > learned[0] && learned[1] == 1)
        for _ in 0..<4 { factors.add(2, chance: 0.2, isWon: false) }
        #expect(factors.factors()[2] < factors.factors()[4])
    }

    @Test func `with few closed deals the configured probabilities decide, and say so`() {
        let few = Array(steadyHistory().filter { $0.outcome != .open }.prefix(9))
        let model = BookingModel(
            book(few + [deal("open", [Step(day(11, 1), "Second")])]), stages: stages, settings: quickSettings(),
            horizons: ForecastHorizons(asOf: day(11, 13)))
        #expect(model.usesConfiguredRates && model.basis.usesConfigured && model.basis.needed == 10)
        #expect(abs((model.deals.first?.winChance ?? 0) - 0.5) < 0.01)
        #expect(model.basis.signals.isEmpty && model.basis.pipelineWeight == 1)
    }

    @Test func `a placeholder amount teaches nothing`() {
        let deals = steadyHistory()
        let empty = (0..<30).map { deal("zero\($0)", [Step(day(10, 1), "First", 0)]) }
        func chances(_ deals: [Opportunity]) -> [[Double]] {
            BookingModel(
                book(deals), stages: stages, settings: quickSettings(), horizons: ForecastHorizons(asOf: day(11, 13))
            ).deals.map(\.wonBy)
        }
        #expect(chances(deals) == chances(deals + empty))
    }
}
