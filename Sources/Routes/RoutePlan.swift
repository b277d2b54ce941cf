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
    /// Days of the week on which the rep would work by the hours, but does not; in order.
    package var daysOff: [DayOffName]
    /// True when the published plan covers this week for this rep, so that only what is forced has changed.
    package var isPublished: Bool

    package init(
        repID: RecordID<Rep>, monday: Day, days: [RouteDay], unserved: [Unserved], obstacle: String? = nil,
        daysOff: [DayOffName] = [], isPublished: Bool = false
    ) {
        self.repID = repID
        self.monday = monday
        self.days = days
        self.unserved = unserved
        self.obstacle = obstacle
        self.daysOff = daysOff
        self.isPublished = isPublished
    }

    package var stopCount: Int { days.reduce(0) { $0 + $1.stops.count } }
    package var driving: Seconds { days.reduce(.zero) { $0 + $1.driving } }
    package var distance: Metres { days.reduce(.zero) { $0 + $1.distance } }
}

/// A day off with its name, such as `Christmas` or `Holiday`.
package struct DayOffName: Sendable, Hashable {
    package var day: Day
    /// May be empty.
    package var name: String
    /// True for a public holiday or another day on which nobody works; false for this rep's own day off.
    package var isForEveryone: Bool

    package init(day: Day, name: String, isForEveryone: Bool) {
        self.day = day
        self.name = name
        self.isForEveryone = isForEveryone
    }
}

/// One day of a route: from home, past the stops, home again.
package struct RouteDay: Sendable, Hashable {
    package var day: Day
    /// The rep's working hours on this day.
    package var hours: TimeWindow
    package var stops: [Stop]
    /// Leaves home, as late as the stops allow without being back later. Equal to `back` when there are no stops.
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
    /// Where that isn't shown: what any order of these stops drives at least, on empty roads.
    package var leastDriving: Seconds?

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
