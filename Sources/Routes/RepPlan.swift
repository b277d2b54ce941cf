package import Config
package import Diagnostics
package import Quantities
package import Records

/// All planned weeks of one rep, what has changed since the plan was published, and how good it is.
package struct RepPlan: Sendable, Hashable {
    package var repID: RecordID<Rep>
    /// 1 to 12 weeks in order; a visit of one week counts as the last visit for those after it.
    package var weeks: [RoutePlan]
    /// Against the published plan, by day, time and customer; empty when nothing is published.
    package var differences: [PlanDifference]
    package var figures: PlanFigures
    /// The change lines that concern this rep, in the order of their file, and what came of each.
    package var changes: [AppliedChange]
    /// Change lines that could not be held, with place and reason; warnings.
    package var problems: [Problem]

    package init(
        repID: RecordID<Rep>, weeks: [RoutePlan], differences: [PlanDifference] = [],
        figures: PlanFigures = PlanFigures(), changes: [AppliedChange] = [], problems: [Problem] = []
    ) {
        self.repID = repID
        self.weeks = weeks
        self.differences = differences
        self.figures = figures
        self.changes = changes
        self.problems = problems
    }

    package var days: [RouteDay] { weeks.flatMap(\.days) }
}

/// A change line and what came of it.
package struct AppliedChange: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        /// The visit that the line asks for is planned then.
        case planned(Day, TimeOfDay)
        /// It could not be planned: `RepPlan.problems` has it too.
        case notHeld(Unserved.Cause)
        /// The line only bars days or says who plans; it holds.
        case holds
        /// It lies after the planned weeks.
        case notYet
    }

    package var change: PlanChange
    package var customerID: RecordID<Customer>
    package var outcome: Outcome

    package init(change: PlanChange, customerID: RecordID<Customer>, outcome: Outcome) {
        self.change = change
        self.customerID = customerID
        self.outcome = outcome
    }
}
