package import Quantities
package import Records

extension VisitReason {
    /// The reason in words, to stand behind a colon: begins small, without a full stop.
    package var words: String {
        switch cause {
        case .appointment: return "appointment"
        case .followUp: return "follow-up due"
        case .requested: return "asked for"
        case .firstVisit: return "first visit"
        case .published: return "published"
        case .cadence:
            guard let since = daysSinceLastVisit, let cadence = cadenceDays else { return "due" }
            return "\(since) days since the last visit, every \(cadence)"
        }
    }
}

extension VisitMinutesSource {
    package var words: String {
        switch self {
        case .customer: "the customer's own"
        case .appointment: "agreed"
        case .published: "as published"
        case .learntFromCustomer(let visits): "median of \(visits) visits logged"
        case .learntFromSegment(let segment, let visits): "median of \(visits) visits logged to \(segment)"
        case .segment(let segment): "setting for \(segment)"
        case .standard: "setting for everyone"
        }
    }
}

extension PlanDifference.Reason {
    /// What forced the change, in words.
    package func words(
        customerName: (RecordID<Customer>) -> String, repName: (RecordID<Rep>) -> String
    ) -> String {
        switch self {
        case .appointment: "because of an appointment"
        case .lock: "locked there"
        case .must: "it has to be visited"
        case .skip(let until): "put off until \(until.iso)"
        case .closed: "closed on that day"
        case .moved(let rep): "planned by \(repName(rep)) now"
        case .takenOver(let rep): "taken over from \(repName(rep))"
        case .dayOff(let name): name.isEmpty ? "no working day" : "no working day: \(name)"
        case .hours: "hours, lengths or driving times no longer allow it"
        case .inactive: "no longer active"
        case .visitedAlready(let day): "visited already on \(day.iso)"
        case .displaced(let customer): "makes room for \(customerName(customer))"
        case .carriedOver(let day): "instead of the visit on \(day.iso) that fell away"
        case .refilled: "takes the room of a visit that fell away"
        case .timeOnly(let minutes): "\(abs(minutes)) min \(minutes < 0 ? "earlier" : "later")"
        case .replanned: "planned anew"
        }
    }
}

extension Unserved.Cause {
    /// What the cheapest insertion would cost; nil where there is none.
    package var cheapest: (extraDriving: Seconds, overtimeMinutes: Int)? {
        switch self {
        case .daysFull(_, let driving, let overtime): (driving, overtime)
        case .visitLimit(_, let driving), .notWorthTheDrive(_, let driving), .weekPublished(_, let driving):
            (driving, 0)
        default: nil
        }
    }
}
