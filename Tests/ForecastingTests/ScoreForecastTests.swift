import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct ScoreForecastTests {
    @Test func `a steady business is forecast well from the eve of each month`() {
        let score = scoreForecast(book(steadyHistory()), stages: stages, settings: quickSettings())
        // Ninety days after the first deal, and a whole month of closings before.
        #expect(score.months.map(\.month) == (3...10).map { day($0, 1) })
        #expect(score.coveredCount >= 6)
        #expect(score.horizons.map(\.monthsAhead) == [0, 1, 2])
        #expect(score.horizons.map(\.track.forecasts.count) == [8, 7, 6])
        #expect(score.reps.map(\.repID.text) == ["t:a", "t:b"])
        #expect(score.months.allSatisfy { $0.trailingMean != nil && $0.historical != nil && $0.lastYear == nil })
        #expect(score.wape.map { $0 < 0.5 } == true)
        #expect(score.brier.flatMap { brier in score.configuredBrier.map { brier <= $0 } } == true)
    }

    @Test func `nothing after a month's eve changes what is said about it`() {
        let deals = steadyHistory()
        let eve = day(7, 31)
        let cut = Instant(utc: eve + 1)
        let before = scoreForecast(book(deals), stages: stages, settings: quickSettings())

        // Of what comes later, some is deleted, some changed, some new.
        var changed: [Opportunity] = []
        for (index, deal) in deals.enumerated() {
            let known = deal.changes.filter { $0.at < cut }
            var later = deal.changes.filter { $0.at >= cut }
            if index % 3 == 0 { later = [] }
            for place in later.indices {
                later[place].amount = euros(77_000)
                later[place].outcome = .lost
                later[place].stage = "Lost"
                later[place].closeDay = day(12, 24)
            }
            guard let last = (known + later).last else { continue }
            var other = deal
            other.changes = known + later
            other.stage = last.stage
            other.outcome = last.outcome
            other.amount = last.amount
            other.closeDay = last.closeDay
            other.closed = last.outcome == .open ? nil : last.at
            changed.append(other)
        }
        for number in 0..<40 {
            changed.append(deal("late\(number)", [Step(day(8, 3), "First"), Step(day(9, 2), "Won", 9_000)]))
        }
        let after = scoreForecast(
            book(changed) { contents in
                contents.forecastCalls = [
                    ForecastCall(
                        id: RecordID("t:call"), repID: RecordID("t:a"), caller: .rep, month: day(8, 1),
                        commit: euros(5), bestCase: nil, note: nil, at: Instant(utc: day(8, 2)))
                ]
            }, stages: stages, settings: quickSettings())
        let august = { (score: ForecastScore) in score.months.first { $0.month == day(8, 1) } }
        guard let old = august(before), var new = august(after) else {
            Issue.record("August is not scored")
            return
        }
        #expect(old.booked != new.booked)
        new.booked = old.booked
        #expect(old == new)
        #expect(before.months.filter { $0.month < day(8, 1) } == after.months.filter { $0.month < day(8, 1) })
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
        let one = deal("d", [Step(day(6, 1), "First"), Step(day(8, 20), "Won")])
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

    @Test func `pinball loss, coverage and width follow from the ranges`() {
        func scored(_ booked: Int) -> ScoredForecast {
            ScoredForecast(month: day(1, 1), p10: euros(100), p50: euros(200), p90: euros(300), booked: euros(booked))
        }
        let track = ForecastTrack(forecasts: [scored(50), scored(250)])
        // P10: 0.9 × 50 and 0.1 × 150; P50: 0.5 × 150 and 0.5 × 50; P90: 0.1 × 250 and 0.1 × 50.
        #expect(abs((track.pinball(.p10) ?? 0) - 30) < 1e-9)
        #expect(abs((track.pinball(.p50) ?? 0) - 50) < 1e-9)
        #expect(abs((track.pinball(.p90) ?? 0) - 15) < 1e-9)
        #expect(track.coverage == 0.5)
        #expect(abs((track.width ?? 0) - 400.0 / 300) < 1e-9)
        #expect(ForecastTrack(forecasts: []).pinball(.p50) == nil)
    }

    @Test func `deals are scored by Brier, log loss, AUC and reliability`() {
        var verdicts = DealVerdicts()
        for (chance, won) in [(0.1, false), (0.4, false), (0.35, true), (0.8, true)] { verdicts.add(chance, won: won) }
        let score = verdicts.score(.ours)
        // (0.01 + 0.16 + 0.4225 + 0.04) ÷ 4, and 3 of 4 pairs in order.
        #expect(abs((score?.brier ?? 0) - 0.158125) < 1e-12)
        #expect(abs((score?.logLoss ?? 0) - 0.4722879) < 1e-6)
        #expect(score?.auc == 0.75)
        #expect(verdicts.reliability().map(\.count) == [1, 1, 1, 1])
        #expect(verdicts.reliability().map(\.cameTrue) == [0, 1, 0, 1])
        #expect(DealVerdicts().score(.ours) == nil)
    }
}
