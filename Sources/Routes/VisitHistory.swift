import Config
import Quantities
import Records

/// What one plan has already put into its earlier weeks, and what was known before them.
struct VisitHistory {
    /// The plan's first Monday.
    let firstMonday: Day
    private let rep: RecordID<Rep>
    private let book: SalesBook
    private let inputs: ResolvedPlanInputs
    private var planned: [RecordID<Customer>: [Day]] = [:]
    private var fallenAway: [RecordID<Customer>: Day] = [:]

    init(of rep: RecordID<Rep>, from firstMonday: Day, in book: SalesBook, inputs: ResolvedPlanInputs) {
        self.rep = rep
        self.firstMonday = firstMonday
        self.book = book
        self.inputs = inputs
    }

    mutating func add(_ plan: RoutePlan) {
        for day in plan.days {
            for stop in day.stops { planned[stop.customerID, default: []].append(day.day) }
        }
    }

    /// Remembers whose published visit found no place, so that a later week may make up for it.
    mutating func add(_ differences: [PlanDifference]) {
        for difference in differences where difference.after == nil {
            guard let before = difference.before else { continue }
            switch difference.reason {
            case .inactive, .moved, .visitedAlready, .replanned: break
            default: fallenAway[difference.customerID] = before.day
            }
        }
    }

    /// The day of a published visit in an earlier week of the plan that fell away, unless a visit was planned since.
    func fallenAway(_ customer: RecordID<Customer>) -> Day? {
        fallenAway[customer].flatMap { day in
            plannedDays(customer).contains { $0 >= day.monday } ? nil : day
        }
    }

    /// Days of visits in the weeks planned so far.
    func plannedDays(_ customer: RecordID<Customer>) -> [Day] { planned[customer] ?? [] }

    /// The last visit in the log, up to the as-of date.
    func lastDone(_ customer: RecordID<Customer>) -> Day? { book.lastVisit(to: customer).map { book.day(of: $0) } }

    /// The last visit before that Monday: done, or planned by the log, by the publication or by this plan. A visit that is
    /// planned counts as if it had taken place.
    func lastVisit(_ customer: RecordID<Customer>, before monday: Day) -> (day: Day, isPlanned: Bool)? {
        var coming = plannedDays(customer)
        for activity in inputs.agreedVisits[customer] ?? [] {
            let day = book.day(of: activity)
            // What this plan has made of its own weeks is in `planned`.
            let isMine = book.customerByID[customer].map { inputs.rep(of: activity, $0) == rep } ?? false
            if day > book.asOf, day < (isMine ? firstMonday : monday) { coming.append(day) }
        }
        for visit in inputs.publishedByCustomer[customer] ?? [] where visit.day > book.asOf && visit.day < firstMonday {
            coming.append(visit.day)
        }
        if let last = coming.filter({ $0 < monday }).max() { return (last, true) }
        return lastDone(customer).map { ($0, false) }
    }

    /// The first visit after that day which is agreed or locked.
    func nextAgreed(_ customer: RecordID<Customer>, after day: Day) -> Day? {
        let agreed = (inputs.agreedVisits[customer] ?? []).map { book.day(of: $0) }
        let wishes = inputs.wishes[customer]
        return (agreed + (wishes?.locks.map(\.day) ?? []) + (wishes?.meetings.map(\.day) ?? []))
            .filter { $0 > day }.min()
    }
}
