import Config
import Quantities
import Records

extension ResolvedPlanInputs {
    /// Takes the publication over. Reps that the book does not know have no plan to compare with; a customer that it does not
    /// know any more is as one that is not active.
    mutating func addPublished(_ published: PublishedPlan?, _ book: SalesBook) {
        guard let published else { return }
        let visits = published.visits
            .map {
                PublishedVisit(
                    day: $0.day, start: $0.start, minutes: max(0, $0.minutes), repID: RecordID($0.rep),
                    customerID: RecordID($0.customer))
            }
            .filter { book.repByID[$0.repID] != nil }
            .sorted { ($0.day, $0.start, $0.customerID) < ($1.day, $1.start, $1.customerID) }
        for rep in book.reps { publishedDays[rep.id] = published.days(of: rep.id.text) }
        for visit in visits {
            publishedByRep[visit.repID, default: []].append(visit)
            publishedByCustomer[visit.customerID, default: []].append(visit)
        }
    }

    /// Gathers the log's planned visits that are still to come.
    mutating func addAgreedVisits(_ book: SalesBook) {
        var byRep: [RecordID<Rep>: Set<RecordID<Customer>>] = [:]
        for activity in book.activities where activity.category == .visit && activity.state == .planned {
            guard let id = activity.customerID, let customer = book.customerByID[id],
                book.day(of: activity) >= book.asOf
            else { continue }
            agreedVisits[id, default: []].append(activity)
            if let rep = rep(of: activity, customer) { byRep[rep, default: []].insert(id) }
        }
        agreedByRep = byRep.mapValues { $0.sorted() }
    }

    /// Who goes to an agreed visit: whoever a `move` line names, else the rep of the log, else the owner.
    func rep(of activity: Activity, _ customer: Customer) -> RecordID<Rep>? {
        wishes[customer.id]?.movedTo ?? activity.repID ?? customer.ownerID
    }
}
