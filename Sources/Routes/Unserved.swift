package import Quantities
package import Records

/// A due customer without a visit in the plan.
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
        /// The rep has no plan at all: `RoutePlan.obstacle` says why.
        case noPlan
    }

    package var customerID: RecordID<Customer>
    package var reason: VisitReason
    package var cause: Cause

    package init(customerID: RecordID<Customer>, reason: VisitReason, cause: Cause) {
        self.customerID = customerID
        self.reason = reason
        self.cause = cause
    }
}
