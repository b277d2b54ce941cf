package import Quantities
package import Records

/// The planned week of one rep: days with stops, and everyone who was due and did not fit.
package struct RoutePlan: Sendable, Hashable {
    package var repID: RecordID<Rep>
    package var monday: Day
    /// Working days of the week in order, also those without stops; days off are not in it.
    package var days: [RouteDay]
    /// Due customers that are not visited this week, most urgent first.
    package var unserved: [Unserved]
    /// Why the rep has no plan at all, in words, such as a missing home; nil normally.
    package var obstacle: String?

    package init(
        repID: RecordID<Rep>, monday: Day, days: [RouteDay], unserved: [Unserved], obstacle: String? = nil
    ) {
        self.repID = repID
        self.monday = monday
        self.days = days
        self.unserved = unserved
        self.obstacle = obstacle
    }

    package var stopCount: Int { days.reduce(0) { $0 + $1.stops.count } }
    package var driving: Seconds { days.reduce(.zero) { $0 + $1.driving } }
    package var distance: Metres { days.reduce(.zero) { $0 + $1.distance } }
}

/// One day of a route: from home, past the stops, home again.
package struct RouteDay: Sendable, Hashable {
    package var day: Day
    /// The rep's working hours on this day.
    package var hours: TimeWindow
    package var stops: [Stop]
    /// Leaves home, as late as the first stop allows. Equal to `back` when there are no stops.
    package var departure: TimeOfDay
    /// Home again.
    package var back: TimeOfDay
    package var lunch: TimeWindow?
    /// From the last stop home.
    package var lastLeg: Leg
    package var driving: Seconds
    package var distance: Metres
    /// True when an exact method has shown that no order of these stops drives less.
    package var isProvenBestOrder: Bool

    package init(
        day: Day, hours: TimeWindow, stops: [Stop], departure: TimeOfDay, back: TimeOfDay, lunch: TimeWindow?,
        lastLeg: Leg, driving: Seconds, distance: Metres, isProvenBestOrder: Bool
    ) {
        self.day = day
        self.hours = hours
        self.stops = stops
        self.departure = departure
        self.back = back
        self.lunch = lunch
        self.lastLeg = lastLeg
        self.driving = driving
        self.distance = distance
        self.isProvenBestOrder = isProvenBestOrder
    }
}

/// A drive from one place to the next.
package struct Leg: Sendable, Hashable {
    package var driving: Seconds
    package var distance: Metres

    package init(driving: Seconds, distance: Metres) {
        self.driving = driving
        self.distance = distance
    }

    package static let none = Leg(driving: .zero, distance: .zero)
}

/// A visit in a day's route.
package struct Stop: Sendable, Hashable {
    package var customerID: RecordID<Customer>
    /// The drive to it, from home or from the stop before.
    package var leg: Leg
    package var arrival: TimeOfDay
    /// Begin of the visit: the arrival, or when the customer opens.
    package var start: TimeOfDay
    package var end: TimeOfDay
    /// Minutes that everything up to here may run late before a later stop or the end of work breaks.
    package var slackMinutes: Int
    package var reason: VisitReason
    /// Due customers nearby that are not in the plan, nearest detour first; at most three.
    package var nearby: [NearbyCustomer]

    package init(
        customerID: RecordID<Customer>, leg: Leg, arrival: TimeOfDay, start: TimeOfDay, end: TimeOfDay,
        slackMinutes: Int, reason: VisitReason, nearby: [NearbyCustomer] = []
    ) {
        self.customerID = customerID
        self.leg = leg
        self.arrival = arrival
        self.start = start
        self.end = end
        self.slackMinutes = slackMinutes
        self.reason = reason
        self.nearby = nearby
    }

    package var waitMinutes: Int { start - arrival }
}

/// Why a customer is due: how long ago the last visit was, against its cadence, and what is open.
package struct VisitReason: Sendable, Hashable {
    package enum Cause: Sendable, Hashable {
        /// A visit that the log already holds as planned for that day.
        case appointment
        /// A follow-up falls due in the week.
        case followUp(RecordID<FollowUp>)
        /// Days since the last visit have reached the cadence.
        case cadence
        /// Never visited as far as the log knows.
        case firstVisit
    }

    package var cause: Cause
    /// Days from the last visit to the day of the plan; nil when there was none.
    package var daysSinceLastVisit: Int?
    package var cadenceDays: Int?
    /// Days since last visit ÷ cadence: 1 is on time, 2 is a whole interval late. 0 when there is no cadence.
    package var urgency: Double

    package init(cause: Cause, daysSinceLastVisit: Int?, cadenceDays: Int?, urgency: Double) {
        self.cause = cause
        self.daysSinceLastVisit = daysSinceLastVisit
        self.cadenceDays = cadenceDays
        self.urgency = urgency
    }

    package var overdueDays: Int { max(0, (daysSinceLastVisit ?? 0) - (cadenceDays ?? .max)) }
}

/// A due customer that could be added after a stop.
package struct NearbyCustomer: Sendable, Hashable {
    package var customerID: RecordID<Customer>
    /// Extra driving if it is visited between this stop and the next.
    package var detour: Seconds

    package init(customerID: RecordID<Customer>, detour: Seconds) {
        self.customerID = customerID
        self.detour = detour
    }
}

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
