package import Config
package import Records

/// Why a customer is due: how long ago the last visit was, against its cadence, and what is open.
package struct VisitReason: Sendable, Hashable {
    package enum Cause: Sendable, Hashable {
        /// A visit that the log already holds as planned for that day, or a change line of that kind.
        case appointment
        /// A follow-up falls due in the week.
        case followUp(RecordID<FollowUp>)
        /// A change line asks for the visit: a must-visit, or a lock of a customer who is not due otherwise.
        case requested
        /// Days since the last visit have reached the cadence.
        case cadence
        /// Never visited as far as the log knows.
        case firstVisit
        /// Nothing makes it due any more, but it was published and nothing speaks against it.
        case published
    }

    package var cause: Cause
    /// Days from the last visit, done or planned, to the day of the plan; nil when there was none.
    package var daysSinceLastVisit: Int?
    package var cadenceDays: Int?
    /// Days since last visit ÷ cadence: 1 is on time, 2 is a whole interval late. 0 when there is no cadence.
    package var urgency: Double
    /// A visit for this reason may cost up to that many minutes of driving: see `VisitWorth`.
    package var worthMinutes: Int
    /// True when the last visit is itself one of this plan, and not yet done.
    package var isLastVisitPlanned: Bool
    package var cadenceSource: CadenceSource
    package var minutesSource: VisitMinutesSource
    /// The change lines that bend this visit, in the order of their file.
    package var changes: [PlanChange]

    package init(
        cause: Cause, daysSinceLastVisit: Int?, cadenceDays: Int?, urgency: Double, worthMinutes: Int = 0,
        isLastVisitPlanned: Bool = false, cadenceSource: CadenceSource = .none,
        minutesSource: VisitMinutesSource = .standard, changes: [PlanChange] = []
    ) {
        self.cause = cause
        self.daysSinceLastVisit = daysSinceLastVisit
        self.cadenceDays = cadenceDays
        self.urgency = urgency
        self.worthMinutes = worthMinutes
        self.isLastVisitPlanned = isLastVisitPlanned
        self.cadenceSource = cadenceSource
        self.minutesSource = minutesSource
        self.changes = changes
    }

    package var overdueDays: Int { max(0, (daysSinceLastVisit ?? 0) - (cadenceDays ?? .max)) }
}

/// Where a customer's cadence comes from.
package enum CadenceSource: Sendable, Hashable {
    /// The customer's own record.
    case customer
    /// Derived from its priority by a setting.
    case priority(Priority)
    /// The setting for everyone.
    case standard
    case none
}
