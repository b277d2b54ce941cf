import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct PipelineHealthTests {
    private func health(_ book: SalesBook, minimumSample: Int = 5) -> PipelineHealth {
        var report = ReportSettings()
        report.minimumSample = minimumSample
        return measureHealth(book, stages: stages, settings: ForecastSettings(), report: report)
    }

    @Test func `an empty book has an empty health`() {
        let result = health(book([]))
        #expect(result.funnel.map(\.stage) == ["First", "Second"])
        #expect(result.funnel.allSatisfy { $0.entered == 0 && $0.conversion == nil && $0.low == 0 && $0.high == 1 })
        #expect(result.stageTimes.allSatisfy { $0.median == nil && $0.curve.points.isEmpty })
        #expect(result.bottlenecks.isEmpty && result.cohorts.isEmpty && result.matureDays == nil)
        #expect(result.watchLists.map(\.risk) == [.closeDayPassed, .stuck, .pushed])
        #expect(result.winLoss.map(\.dimension) == WinLoss.Dimension.allCases)
        #expect(result.winLoss.allSatisfy { $0.rows.isEmpty })
    }

    @Test func `each deal that entered a stage went on, was lost or is open`() {
        let result = health(
            book([
                deal("won", [Step(day(1, 1), "First"), Step(day(1, 11), "Second"), Step(day(2, 1), "Won")]),
                deal("lostSecond", [Step(day(1, 1), "First"), Step(day(1, 11), "Second"), Step(day(2, 1), "Lost")]),
                deal("lostFirst", [Step(day(1, 1), "First"), Step(day(1, 11), "Lost")]),
                deal(
                    "back",
                    [
                        Step(day(1, 1), "First"), Step(day(1, 11), "Second"), Step(day(1, 21), "First"),
                        Step(day(2, 1), "Lost"),
                    ]),
                deal("straight", [Step(day(1, 1), "First"), Step(day(1, 11), "Won")]),
                deal("open", [Step(day(1, 1), "First")]),
                deal("never", [Step(day(1, 1), "Won")]),
            ]))
        let first = result.funnel[0]
        #expect(first.entered == 6 && first.wentOn == 4 && first.won == 2 && first.lost == 1 && first.open == 1)
        let second = result.funnel[1]
        #expect(second.entered == 3 && second.wentOn == 1 && second.won == 1 && second.lost == 2 && second.open == 0)
        #expect(first.conversion == 4.0 / 5)
        #expect(first.low < 0.8 && first.high > 0.8)
        #expect(first.isEnough && !second.isEnough)
    }

    @Test func `young deals do not push the conversion down`() {
        // Losses come after 2 days, moves after 20: of those created in the last days only the losses are known.
        let old = (0..<20).map { index in
            let created = day(6, 1) + index
            return deal(
                "old\(index)",
                index % 2 == 0
                    ? [Step(created, "First"), Step(created + 2, "Lost")]
                    : [Step(created, "First"), Step(created + 20, "Second"), Step(created + 30, "Won")])
        }
        let young = (0..<8).map { deal("young\($0)", [Step(day(11, 1), "First"), Step(day(11, 3), "Lost")]) }
        let result = health(book(old + young))
        #expect(result.funnel[0].matureDays == 20)
        #expect(result.funnel[0].conversion == 0.5)
        #expect(result.funnel[0].matureCount == 20 && result.funnel[0].entered == 28)
        #expect(result.funnel[0].lost == 18)
    }

    @Test func `an open deal is censored in its stage, not counted as gone`() {
        let gone = (1...4).map { deal("gone\($0)", [Step(day(10, 1), "First"), Step(day(10, 1) + 10 * $0, "Lost")]) }
        let here = (1...4).map { deal("here\($0)", [Step(day(11, 13) - 25, "First")]) }
        let time = health(book(gone + here)).stageTimes[0]
        #expect(time.ended == 4 && time.ongoing == 4)
        // At risk: 8 on day 10, 7 on day 20, then the four are censored and 2 are left on day 30.
        #expect(time.curve.points.map(\.days) == [10, 20, 25, 30, 40])
        #expect(time.curve.points.map(\.atRisk) == [8, 7, 6, 2, 1])
        #expect(time.median == 30)
        #expect(health(book(gone)).stageTimes[0].median == 20)
    }

    @Test func `where many never leave, long is what nine of ten took that left`() {
        let gone = (1...10).map { deal("gone\($0)", [Step(day(6, 1), "First"), Step(day(6, 1) + $0, "Lost")]) }
        let here = (1...10).map { deal("here\($0)", [Step(day(9, 1), "First")]) }
        let result = health(book(gone + here))
        #expect(result.stageTimes[0].median == 10 && result.stageTimes[0].p90 == nil)
        #expect(result.stageTimes[0].longDays == 9 && result.funnel[0].matureDays == 9)
        #expect(result.funnel[0].matureOpen == 10 && result.funnel[0].matureCount == 10)
        #expect(result.watchList(.stuck)?.items.count == 10)
        #expect(health(book(Array(gone.prefix(4)) + here)).stageTimes[0].longDays == nil)
    }

    @Test func `bottlenecks are ranked by the money that waits times the days beyond the median`() {
        let history = (0..<9).map {
            deal(
                "h\($0)", [Step(day(1, 1), "First"), Step(day(1, 11), "Second"), Step(day(1, 16), "Won")])
        }
        let result = health(
            book(
                history + [
                    // First: usually 10 days, 30 here; Second: usually 5, 12 here.
                    deal("a", [Step(day(11, 13) - 30, "First", 1_000)]),
                    deal("fresh", [Step(day(11, 13) - 10, "First", 50_000)]),
                    deal("b", [Step(day(11, 13) - 30, "First", 2_000), Step(day(11, 13) - 12, "Second", 4_000)]),
                ]))
        #expect(result.bottlenecks.map(\.stage) == ["Second", "First"])
        let first = result.bottlenecks[1]
        #expect(first.usualDays == 10 && first.lateCount == 1 && first.lateAmount == 100_000)
        #expect(first.amountDays == 20 * 100_000 && first.meanDelayDays == 20)
        #expect(result.bottlenecks[0].amountDays == 7 * 400_000)
    }

    @Test func `watch lists have amounts, measures and a sum in which each deal counts once`() {
        let pushed = (0..<4).map { Step(day(10, 1) + $0, "First", 900, close: day(10, 5) + $0) }
        let result = health(
            book(
                steadyHistory() + [
                    deal("pushed", pushed), deal("long", [Step(day(9, 1), "First", 2_000, close: day(12, 1))]),
                    deal("fine", [Step(day(11, 12), "First", 5_000, close: day(12, 1))]),
                    deal("placeholder", [Step(day(5, 1), "First", 1, close: day(6, 1))]),
                ]))
        func list(_ risk: DealForecast.Risk) -> [String] { result.watchList(risk)?.items.map(\.id.text) ?? ["unknown"] }
        #expect(list(.closeDayPassed) == ["t:pushed"])
        #expect(list(.pushed) == ["t:pushed"])
        #expect(Array(list(.stuck).prefix(2)) == ["t:long", "t:pushed"])
        #expect(list(.quiet) == ["unknown"])
        let stuck = result.watchList(.stuck)?.items.first
        #expect(stuck?.measure == 73 && stuck?.limit == 10)
        #expect(result.watchList(.closeDayPassed)?.items.first?.measure == 36)
        #expect(result.watchList(.pushed)?.items.first?.measure == 3)
        #expect(result.watchList(.closeDayPassed)?.amount == euros(900))
        #expect(result.watchedCount == 2 && result.watchedAmount == euros(2_900))
    }

    @Test func `cohorts are told by month, and young ones are immature`() {
        let deals = steadyHistory() + [deal("fresh", [Step(day(11, 11), "First")])]
        let result = health(book(deals))
        #expect(result.matureDays == 30)
        #expect(result.cohorts.first?.month == day(11, 1, year: 2025))
        #expect(result.cohorts.last?.month == day(11, 1))
        #expect(result.cohorts.filter(\.isImmature).map(\.month) == [day(10, 1), day(11, 1)])
        #expect(result.cohorts.reduce(0) { $0 + $1.count } == deals.count)
        for cohort in result.cohorts {
            #expect(cohort.count == cohort.wonCount + cohort.lostCount + cohort.openCount)
            #expect(abs(cohort.wonShare + cohort.lostShare + cohort.openShare - 1) < 1e-12)
            #expect(cohort.amount == euros(1_000 * cohort.count))
            #expect(cohort.wonAmount == euros(1_000 * cohort.wonCount))
        }
        #expect(result.cohorts[3].openCount == 0 && result.cohorts[3].medianDaysToClose == 30)
        #expect(result.cohorts.last?.medianDaysToClose == nil)
    }

    @Test func `won and lost are told by segment, source, type, size and rep`() {
        func closed(_ id: String, _ stage: String, amount: Int, source: String?, owner: String = "a") -> Opportunity {
            var result = deal(
                id, owner: owner, customer: source.map { "c-\($0)" },
                [Step(day(5, 1), "First", amount), Step(day(5, 9), stage, stage == "Lost" ? 0 : amount)])
            result.leadSource = source
            return result
        }
        let deals =
            (0..<6).map { closed("w\($0)", "Won", amount: 100 + $0, source: "Fair") }
            + (0..<2).map { closed("l\($0)", "Lost", amount: 9_000, source: "Fair", owner: "b") }
            + [closed("x", "Won", amount: 2_000, source: "Web"), closed("y", "Lost", amount: 2_000, source: nil)]
        let result = health(
            book(deals) {
                $0.customers = [
                    Customer(id: RecordID("t:c-Fair"), name: "Fair", industry: "Retail"),
                    Customer(id: RecordID("t:c-Web"), name: "Web"),
                ]
            })
        func rows(_ dimension: WinLoss.Dimension) -> [WinLoss.Row] { result.winLoss(by: dimension)?.rows ?? [] }
        let sources = rows(.leadSource)
        #expect(sources.map(\.group) == [.named("Fair"), .named("Web"), .unknown])
        #expect(sources[0].won == 6 && sources[0].lost == 2 && sources[0].rate == 0.75 && sources[0].isEnough)
        #expect(sources[0].low < 0.75 && sources[0].high > 0.75)
        #expect(sources[0].wonAmount == euros(615) && sources[0].lostAmount == euros(18_000))
        #expect(sources[1].high == 1 && !sources[1].isEnough)
        #expect(rows(.segment).map(\.group) == [.named("Retail"), .unknown])
        #expect(rows(.type).map(\.group) == [.unknown])
        #expect(rows(.rep).map(\.group) == [.rep(RecordID("t:a")), .rep(RecordID("t:b"))])
        #expect(rows(.size).map(\.closed).reduce(0, +) == 10)
        // Thirds at 103 and 2,000: from each bound on belongs to the band above.
        #expect(
            rows(.size).map(\.group) == [
                .size(from: nil, below: euros(100 + 3)), .size(from: euros(103), below: euros(2_000)),
                .size(from: euros(2_000), below: nil),
            ])
        #expect(rows(.size).map(\.won) == [3, 3, 1])
    }

    @Test func `deals of one size are one band`() {
        let same = health(book(steadyHistory())).winLoss(by: .size)?.rows ?? []
        #expect(same.map(\.group) == [.size(from: nil, below: nil)])
    }

    @Test func `nothing that happened after the as-of date is known`() {
        let deals = steadyHistory(until: day(11, 13))
        let cut = book(deals).opportunitiesKnown(on: day(9, 1))
        let changed = deals.map { deal in
            var deal = deal
            deal.changes = deal.changes.map { change in
                guard change.at >= Instant(utc: day(9, 2)) else { return change }
                var change = change
                change.amount = euros(77_777)
                change.stage = "Lost"
                change.outcome = .lost
                return change
            }
            return deal
        }
        #expect(health(cut) == health(book(changed).opportunitiesKnown(on: day(9, 1))))
        #expect(health(cut) != health(book(changed).opportunitiesKnown(on: day(9, 10))))
    }

    @Test func `the forecast carries the same health, whatever the order of the deals`() {
        let deals = steadyHistory() + [deal("d", [Step(day(9, 1), "First", close: day(10, 1))])]
        let forecast = forecastPipeline(
            book(deals.reversed()), stages: stages, settings: quickSettings(simulations: 10), report: ReportSettings())
        #expect(forecast.health == health(book(deals)))
    }
}
