package import Quantities
package import Records

/// What became of one visit between the published plan and this one, and what forced it.
package struct PlanDifference: Sendable, Hashable {
    package struct Slot: Sendable, Hashable {
        package var day: Day
        package var start: TimeOfDay

        package init(day: Day, start: TimeOfDay) {
            self.day = day
            self.start = start
        }
    }

    package enum Reason: Sendable, Hashable {
        /// An appointment, of the log or of a change line, sets the time.
        case appointment
        /// A change line locks the visit to a day or time.
        case lock
        /// A follow-up falls due, or a change line asks for the visit.
        case must
        /// A change line puts the customer off.
        case skip(until: Day)
        /// A change line closes the customer on the published day.
        case closed
        /// Another rep plans the customer now.
        case moved(to: RecordID<Rep>)
        /// Another rep planned the customer before.
        case takenOver(from: RecordID<Rep>)
        /// The rep does not work on the published day; the name of the day off where it has one.
        case dayOff(String)
        /// Opening or working hours, lengths of visits or driving times no longer allow it.
        case hours
        /// The customer is no longer active.
        case inactive
        /// Visited since, on that day: again so soon would be less than half a cadence.
        case visitedAlready(on: Day)
        /// Made room for a visit that had to be.
        case displaced(by: RecordID<Customer>)
        /// Its published visit on that day, in an earlier week, fell away.
        case carriedOver(from: Day)
        /// Took the room of a visit that fell away.
        case refilled
        /// Same day, other time: later by that many minutes, earlier when negative.
        case timeOnly(minutes: Int)
        /// Published days are not kept (`PlanningSettings.freezePublished` is off): the week was planned anew.
        case replanned
    }

    package var repID: RecordID<Rep>
    package var customerID: RecordID<Customer>
    /// Nil for a visit that was not published.
    package var before: Slot?
    /// Nil for a visit that is no longer planned in that week.
    package var after: Slot?
    package var reason: Reason

    package init(
        repID: RecordID<Rep>, customerID: RecordID<Customer>, before: Slot?, after: Slot?, reason: Reason
    ) {
        self.repID = repID
        self.customerID = customerID
        self.before = before
        self.after = after
        self.reason = reason
    }

    /// True where the visit stays on its day.
    package var staysOnDay: Bool { before != nil && before?.day == after?.day }
}
