import Config
import Quantities
import Records
import Testing

@testable import Forecasting

/// Histories as real exports have them: corrected late, emptied on losing, filled in on winning, very young.
@Suite struct OddHistoryTests {
    private func model(_ deals: [Opportunity], prior: Double = 20) -> BookingModel {
        var settings = quickSettings()
        settings.priorDeals = prior
        return BookingModel(
            book(deals), stages: stages, settings: settings, horizons: ForecastHorizons(asOf: day(11, 13)))
    }

    @Test func `a deal that is corrected after its closing was closed when it was`() {
        let corrected = deal(
            "d", [Step(day(5, 1), "First"), Step(day(6, 10), "Won", 900), Step(day(8, 20), "Won", 1_000)])
        let past = book([corrected]).opportunitiesKnown(on: day(8, 31)).opportunities
        #expect(past.first?.closed == Instant(utc: day(6, 10), seconds: 43_200))
        #expect(past.first?.amount == euros(1_000))
        let reopened = deal(
            "r",
            [Step(day(5, 1), "First"), Step(day(6, 10), "Won"), Step(day(7, 1), "First"), Step(day(8, 1), "Won")])
        #expect(
            book([reopened]).opportunitiesKnown(on: day(8, 31)).opportunities.first?.closed
                == Instant(utc: day(8, 1), seconds: 43_200))
    }

    @Test func `a company's first win is no pace yet`() throws {
        let first = deal("first", [Step(day(11, 13), "First"), Step(day(11, 13), "Won")])
        let forecast = forecastPipeline(
            book([first]), stages: stages, settings: quickSettings(), report: ReportSettings())
        let month = try #require(forecast.forecasts.first { $0.scope == .company && $0.period == .month })
        #expect(month.booked == euros(1_000) && month.p50 == euros(1_000))
        // Ten wins in two weeks count as ten in four.
        let young = (0..<11).map { number in
            deal("w\(number)", [Step(day(11, 2) + number, "First"), Step(day(11, 2) + number, "Won")])
        }
        let rates = model(young).runRates.map { ($0.windowDays, $0.wins.count) }
        #expect(rates.allSatisfy { $0.0 == 28 } && rates.map(\.1).reduce(0, +) == 10)
    }

    @Test func `losses that were closed with an amount of 0 are losses`() throws {
        let won = (0..<60).map { number in
            deal("w\(number)", [Step(day(3, 1) + number * 3, "First"), Step(day(3, 1) + number * 3 + 30, "Won")])
        }
        func lost(_ amount: Int?) -> [Opportunity] {
            (0..<40).map { number in
                deal(
                    "l\(number)",
                    [Step(day(3, 1) + number * 4, "First"), Step(day(3, 1) + number * 4 + 30, "Lost", amount)])
            }
        }
        let open = deal("open", [Step(day(11, 1), "First")])
        let whole = try #require(model(won + lost(1_000) + [open]).deals.first)
        for amount in [0, nil] {
            let emptied = try #require(model(won + lost(amount) + [open]).deals.first)
            #expect(abs(emptied.winChance - whole.winChance) < 1e-9)
        }
        let unbeaten = try #require(model(won + [open]).deals.first)
        #expect(whole.winChance < unbeaten.winChance - 0.05)
    }

    @Test func `deals that only ever had a placeholder amount do not make a history`() {
        let closed = (0..<9).map { number in
            deal("c\(number)", [Step(day(6, 1) + number * 7, "First"), Step(day(7, 1) + number * 7, "Won")])
        }
        let empty = deal("empty", [Step(day(6, 1), "First", 0), Step(day(7, 1), "Lost", 0)])
        let open = deal("open", [Step(day(11, 1), "First")])
        let (with, without) = (model(closed + [empty, open]), model(closed + [open]))
        #expect(with.closedDealCount == 9 && with.usesConfiguredRates)
        #expect(with.deals.map(\.wonBy) == without.deals.map(\.wonBy))
    }

    @Test func `what is filled in only when a deal is won is no signal`() {
        var deals = steadyHistory()
        for index in deals.indices { deals[index].leadSource = deals[index].outcome == .won ? "Web" : nil }
        let signals = model(deals).basis.signals.map(\.name)
        #expect(!signals.contains("lead source"))
    }

    @Test func `size and owner are those of the day`() {
        var moving = deal("d", [Step(day(9, 1), "First", 100), Step(day(10, 1), "Second", 90_000)])
        moving.changes[0].ownerID = RecordID("t:a")
        moving.changes[1].ownerID = RecordID("t:b")
        moving.ownerID = RecordID("t:b")
        let all = book([moving])
        let histories = dealHistories(of: all, stages: OpenStages(stages))
        let slotByRep = Dictionary(uniqueKeysWithValues: all.reps.enumerated().map { ($1.id, $0) })
        let classes = DealClasses(all, histories: histories, slots: [1], slotByRep: slotByRep)
        func numbers(_ on: Day) -> [Int?] { [DealSignal.rep, .size].map { classes.number(of: $0, deal: 0, on: on) } }
        #expect(numbers(day(9, 15))[0] == 0 && numbers(day(10, 1))[0] == 1)
        #expect(numbers(day(9, 15))[1] != numbers(day(10, 1))[1])
        #expect(numbers(day(8, 31)) == [nil, nil])
    }

    @Test func `calls of a few reps are no forecast of the company`() {
        func call(of reps: [String]) -> Int? {
            let past = book(steadyHistory()) { contents in
                contents.forecastCalls = reps.map {
                    ForecastCall(
                        id: RecordID("t:call-\($0)"), repID: RecordID("t:\($0)"), caller: .rep, month: day(12, 1),
                        commit: euros(5), at: Instant(utc: day(11, 2)))
                }
            }
            return BaselineForecasts(past, model: model(steadyHistory()), first: day(12, 1), stages: stages).repCall()
        }
        #expect(call(of: ["a"]) == nil)
        #expect(call(of: ["a", "b"]) == 1_000)
    }
}
