package import Config
import Quantities
package import Records

/// How the pipeline flows, from the same histories as the forecast. O(changes + n log n).
func measureHealth(
    _ book: SalesBook, histories: [DealHistory], stages: OpenStages, stageTimes: [StageTime],
    risks: DealRisks, settings: ForecastSettings, report: ReportSettings
) -> PipelineHealth {
    let deals = standingDeals(book, histories: histories, stages: stages, settings: settings)
    var listed: [DealForecast.Risk: [(deal: StandingDeal, finding: DealRisks.Finding)]] = [:]
    var watchedCount = 0
    var watchedAmount = 0
    func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
    for deal in deals {
        let found = risks.findings(of: deal)
        guard !found.isEmpty else { continue }
        watchedCount += 1
        watchedAmount += deal.amount
        for finding in found { listed[finding.risk, default: []].append((deal, finding)) }
    }
    let matureDays = daysUntilMature(histories, asOf: book.asOf)
    return PipelineHealth(
        funnel: measureFunnel(
            histories: histories, stages: stages, stageTimes: stageTimes, asOf: book.asOf,
            minimumSample: report.minimumSample),
        stageTimes: stageTimes, bottlenecks: measureBottlenecks(deals: deals, stageTimes: stageTimes),
        watchLists: DealForecast.Risk.allCases.filter(risks.knows).map { risk in
            // Indices are in the order of ids.
            let entries = (listed[risk] ?? []).sorted {
                $0.deal.amount != $1.deal.amount ? $0.deal.amount > $1.deal.amount : $0.deal.index < $1.deal.index
            }
            return WatchList(
                risk: risk,
                items: entries.map { deal, finding in
                    WatchList.Item(
                        id: book.opportunities[deal.index].id, amount: money(deal.amount), measure: finding.measure,
                        limit: finding.limit)
                }, amount: money(entries.reduce(0) { $0 + $1.deal.amount }))
        },
        watchedCount: watchedCount, watchedAmount: money(watchedAmount),
        cohorts: measureCohorts(book, histories: histories, matureDays: matureDays, settings: settings),
        matureDays: matureDays,
        winLoss: measureWinLoss(book, settings: settings, minimumSample: report.minimumSample))
}

/// The pipeline's health alone, without the forecast; the same as `forecastPipeline(…).health`. O(changes + n log n).
package func measureHealth(
    _ book: SalesBook, stages: [StageSetting], settings: ForecastSettings, report: ReportSettings
) -> PipelineHealth {
    let stages = OpenStages(stages)
    let histories = dealHistories(of: book, stages: stages)
    let stageTimes = measureStageTimes(histories: histories, stages: stages)
    return measureHealth(
        book, histories: histories, stages: stages, stageTimes: stageTimes,
        risks: DealRisks(book, stageTimes: stageTimes, report: report), settings: settings, report: report)
}
