package import Config
import Quantities
package import Records

/// The company's three ranges alone, made ready: the work that is given back plays the futures and reads them.
///
/// It leaves out what `forecastPipeline` adds: learning from the history, teams and reps, fans, scenarios, risks.
package func companyFutures(
    of book: SalesBook, stages: [StageSetting], settings: ForecastSettings
) -> @Sendable () -> [BookingRange] {
    let model = BookingModel(book, stages: stages, settings: settings, horizons: ForecastHorizons(asOf: book.asOf))
    let days = [model.horizons.month, model.horizons.quarter, model.horizons.nextQuarter].map {
        model.horizons.days[$0]
    }
    let measure = ScopeMeasure(book: book)
    return {
        let simulation = BookingSimulation(
            model, book: book, seed: settings.seed, draws: settings.simulations, cuts: FutureCuts(periods: days))
        let futures = simulation.companyFutures()
        return days.map { day in
            var total = futures.total(through: simulation.cuts.index(of: day))
            return measure.range(&total, booked: 0)
        }
    }
}
