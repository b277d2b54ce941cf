import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct ForecastPipelineTests {
    private func forecast(_ book: SalesBook, settings: ForecastSettings = quickSettings()) -> PipelineForecast {
        forecastPipeline(book, stages: stages, settings: settings, report: ReportSettings())
    }

    @Test func `an empty book has an empty forecast that says so`() {
        let result = forecast(SalesBook(asOf: day(11, 13), zone: .utc, currency: .euro, contents: SalesBookContents()))
        #expect(result.forecasts.map(\.scope) == [.company, .company, .company])
        #expect(result.forecasts.allSatisfy { $0.p10.minorUnits == 0 && $0.p90.minorUnits == 0 && $0.quota == nil })
        #expect(result.usesConfiguredRates)
        #expect(result.deals.isEmpty && result.setAside.isEmpty && result.bigDeals.isEmpty)
        #expect(result.stages.map(\.winRate) == [0.2, 0.5])
        #expect(result.waterfall.sumsExactly)
    }

    @Test func `one closed deal says nothing yet`() {
        let closed = deal("w", [Step(day(11, 1), "Second"), Step(day(11, 9), "Won", 700)])
        let result = forecast(book([closed, deal("o", [Step(day(11, 10), "Second")])]))
        #expect(result.usesConfiguredRates)
        #expect(result.closedDealCount == 1)
        #expect(result.stages[1].winRate == 0.5)
        #expect(result.stages[1].closedCount == 1)
        #expect(abs(result.deals[0].winChance - 0.5) < 0.001)
        #expect(result.forecasts[0].booked == euros(700))
    }

    @Test func `win rates are shrunk towards the configured probability`() {
        // 48 of 80 closed deals and more were won; the twenty imagined ones pull towards a half.
        let rate = forecast(book(steadyHistory())).stages[1]
        let raw = Double(rate.wonCount) / Double(rate.closedCount)
        #expect(rate.closedCount > 75)
        #expect(rate.winRate < raw && rate.winRate > 0.5)
        #expect(abs(rate.winRate - (Double(rate.wonCount) + 10) / Double(rate.closedCount + 20)) < 1e-12)
        #expect(rate.winRateLow < rate.winRate && rate.winRate < rate.winRateHigh)
        // Second is entered after 10 days and left after 30 or 20.
        #expect(rate.medianDays == 20 && rate.p90Days == 20)
    }

    @Test func `booked, open and new deals add up for every scope`() {
        let result = forecast(book(steadyHistory()))
        #expect(
            result.forecasts.filter { $0.period == .nextQuarter }.map(\.scope) == [
                .company, .team(RecordID("t:north")), .team(RecordID("t:south")), .rep(RecordID("t:a")),
                .rep(RecordID("t:b")),
            ])
        #expect(
            result.forecasts.prefix(6).map(\.scope) == [.company, .company, .company]
                + Array(repeating: .team(RecordID("t:north")), count: 3))
        #expect(result.forecasts.prefix(3).map(\.period) == [.month, .quarter, .nextQuarter])
        for one in result.forecasts {
            #expect(one.booked.minorUnits <= one.p10.minorUnits)
            #expect(one.p10.minorUnits <= one.p50.minorUnits && one.p50.minorUnits <= one.p90.minorUnits)
        }
        let quarter = result.forecasts[1]
        #expect(quarter.from == day(10, 1) && quarter.until == day(12, 31))
        // Rep a is the whole of team north, and so is the forecast.
        #expect(result.forecasts[3].p50 == result.forecasts[9].p50)
        #expect(
            result.forecasts[3].booked.minorUnits + result.forecasts[6].booked.minorUnits
                == result.forecasts[0].booked.minorUnits)
        // 18 wins a quarter or so from 1,000 euros each.
        #expect(quarter.p50.amount > 9_000 && quarter.p50.amount < 20_000)
        #expect(quarter.notYetCreated.minorUnits > 0)
    }

    @Test func `placeholders, missing amounts, other currencies and unknown stages are set aside and listed`() {
        var dollars = deal("usd", [Step(day(11, 2), "First")])
        dollars.amount = Money(minorUnits: 500_000, currency: Currency(code: "USD")!)
        let result = forecast(
            book([
                deal("one", [Step(day(11, 2), "First", 1)]), deal("none", [Step(day(11, 2), "First", nil)]), dollars,
                deal("odd", [Step(day(11, 2), "Elsewhere")]),
            ]))
        #expect(result.setAside.map(\.text) == ["t:none", "t:odd", "t:one", "t:usd"])
        #expect(result.deals.isEmpty)
        #expect(result.forecasts.allSatisfy { $0.p90.minorUnits == 0 })
    }

    @Test func `big deals are listed, and the range without them is given`() {
        let small = (0..<30).map { deal("s\($0)", [Step(day(11, 2), "Second", 1_000)]) }
        let result = forecast(
            book(
                small + [
                    deal("big", owner: "b", [Step(day(11, 2), "Second", 90_000)]),
                    deal("huge", owner: "b", [Step(day(11, 2), "Second", 100_000)]),
                ]))
        #expect(result.bigDeals.map(\.text) == ["t:huge", "t:big"])
        #expect(result.forecasts[1].p90.amount > 90_000)
        #expect(result.forecasts[1].withoutBigDeals.map { $0.p90.amount < 30_000 && $0.p50.amount > 3_000 } == true)
        #expect(result.forecasts.first { $0.scope == .team(RecordID("t:north")) }?.withoutBigDeals == nil)
    }

    @Test func `quotas and latest calls come from the book, and are missing where nobody gave them`() {
        let result = forecast(
            book([]) { contents in
                contents.quotas = [(10, 100), (11, 200), (12, 300)].map {
                    Quota(id: RecordID("t:q\($0.0)"), repID: RecordID("t:a"), month: day($0.0, 1), amount: euros($0.1))
                }
                contents.forecastCalls = [("c1", 2, 500), ("c2", 9, 800)].map {
                    ForecastCall(
                        id: RecordID("t:\($0.0)"), repID: RecordID("t:a"), caller: .rep, month: day(11, 1),
                        commit: euros($0.2), at: Instant(utc: day(11, $0.1)))
                }
            })
        let mine = result.forecasts.filter { $0.scope == .rep(RecordID("t:a")) }
        #expect(mine.map(\.quota) == [euros(200), euros(600), nil])
        #expect(mine.map(\.repCall) == [euros(800), nil, nil])
        #expect(mine.map(\.managerCall) == [nil, nil, nil])
        #expect(result.forecasts.filter { $0.scope == .rep(RecordID("t:b")) }.allSatisfy { $0.quota == nil })
        #expect(result.forecasts[0].quota == euros(200))
    }

    @Test func `another deal leaves the futures of the others as they were`() {
        let before = forecast(book(steadyHistory()))
        let after = forecast(book(steadyHistory() + [deal("extra", owner: "b", [Step(day(11, 12), "First", 5_000)])]))
        func mine(_ result: PipelineForecast) -> [BookingForecast] {
            result.forecasts.filter { $0.scope == .team(RecordID("t:north")) }
        }
        // The extra open deal changes the exposure a little, and with it chances; the median month barely moves.
        #expect(abs(mine(before)[0].p50.amount - mine(after)[0].p50.amount) <= 1_000)
    }

    @Test func `the order of the input changes nothing, and the seed does`() {
        let deals = steadyHistory()
        let forward = forecast(book(deals))
        let backward = forecast(
            book(deals.reversed()) {
                $0.reps.reverse(); $0.teams.reverse()
            })
        #expect(forward.forecasts == backward.forecasts)
        #expect(forward.deals == backward.deals)
        #expect(forward.waterfall == backward.waterfall)
        var other = quickSettings()
        other.seed = 2
        #expect(forecast(book(deals), settings: other).forecasts != forward.forecasts)
    }
}
