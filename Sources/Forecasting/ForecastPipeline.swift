package import Config
import Quantities
package import Records

/// What will be booked in the month and the quarter of `book.asOf` and in the quarter after, and what stands behind it.
///
/// Win rates come from the company's own stage history, shrunk towards the configured probabilities; timing from
/// competing-risk hazards by stage and days in it; both from deals that have closed and, as censored ones, from those
/// that have not. P10, P50 and P90 are quantiles of `settings.simulations` futures of booked + open + not yet created
/// deals, in which deals of one customer, of one rep and of the company move together; teams and reps are read from the
/// same futures, so the company's median is not the sum of theirs. Scenarios play the same futures again, number for
/// number. With too few closed deals the configured probabilities and a usual time to close decide alone
/// (`usesConfiguredRates`). O(changes + simulations × open deals).
package func forecastPipeline(
    _ book: SalesBook, stages: [StageSetting], settings: ForecastSettings, report: ReportSettings
) -> PipelineForecast {
    let model = BookingModel(
        book, stages: stages, settings: settings, horizons: ForecastHorizons(asOf: book.asOf))
    let pipeline = model.deals.reduce(0) { $0 + $1.amount }
    let leastBig =
        settings.bigDealAmount.map { Double($0) * Double(book.currency.minorPerUnit) }
        ?? settings.bigDealShare * Double(pipeline)
    let big = model.deals
        .filter { Double($0.amount) >= leastBig }
        .sorted { $0.amount != $1.amount ? $0.amount > $1.amount : $0.id < $1.id }
    let results = BookingScopes(book: book, model: model).results(
        seed: settings.seed, simulations: max(1, settings.simulations), bigDeals: Set(big.map(\.id)),
        scenarios: Scenarios(book: book, model: model).all(settings.scenarios))

    let stageTimes = measureStageTimes(histories: model.histories, stages: model.stages)
    let risks = DealRisks(book, stageTimes: stageTimes, report: report)
    let health = measureHealth(
        book, histories: model.histories, stages: model.stages, stageTimes: stageTimes, risks: risks,
        settings: settings, report: report)
    let deals = model.deals
        .sorted {
            let (left, right) = ($0.winChance * Double($0.amount), $1.winChance * Double($1.amount))
            return left != right ? left > right : $0.id < $1.id
        }
        .map {
            DealForecast(
                $0, horizons: model.horizons, pushCount: book.opportunities[$0.index].pushCount,
                risks: risks.risks(of: $0))
        }
    var forecast = PipelineForecast(
        forecasts: results.forecasts,
        deals: deals, setAside: model.setAside, bigDeals: big.map(\.id),
        stages: stageRates(
            histories: model.histories, stages: model.stages, priorDeals: settings.priorDeals,
            usesConfiguredRates: model.usesConfiguredRates, open: model.deals, currency: book.currency),
        usesConfiguredRates: model.usesConfiguredRates, closedDealCount: model.closedDealCount,
        waterfall: measureWaterfall(book, settings: settings),
        quarterWaterfall: measureWaterfall(
            book, from: book.reportMonday, until: book.asOf,
            period: book.asOf.firstOfQuarter...book.asOf.lastOfQuarter, settings: settings),
        health: health, basis: model.basis)
    forecast.fans = results.fans
    forecast.scenarios = results.scenarios
    forecast.earlier = EarlierForecast(book, stages: stages, settings: settings)
    return forecast
}
