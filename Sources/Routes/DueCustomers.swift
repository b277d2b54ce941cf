import Config
import Quantities
import Records

/// Who is due in the rep's week that starts on `monday`, by customer id.
///
/// - Appointments: visits of the log that are planned in the week, by the rep or (where the log names nobody) by the
///   owner. Of several with one customer the first counts.
/// - Follow-ups: open, due by the week's Sunday, of the rep's active customers; also those left by a rep who is gone.
/// - Cadence: active customers of the rep who have reached `dueShare` of their cadence by Friday, or were never visited,
///   unless a colleague has an appointment there in that week.
///
/// A visit that is planned for the days between the as-of date and the week counts as if it had taken place.
func dueCustomers(of rep: Rep, in book: SalesBook, monday: Day, planning: PlanningSettings) -> [Candidate] {
    let zone = rep.zone ?? book.zone
    var appointments: [RecordID<Customer>: Activity] = [:]
    var promisedToOthers: Set<RecordID<Customer>> = []
    for activity in book.activities where activity.category == .visit && activity.state == .planned {
        guard let id = activity.customerID, let customer = book.customerByID[id],
            (monday...monday + 6).contains(zone.day(of: activity.start))
        else { continue }
        if (activity.repID ?? customer.ownerID) == rep.id {
            if appointments[id] == nil { appointments[id] = activity }
        } else {
            promisedToOthers.insert(id)
        }
    }
    let owned = book.customersByRep[rep.id] ?? []
    let guests = appointments.keys.sorted().compactMap { id in
        book.customerByID[id].flatMap { $0.ownerID == rep.id ? nil : $0 }
    }
    return (owned + guests).sorted { $0.id < $1.id }.compactMap { customer in
        let appointment = appointments[customer.id]
        guard customer.isActive || appointment != nil else { return nil }
        var candidate = Candidate(
            customer: customer, claim: .cadence, cause: .cadence,
            lastVisit: lastVisit(to: customer.id, in: book, before: monday),
            cadenceDays: (customer.cadenceDays ?? planning.cadenceDays).flatMap { $0 > 0 ? $0 : nil },
            urgency: 0, worthMinutes: 0,
            visitMinutes: max(0, appointment?.minutes ?? customer.visitMinutes ?? planning.visitMinutes))
        candidate.urgency = Candidate.urgency(
            lastVisit: candidate.lastVisit, cadenceDays: candidate.cadenceDays, on: monday + 4)
        candidate.worthMinutes = VisitWorth.minutes(urgency: candidate.urgency, priority: customer.priority)

        if let appointment {
            candidate.claim = .appointment
            candidate.cause = .appointment
            candidate.appointment = (zone.day(of: appointment.start), zone.timeOfDay(of: appointment.start))
            return candidate
        }
        if let followUp = openFollowUp(with: customer.id, of: rep, in: book, until: monday + 6) {
            candidate.claim = .followUp
            candidate.cause = .followUp(followUp.id)
            candidate.dueDay = followUp.due
            return candidate
        }
        guard let cadence = candidate.cadenceDays, !promisedToOthers.contains(customer.id) else { return nil }
        guard let last = candidate.lastVisit else {
            candidate.cause = .firstVisit
            return candidate
        }
        return Double(monday + 4 - last) >= planning.dueShare * Double(cadence) ? candidate : nil
    }
}

private func lastVisit(to customer: RecordID<Customer>, in book: SalesBook, before monday: Day) -> Day? {
    let done = book.lastVisit(to: customer).map { book.day(of: $0) }
    let planned = (book.activitiesByCustomer[customer] ?? []).last {
        $0.category == .visit && $0.state == .planned && book.day(of: $0) > book.asOf && book.day(of: $0) < monday
    }
    return planned.map { book.day(of: $0) } ?? done
}

/// The most pressing one: highest priority, then earliest due, then id.
private func openFollowUp(
    with customer: RecordID<Customer>, of rep: Rep, in book: SalesBook, until sunday: Day
) -> FollowUp? {
    (book.followUpsByCustomer[customer] ?? [])
        .filter { followUp in
            guard !followUp.isDone, let due = followUp.due, due <= sunday else { return false }
            guard let holder = followUp.repID, holder != rep.id else { return true }
            return book.repByID[holder].map { !$0.works(on: book.asOf) } ?? true
        }
        .min {
            if $0.priority != $1.priority { return $0.priority > $1.priority }
            if $0.due != $1.due { return ($0.due ?? sunday) < ($1.due ?? sunday) }
            return $0.id < $1.id
        }
}
