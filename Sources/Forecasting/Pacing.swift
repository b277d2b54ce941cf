package import Quantities

/// How far a scope is on the way to its quota, measured against the calendar.
package struct Pacing: Sendable, Hashable {
    package var scope: BookingForecast.Scope
    package var period: BookingForecast.Period
    package var from: Day
    package var until: Day
    /// Sum of the quotas that there are; nil where there is none.
    package var quota: Money?
    /// Rep-months of the period without a quota, though the rep works in them: 0 where the quota is whole.
    package var missingQuotas: Int
    /// Won in the period up to the as-of date.
    package var booked: Money
    /// Up to and with the as-of date, and of the whole period: a rep's own; of a team or the company the common ones.
    package var workingDaysPassed: Int
    package var workingDays: Int
    /// The part of the quota that even pace would have booked by the end of the as-of date: each month's quota by the
    /// share of its working days that have passed, rep by rep.
    package var expectedByNow: Money?
    /// What must still be booked a week of the working days that are left; zero when the quota is reached, nil without
    /// a quota or a working day that is left.
    package var neededAWeek: Money?
    /// Open deals that count and are promised for the period, with their whole amounts.
    package var openPipeline: Money
    /// What the model expects to be booked; nil where it says nothing for this scope and period.
    package var expected: BookingRange?
    /// Share of simulated futures in which the quota is reached; nil where that is not known.
    package var quotaChance: Double?

    package init(
        scope: BookingForecast.Scope, period: BookingForecast.Period, from: Day, until: Day, quota: Money?,
        missingQuotas: Int, booked: Money, workingDaysPassed: Int, workingDays: Int, expectedByNow: Money?,
        neededAWeek: Money?, openPipeline: Money, expected: BookingRange?, quotaChance: Double?
    ) {
        self.scope = scope
        self.period = period
        self.from = from
        self.until = until
        self.quota = quota
        self.missingQuotas = missingQuotas
        self.booked = booked
        self.workingDaysPassed = workingDaysPassed
        self.workingDays = workingDays
        self.expectedByNow = expectedByNow
        self.neededAWeek = neededAWeek
        self.openPipeline = openPipeline
        self.expected = expected
        self.quotaChance = quotaChance
    }

    /// Booked ÷ quota; nil without a quota above 0.
    package var attainment: Double? {
        quota.flatMap { $0.minorUnits > 0 ? Double(booked.minorUnits) / Double($0.minorUnits) : nil }
    }
    /// Quota − booked: below 0 it is more than reached.
    package var gap: Money? {
        quota.map { Money(minorUnits: $0.minorUnits - booked.minorUnits, currency: $0.currency) }
    }
    /// Booked − expected by now: below 0 the scope is behind.
    package var lead: Money? {
        expectedByNow.map { Money(minorUnits: booked.minorUnits - $0.minorUnits, currency: $0.currency) }
    }
    /// Open pipeline ÷ what is missing; nil when nothing is.
    package var coverageRatio: Double? {
        gap.flatMap { $0.minorUnits > 0 ? Double(openPipeline.minorUnits) / Double($0.minorUnits) : nil }
    }
}
