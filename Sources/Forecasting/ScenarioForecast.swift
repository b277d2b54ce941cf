package import Quantities
package import Records

/// What the company will book if something else happens than is expected.
///
/// Played on the same simulated futures as the forecast, number for number, so a difference is the effect of the change
/// and not of chance; a scenario that changes nothing equals the base exactly.
package struct ScenarioForecast: Sendable, Hashable {
    package var name: String
    /// What is assumed, in one or two sentences.
    package var explanation: String
    /// Booked so far and still to come, for every period.
    package var ranges: [BookingForecast.Period: BookingRange]
    /// This scenario's P10, P50 and P90 less those of the base; all zero for the base itself.
    package var differences: [BookingForecast.Period: BookingRange]
    /// The mean over the futures of what this scenario books more or (negative) less than the base.
    package var meanDifferences: [BookingForecast.Period: Money]
    /// Open deals whose chances it changes, sorted by id.
    package var touched: [RecordID<Opportunity>]

    package init(
        name: String, explanation: String, ranges: [BookingForecast.Period: BookingRange],
        differences: [BookingForecast.Period: BookingRange], meanDifferences: [BookingForecast.Period: Money],
        touched: [RecordID<Opportunity>]
    ) {
        self.name = name
        self.explanation = explanation
        self.ranges = ranges
        self.differences = differences
        self.meanDifferences = meanDifferences
        self.touched = touched
    }
}
