package import Config
import Quantities
package import Records

/// How the pipeline flows, from the same histories as the forecast. O(changes + n log n).
func measureHealth(
    _ book: SalesBook, histories: [DealHistory], stages: OpenStages, stageTimes: [StageTime],
    risks: DealRisks, settings: ForecastSettings, report: ReportSettings
) -> PipelineHealth {
    var listed: [DealForecast.Risk: [WatchList.Item]] = [:]
    let deals = standingDeals(book, histories: histories, stages: stages, settings: settings)
    var watched: [StandingDeal] = []
    func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
    for deal in deals {
        let found = risks.findings(of: deal)
        if !found.isEmpty { watched.append(deal) }
        for finding in found {
            listed[finding.risk, default: []].append(
                WatchList.Item(
                    id: deal.id, amount: money(deal.amount), measure: finding.measure, limit: finding.limit))
        }
    }
    let matureDays = daysUntilMature(histories, asOf: book.asOf)
    return PipelineHealth(
        funnel: measureFunnel(
            histories: histories, stages: stages, stageTimes: stageTimes, asOf: book.asOf,
            minimumSample: report.minimumSample),
        stageTimes: stageTimes, bottlenecks: measureBottlenecks(deals: deals, stageTimes: stageTimes),
        watchLists: DealForecast.Risk.allCases.filter(risks.knows).map { risk in
            let items = (listed[risk] ?? []).sorted {
                $0.amount != $1.amount ? $0.amount.minorUnits > $1.amount.minorUnits : $0.id < $1.id
            }
            return WatchList(risk: risk, items: items, amount: money(items.reduce(0) { $0 + $1.amount.minorUnits }))
        },
        watchedCount: watched.count, watchedAmount: money(watched.reduce(0) { $0 + $1.amount }),
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
