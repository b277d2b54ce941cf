import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct ScoreForecastTests {
    @Test func `a steady business is forecast well from the eve of each month`() {
        let score = scoreForecast(book(steadyHistory()), stages: stages, settings: quickSettings())
        #expect(score.months.map(\.month) == (5...10).map { day($0, 1) })
        #expect(score.coveredCount >= 4)
        #expect(score.wape.map { $0 < 0.5 } == true)
        #expect(score.brier.flatMap { brier in score.configuredBrier.map { brier <= $0 } } == true)
    }

    @Test func `what happened later is not known at the start of a month`() {
        let deals = steadyHistory()
        let later =
            deals + (0..<50).map { deal("late\($0)", [Step(day(10, 20), "First"), Step(day(11, 2), "Won", 9_000)]) }
        let before = scoreForecast(book(deals), stages: stages, settings: quickSettings())
        let after = scoreForecast(book(later), stages: stages, settings: quickSettings())
        #expect(before.months == after.months)
    }

    @Test func `a past book shows deals as they were`() {
        let moving = deal(
            "d", [Step(day(9, 1), "First", 100), Step(day(10, 1), "Second", 200), Step(day(11, 1), "Won", 300)])
        let all = book([moving, deal("later", [Step(day(10, 5), "First")])])
        let past = all.opportunitiesKnown(on: day(10, 1)).opportunities
        #expect(past.map(\.id.text) == ["t:d"])
        #expect(past[0].stage == "Second" && past[0].amount == euros(200) && past[0].outcome == .open)
        #expect(past[0].closed == nil && past[0].changes.count == 2)
        #expect(all.opportunitiesKnown(on: day(8, 31)).opportunities.isEmpty)
    }

    @Test func `a young history has fewer months or none`() {
        let empty = scoreForecast(book([]), stages: stages, settings: quickSettings())
        #expect(empty.months.isEmpty && empty.wape == nil && empty.bias == nil && empty.brier == nil)
        let one = deal("d", [Step(day(9, 1), "First"), Step(day(9, 20), "Won")])
        #expect(
            scoreForecast(book([one]), stages: stages, settings: quickSettings()).months.map(\.month) == [day(10, 1)])
    }

    @Test func `error measures follow from the months`() {
        func month(_ number: Int, _ p50: Int, _ booked: Int) -> ForecastScore.Month {
            ForecastScore.Month(
                month: day(number, 1), p10: euros(p50 - 50), p50: euros(p50), p90: euros(p50 + 50),
                configured: euros(0), booked: euros(booked), dealCount: 1)
        }
        let score = ForecastScore(months: [month(1, 100, 150), month(2, 200, 50)])
        #expect(score.wape == 1)
        #expect(score.bias == 0.5)
        #expect(score.configuredWAPE == 1)
        #expect(score.coveredCount == 1)
    }
}
