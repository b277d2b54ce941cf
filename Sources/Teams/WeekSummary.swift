package import Records

/// What was done in a week, against what was planned, and against the week before.
package struct WeekSummary: Sendable, Hashable {
    /// Visits that were to be done: due by cadence in the week or planned in the log, each customer once, at most a
    /// week's work; the sum of the reps for a team. `summarizeTeams` has the definition.
    package var plannedVisits: Int
    package var doneVisits: Int
    /// Done visits of the week before and the mean of the four weeks before.
    package var previousVisits: Int
    package var usualVisits: Double
    /// Done visits of each of the last twelve weeks, oldest first, this week last.
    package var visitTrend: [Int]
    /// Done activities of the week; every category has an entry.
    package var activities: [Activity.Category: Int]
    package var created: DealSum
    package var won: DealSum
    package var lost: DealSum
    /// Open deals whose close day moved to a later month in the week.
    package var slipped: DealSum
    /// Won ÷ (won + lost) of the last 90 days; nil below the minimum sample.
    package var winRate: Double?
    package var winRateSample: Int
    /// Customers whose last visit is longer ago than their cadence, most overdue first.
    package var overdue: [OverdueCustomer]
    /// Customers with a cadence.
    package var plannedCustomerCount: Int
    /// Shortfall of visits against the plan, 0 or more.
    package var shortfall: Int { max(0, plannedVisits - doneVisits) }

    package init(
        plannedVisits: Int, doneVisits: Int, previousVisits: Int, usualVisits: Double, visitTrend: [Int],
        activities: [Activity.Category: Int], created: DealSum, won: DealSum, lost: DealSum, slipped: DealSum,
        winRate: Double?, winRateSample: Int, overdue: [OverdueCustomer], plannedCustomerCount: Int
    ) {
        self.plannedVisits = plannedVisits
        self.doneVisits = doneVisits
        self.previousVisits = previousVisits
        self.usualVisits = usualVisits
        self.visitTrend = visitTrend
        self.activities = activities
        self.created = created
        self.won = won
        self.lost = lost
        self.slipped = slipped
        self.winRate = winRate
        self.winRateSample = winRateSample
        self.overdue = overdue
        self.plannedCustomerCount = plannedCustomerCount
    }
}
