package import Config
package import Quantities
package import Records

/// What was forecast on the evening before the report's week for the month and the quarter of today, from what was known
/// then: so that one sees whether the landing moved.
package struct EarlierForecast: Sendable, Hashable {
    /// The evening on which it was said.
    package var asOf: Day
    package var month: BookingRange
    package var quarter: BookingRange

    package init(asOf: Day, month: BookingRange, quarter: BookingRange) {
        self.asOf = asOf
        self.month = month
        self.quarter = quarter
    }

    /// Nil where no deal was known then.
    package init?(_ book: SalesBook, stages: [StageSetting], settings: ForecastSettings) {
        let eve = book.reportMonday - 1
        let past = book.opportunitiesKnown(on: eve)
        guard eve < book.asOf, !past.opportunities.isEmpty else { return nil }
        let model = BookingModel(
            past, stages: stages, settings: settings,
            horizons: ForecastHorizons(
                asOf: eve, month: book.asOf.lastOfMonth, quarter: book.asOf.lastOfQuarter,
                nextQuarter: book.asOf.lastOfQuarter, weekCount: 0), wantsEver: false)
        // A week may begin in the month or quarter before: what was expected to be won on such days is not of the period.
        let starts = [book.asOf.firstOfMonth, book.asOf.firstOfQuarter].map { $0 - 1 - eve }
        let ends = [book.asOf.lastOfMonth, book.asOf.lastOfQuarter].map { $0 - eve }
        let simulation = BookingSimulation(
            model, book: past, seed: settings.seed, draws: max(1, settings.simulations),
            cuts: FutureCuts(periods: ends, others: starts))
        let futures = simulation.companyFutures()
        let measure = ScopeMeasure(book: book)
        let bookings = Bookings(past)
        func range(from first: Day, start: Int, end: Int) -> BookingRange {
            var total = futures.total(
                after: start > 0 ? simulation.cuts.index(of: start) : nil, through: simulation.cuts.index(of: end))
            return measure.range(&total, booked: bookings.amount(from: first, until: eve))
        }
        self.init(
            asOf: eve, month: range(from: book.asOf.firstOfMonth, start: starts[0], end: ends[0]),
            quarter: range(from: book.asOf.firstOfQuarter, start: starts[1], end: ends[1]))
    }
}
