package import Quantities
package import Records

/// A drive from one place to the next, door to door: parking and the walk to a customer's door are in it.
///
/// In the timetable a leg takes `driving.wholeMinutes`: rounded up.
package struct Leg: Sendable, Hashable {
    package var driving: Seconds
    package var distance: Metres
    package var source: DriveSource

    package init(driving: Seconds, distance: Metres, source: DriveSource = .estimate) {
        self.driving = driving
        self.distance = distance
        self.source = source
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
    /// Minutes that the arrival may be late before this visit, a later one, lunch or the end of work breaks.
    package var slackMinutes: Int
    package var reason: VisitReason
    /// Due customers nearby that are not in the plan, nearest detour first; at most three.
    package var nearby: [NearbyCustomer]
    /// 1, or 2 and more for further visits to the customer in the same week; the same when the week is planned again.
    package var visitNumber: Int
    /// True when the published plan has this visit on this day.
    package var isPublished: Bool

    package init(
        customerID: RecordID<Customer>, leg: Leg, arrival: TimeOfDay, start: TimeOfDay, end: TimeOfDay,
        slackMinutes: Int, reason: VisitReason, nearby: [NearbyCustomer] = [], visitNumber: Int = 1,
        isPublished: Bool = false
    ) {
        self.customerID = customerID
        self.leg = leg
        self.arrival = arrival
        self.start = start
        self.end = end
        self.slackMinutes = slackMinutes
        self.reason = reason
        self.nearby = nearby
        self.visitNumber = visitNumber
        self.isPublished = isPublished
    }
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

extension RouteDay {
    /// Minutes between arrival and start of one of its stops that nothing fills: lunch at the door is no waiting.
    package func waitMinutes(at stop: Stop) -> Int {
        let gap = stop.start - stop.arrival
        guard let lunch, stop.arrival <= lunch.from, lunch.until <= stop.start else { return gap }
        return gap - lunch.minutes
    }
}
