import Quantities
import Records

func activityRules(_ book: SalesBook) -> [HealthRule] {
    func ids(_ isBroken: (Activity) -> Bool) -> [String] { book.activities.filter(isBroken).map(\.id.text) }
    return [
        HealthRule(
            "activity.owner-inactive", "Activities of somebody who was not active",
            hint: "Give planned ones to an active rep; check who did the others.",
            ids { activity in
                guard let rep = activity.repID.flatMap({ book.repByID[$0] }), !rep.works(on: book.asOf) else {
                    return false
                }
                // What was done before the last working day is history; without that day nobody can tell.
                return rep.left.map { book.day(of: activity) > $0 } ?? !rep.isActive
            }),
        HealthRule(
            "activity.no-customer", "Activities without a customer",
            hint: "They count for nobody: link them to a customer.", ids { book.isUnknown($0.customerID) }),
        HealthRule(
            "activity.no-rep", "Activities without a rep", hint: "They are in no leaderboard: say who did them.",
            ids { book.isUnknown($0.repID) }),
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
