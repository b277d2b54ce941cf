import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct WinChancesTests {
    @Test func `a constant chance a day adds up as a geometric series`() {
        var hazards = StageHazards(nil, stages: OpenStages(stages), priorDeals: 20, asOf: day(11, 13))
        hazards.won = [[Double](repeating: 0.1, count: StageHazards.weeks), hazards.won[1]]
        hazards.lost = [[Double](repeating: 0.2, count: StageHazards.weeks), hazards.lost[1]]
        let chances = WinChances(hazards: hazards, horizons: [0, 1, 2, 400])
        #expect(chances.chance(stage: 0, age: 3, within: 0) == 0)
        #expect(abs(chances.chance(stage: 0, age: 3, within: 1) - 0.1) < 1e-12)
        #expect(abs(chances.chance(stage: 0, age: 3, within: 2) - 0.17) < 1e-12)
        #expect(abs(chances.chance(stage: 0, age: 9_999, within: 400) - 1.0 / 3) < 1e-9)
    }

    @Test func `without history a deal is won in the end with the configured probability`() {
        let hazards = StageHazards(nil, stages: OpenStages(stages), priorDeals: 20, asOf: day(11, 13))
        let chances = WinChances(hazards: hazards, horizons: [WinChances.ever])
        #expect(abs(chances.chance(stage: 0, age: 0, within: WinChances.ever) - 0.2) < 0.001)
        #expect(abs(chances.chance(stage: 1, age: 40, within: WinChances.ever) - 0.5) < 0.001)
    }

    @Test func `stages and ages learn their own chances`() {
        let old = (0..<10).map { deal("old\($0)", [Step(day(1, 2), "Second")]) }
        let model = BookingModel(
            book(steadyHistory() + old + [deal("young", [Step(day(11, 12), "First")])]), stages: stages,
            settings: quickSettings(), horizons: ForecastHorizons(asOf: day(11, 13)))
        let (month, quarter) = (model.horizons.month, model.horizons.quarter)
        let young = model.deals.first { $0.id.text == "t:young" }
        let stale = model.deals.first { $0.id.text == "t:old0" }
        // Thirty days from creation to win: not in November, but in December.
        #expect(young.map { $0.wonBy[month] < 0.1 && $0.wonBy[quarter] > 0.3 } == true)
        #expect(young.map { $0.winChance > 0.45 && $0.winChance < 0.7 } == true)
        // Nobody was ever won that late.
        #expect(stale.map { $0.winChance > 0 && $0.winChance < 0.25 && $0.wonBy[quarter] < 0.1 } == true)
    }

    @Test func `more time never lowers a chance`() {
        let model = BookingModel(
            book(steadyHistory()), stages: stages, settings: quickSettings(),
            horizons: ForecastHorizons(asOf: day(11, 13)))
        #expect(!model.deals.isEmpty)
        for deal in model.deals {
            #expect(deal.wonBy == deal.wonBy.sorted() && deal.lostBy == deal.lostBy.sorted())
            #expect(zip(deal.wonBy, deal.lostBy).allSatisfy { $0 >= 0 && $1 >= 0 && $0 + $1 <= 1 + 1e-9 })
            #expect((deal.wonBy.last ?? 1) <= deal.winChance)
        }
    }

    @Test func `a push of the close day does not end a stay, and going back begins a new one`() {
        let pushed = deal(
            "p",
            [
                Step(day(1, 1), "First", close: day(2, 1)), Step(day(1, 11), "First", close: day(3, 1)),
                Step(day(1, 21), "Second"), Step(day(1, 31), "First"), Step(day(2, 5), "Lost"),
            ])
        #expect(
            dealHistories(of: book([pushed]), stages: OpenStages(stages))[0].stays == [
                StageStay(stage: 0, days: 20, end: .moved(to: 1)), StageStay(stage: 1, days: 10, end: .moved(to: 0)),
                StageStay(stage: 0, days: 5, end: .lost),
            ])
    }
}
