package import Records

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
    /// A visit for this reason may cost up to that many minutes of driving: see `VisitWorth`.
    package var worthMinutes: Int

    package init(
        cause: Cause, daysSinceLastVisit: Int?, cadenceDays: Int?, urgency: Double, worthMinutes: Int = 0
    ) {
        self.cause = cause
        self.daysSinceLastVisit = daysSinceLastVisit
        self.cadenceDays = cadenceDays
        self.urgency = urgency
        self.worthMinutes = worthMinutes
    }

    package var overdueDays: Int { max(0, (daysSinceLastVisit ?? 0) - (cadenceDays ?? .max)) }
}
