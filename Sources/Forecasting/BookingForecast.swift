package import Quantities
package import Records

/// What a scope will have booked by the end of a period.
package struct BookingForecast: Sendable, Hashable {
    package enum Scope: Sendable, Hashable {
        case company
        case team(RecordID<Team>)
        case rep(RecordID<Rep>)
    }
    /// The month and the quarter of the as-of date, and the quarter after it by itself.
    package enum Period: String, Sendable, Hashable, CaseIterable { case month, quarter, nextQuarter }

    package var scope: Scope
    package var period: Period
    package var from: Day
    package var until: Day
    /// Won in the period up to the as-of date.
    package var booked: Money
    /// Booked plus what is still to come: the amount that 10, 50 and 90 of 100 simulated futures stay below.
    package var p10: Money
    package var p50: Money
    package var p90: Money
    /// The part of the median that comes from deals not yet created.
    package var notYetCreated: Money
    /// The same range without the open deals of `PipelineForecast.bigDeals`; nil where the scope has none.
    package var withoutBigDeals: BookingRange?
    package var quota: Money?
    /// Share of the simulated futures that reach the quota, 0...1; nil without one.
    package var quotaChance: Double?
    /// The rep's own and the manager's latest calls for the month, summed over the scope; nil when nobody called.
    package var repCall: Money?
    package var managerCall: Money?

    package init(
        scope: Scope, period: Period, from: Day, until: Day, booked: Money, p10: Money, p50: Money,
        p90: Money,
        notYetCreated: Money, quota: Money?, repCall: Money?, managerCall: Money?,
        withoutBigDeals: BookingRange? = nil, quotaChance: Double? = nil
    ) {
        self.scope = scope
        self.period = period
        self.from = from
        self.until = until
        self.booked = booked
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
        self.notYetCreated = notYetCreated
        self.withoutBigDeals = withoutBigDeals
        self.quota = quota
        self.quotaChance = quotaChance
        self.repCall = repCall
        self.managerCall = managerCall
    }
}
