import Quantities
import Records

/// One pass: there are far more activities than anything else.
func activityRules(_ book: SalesBook) -> [HealthRule] {
    // By rep: from when on nothing is expected any more. What was done before the last working day is history;
    // where that day is not known nobody can tell, so everything is listed.
    var ends: [RecordID<Rep>: Instant] = [:]
    for rep in book.reps where !rep.works(on: book.asOf) {
        if let left = rep.left {
            ends[rep.id] = book.zone.instant(left + 1)
        } else if !rep.isActive {
            ends[rep.id] = Instant(secondsSinceEpoch: .min)
        }
    }
    let reps = Set(book.reps.map(\.id))
    var (late, withoutCustomer, withoutRep): ([String], [String], [String]) = ([], [], [])
    for activity in book.activities {
        if activity.customerID.map({ book.customerByID.index(forKey: $0) == nil }) ?? true {
            withoutCustomer.append(activity.id.text)
        }
        guard let rep = activity.repID, reps.contains(rep) else {
            withoutRep.append(activity.id.text)
            continue
        }
        if !ends.isEmpty, let end = ends[rep], activity.start >= end { late.append(activity.id.text) }
    }
    return [
        HealthRule(
            "activity.owner-inactive", "Activities of somebody who was not active",
            hint: "Give planned ones to an active rep; check who did the others.", late),
        HealthRule(
            "activity.no-customer", "Activities without a customer",
            hint: "They count for nobody: link them to a customer.", withoutCustomer),
        HealthRule(
            "activity.no-rep", "Activities without a rep", hint: "They are in no leaderboard: say who did them.",
            withoutRep),
    ]
}

func otherRules(_ book: SalesBook) -> [HealthRule] {
    [
        HealthRule(
            "contact.no-customer", "Contacts without a customer", hint: "Link them to the customer they work for.",
            book.contacts.filter { book.isUnknown($0.customerID) }.map(\.id.text)),
        HealthRule(
            "order.no-customer", "Orders without a customer", hint: "They are missing in the customer's revenue.",
            book.orders.filter { book.isUnknown($0.customerID) }.map(\.id.text)),
        HealthRule(
            "lead.owner-inactive", "Open leads of somebody who is not active any more",
            hint: "Give them to an active rep.",
            book.leads.filter { $0.isOpen && book.isGone($0.ownerID) }.map(\.id.text)),
        HealthRule(
            "rep.no-home", "Active reps without a home",
            hint: "No route can be planned for them: add latitude and longitude in the CRM.",
            book.activeReps.filter { $0.home == nil }.map(\.id.text)),
    ]
}
