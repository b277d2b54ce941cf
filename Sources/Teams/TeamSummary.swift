package import Quantities
package import Records

/// The report week of the whole company, its teams and its reps.
package struct TeamSummaries: Sendable, Hashable {
    package var monday: Day
    package var company: WeekSummary
    /// By team id.
    package var teams: [TeamSummary]

    package init(monday: Day, company: WeekSummary, teams: [TeamSummary]) {
        self.monday = monday
        self.company = company
        self.teams = teams
    }
}

package struct TeamSummary: Sendable, Hashable {
    package var teamID: RecordID<Team>
    package var week: WeekSummary
    /// Reps of the team who worked in that week, by id.
    package var reps: [RepSummary]

    package init(teamID: RecordID<Team>, week: WeekSummary, reps: [RepSummary]) {
        self.teamID = teamID
        self.week = week
        self.reps = reps
    }
}

package struct RepSummary: Sendable, Hashable {
    package var repID: RecordID<Rep>
    package var week: WeekSummary

    package init(repID: RecordID<Rep>, week: WeekSummary) {
        self.repID = repID
        self.week = week
    }
}

/// What was done in a week, against what was planned, and against the week before.
package struct WeekSummary: Sendable, Hashable {
    /// Visits that were to be done: due by cadence in the week or planned in the log, each customer once.
    package var plannedVisits: Int
    package var doneVisits: Int
    /// Done visits of the week before and the mean of the four weeks before.
    package var previousVisits: Int
    package var usualVisits: Double
    /// Done visits of each of the last twelve weeks, oldest first, this week last.
    package var visitTrend: [Int]
    /// Done activities of each category.
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

/// Some deals and what they are worth together.
package struct DealSum: Sendable, Hashable {
    package var amount: Money
    /// Sorted by id.
    package var opportunities: [RecordID<Opportunity>]

    package init(amount: Money, opportunities: [RecordID<Opportunity>]) {
        self.amount = amount
        self.opportunities = opportunities
    }

    package var count: Int { opportunities.count }
}

package struct OverdueCustomer: Sendable, Hashable {
    package var customerID: RecordID<Customer>
    /// Nil when the log knows no visit.
    package var lastVisit: Day?
    package var overdueDays: Int
    /// Days since the last visit ÷ cadence.
    package var urgency: Double

    package init(customerID: RecordID<Customer>, lastVisit: Day?, overdueDays: Int, urgency: Double) {
        self.customerID = customerID
        self.lastVisit = lastVisit
        self.overdueDays = overdueDays
        self.urgency = urgency
    }
}
