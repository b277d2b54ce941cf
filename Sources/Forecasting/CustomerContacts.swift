import Quantities
import Records

/// When something was last done with each customer who has an open deal, and whether something is planned.
struct CustomerContacts {
    struct Contact {
        /// Of an activity that is done, on the as-of date or before.
        var lastDone: Day?
        /// An open promise for the as-of date or later, or without a day, or a planned activity that is still to come.
        var hasNextStep: Bool
    }

    private var contacts: [RecordID<Customer>: Contact] = [:]

    init() {}

    init(ofOpenDealsIn book: SalesBook) {
        let tomorrow = book.zone.instant(book.asOf + 1)
        let today = book.zone.instant(book.asOf)
        for index in book.opportunities.indices where book.opportunities[index].outcome == .open {
            guard let customer = book.opportunities[index].customerID, contacts[customer] == nil else { continue }
            let activities = book.activitiesByCustomer[customer] ?? []
            let promised = (book.followUpsByCustomer[customer] ?? []).contains {
                !$0.isDone && ($0.due ?? book.asOf) >= book.asOf
            }
            contacts[customer] = Contact(
                lastDone: activities.last { $0.state == .done && $0.start < tomorrow }.map(book.day),
                hasNextStep: promised
                    || activities.reversed().prefix { $0.start >= today }.contains { $0.state == .planned })
        }
    }

    /// Nil for customers without an open deal.
    subscript(customer: RecordID<Customer>) -> Contact? { contacts[customer] }
}
