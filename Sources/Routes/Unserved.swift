package import Quantities
package import Records

/// A due customer without a visit in the plan of a week.
package struct Unserved: Sendable, Hashable {
    package enum Cause: Sendable, Hashable {
        /// Nowhere to drive to.
        case noPlace
        /// Never open while the rep works.
        case closedInWorkingHours
        /// Too far for one day from home: the drive there and back with the visit exceeds the day.
        case outOfReach
        /// Open and in reach, but no gap is long enough on any day.
        case noWindowLeft
        /// It would fit into a day of its own, but the days are full. The figures are the cheapest insertion:
        /// on which day, how much more driving, how many minutes too long the day would be.
        case daysFull(cheapestDay: Day, extraDriving: Seconds, overtimeMinutes: Int)
        /// The day already has as many visits as the settings allow.
        case visitLimit(cheapestDay: Day, extraDriving: Seconds)
        /// It would fit, but costs more driving than the visit is worth (`VisitReason.worthMinutes`).
        case notWorthTheDrive(cheapestDay: Day, extraDriving: Seconds)
        /// It would fit, but the week is published, and nothing is added to published days without need.
        case weekPublished(cheapestDay: Day, extraDriving: Seconds)
        /// A change line says not before that day.
        case skipped(until: Day)
        /// Change lines close the customer on every day in question, up to that one.
        case closedOnDates(until: Day)
        /// A change line or an appointment wants a day, or days, on which the rep does not work.
        case notWorking(from: Day, until: Day)
        /// Near an agreed visit on that day: to add one would break the spacing of at least half a cadence.
        case visitAgreed(on: Day)
        /// The rep has no plan at all: `RoutePlan.obstacle` says why.
        case noPlan
    }

    /// What becomes of the customer in a later week of the same plan.
    package enum Later: Sendable, Hashable {
        case planned(Day)
        case unserved(Cause)
    }

    package var customerID: RecordID<Customer>
    package var reason: VisitReason
    package var cause: Cause
    /// The weeks after this one, in order, up to the one in which the visit is planned; empty in the plan's last week.
    package var later: [Later]

    package init(
        customerID: RecordID<Customer>, reason: VisitReason, cause: Cause, later: [Later] = []
    ) {
        self.customerID = customerID
        self.reason = reason
        self.cause = cause
        self.later = later
    }

    /// The day of a later week on which the visit is planned after all.
    package var plannedLater: Day? {
        for case .planned(let day) in later { return day }
        return nil
    }
}
