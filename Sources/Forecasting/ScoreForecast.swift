package import Config
import Quantities
package import Records

/// Forecasts past months again, each with the two after it, from what was known on its eve, and compares with what came.
///
/// Leak-free: each month's book is cut to the changes, activities and calls known on its eve, and all that the model learns,
/// its own errors included, is learned from that book again. The last twelve whole months count that have 90 days of
/// history and at least one whole month of closings before them. Uses at most 2,000 simulations.
/// O(months × (changes + months × open deals × signals + simulations × open deals)).
package func scoreForecast(
    _ book: SalesBook, stages: [StageSetting], settings: ForecastSettings
) -> ForecastScore {
    let bookings = Bookings(book)
    var scoring = ForecastScoring(book, bookings: bookings)
    for first in scoredMonths(book, bookings: bookings) {
        let past = book.opportunitiesKnown(on: first - 1)
        let ends = (0..<ForecastScoring.monthsAhead).map { first.addingMonths($0).lastOfMonth }
        let model = BookingModel(
            past, stages: stages, settings: settings,
            horizons: ForecastHorizons(
                asOf: first - 1, month: ends[0], quarter: ends[1], nextQuarter: ends[2], weekCount: 0),
            wantsEver: false)
        let simulation = BookingSimulation(
            model, book: past, seed: settings.seed, draws: min(max(1, settings.simulations), 2_000),
            cuts: FutureCuts(periods: model.horizons.days))
        scoring.add(
            first, past: past, model: model, futures: simulation.futures(of: Array(0..<simulation.slotCount)),
            baselines: BaselineForecasts(past, model: model, first: first, stages: stages))
    }
    return scoring.score()
}

/// First days of the months to score, oldest first.
private func scoredMonths(_ book: SalesBook, bookings: Bookings) -> [Day] {
    guard let firstChange = bookings.firstChange else { return [] }
    // The as-of date's own month is whole only on its last day.
    let lastWhole =
        book.asOf == book.asOf.lastOfMonth ? book.asOf.firstOfMonth : book.asOf.firstOfMonth.addingMonths(-1)
    return (0..<12).reversed().map { lastWhole.addingMonths(-$0) }.filter {
        $0 - firstChange >= 90 && !bookings.wholeMonths(before: $0, most: 1).isEmpty
    }
}
