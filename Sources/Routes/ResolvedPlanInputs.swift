package import Config
import Quantities
package import Records

/// `PlanInputs` understood against the book: names are ids, lines that can't be used are gone. Made once for all reps by
/// `resolvePlanChanges`.
package struct ResolvedPlanInputs: Sendable {
    /// The change lines that count, in the order of their file.
    package internal(set) var changes: [ResolvedChange] = []
    /// What the lines say about each customer.
    var wishes: [RecordID<Customer>: CustomerWishes] = [:]
    /// Customers that another rep than the owner plans, by that rep, sorted.
    var takenOver: [RecordID<Rep>: [RecordID<Customer>]] = [:]
    /// Days off for everyone, and those of single reps, in the order of their file.
    var daysOff: [DayOff] = []
    var daysOffByRep: [RecordID<Rep>: [DayOff]] = [:]
    /// Published visits by rep, sorted by day, start and customer; and those of each customer.
    var publishedByRep: [RecordID<Rep>: [PublishedVisit]] = [:]
    var publishedByCustomer: [RecordID<Customer>: [PublishedVisit]] = [:]
    /// Of each rep with a publication, the Monday of its first week to the Sunday of its last one.
    var publishedDays: [RecordID<Rep>: ClosedRange<Day>] = [:]
    /// Planned visits of the log from the as-of date on, by whoever has them; those without a rep are the owner's.
    var agreedVisits: [RecordID<Customer>: [Activity]] = [:]
    var agreedByRep: [RecordID<Rep>: [RecordID<Customer>]] = [:]
    var learnt = LearntVisitMinutes()

    /// Reps who have published visits, sorted: those among them who have left need a plan too, to say what fell away.
    package var publishedReps: [RecordID<Rep>] { publishedByRep.keys.sorted() }

    /// Who plans visits to the customer: the rep of a `move` line, or the owner.
    package func planner(of customer: Customer) -> RecordID<Rep>? { wishes[customer.id]?.movedTo ?? customer.ownerID }

    /// True when the publication says what this rep does in that week.
    func isPublished(_ rep: RecordID<Rep>, weekOf monday: Day) -> Bool {
        publishedDays[rep]?.contains(monday) == true
    }
}

/// A change line with the customer that it means.
package struct ResolvedChange: Sendable, Hashable {
    package var change: PlanChange
    package var customerID: RecordID<Customer>
}

/// What change lines say about one customer.
struct CustomerWishes: Sendable {
    struct Lock { var day: Day, start: TimeOfDay?, change: PlanChange }
    struct Must { var days: ClosedRange<Day>, change: PlanChange }
    struct Meeting { var day: Day, window: TimeWindow, minutes: Int?, change: PlanChange }
    struct Closure { var days: ClosedRange<Day>, change: PlanChange }

    var locks: [Lock] = []
    var musts: [Must] = []
    var meetings: [Meeting] = []
    var closures: [Closure] = []
    /// Not before that day.
    var skip: (until: Day, change: PlanChange)?
    var movedTo: RecordID<Rep>?
    var move: PlanChange?

    /// `rep` is whom a `move` line names.
    mutating func add(_ change: PlanChange, rep: RecordID<Rep>?) {
        switch change.action {
        case .lock(let day, let start): locks.append(Lock(day: day, start: start, change: change))
        case .skip(let until): skip = (until, change)
        case .must(let from, let until):
            musts.append(Must(days: min(from ?? .distantPast, until)...until, change: change))
        case .move: (movedTo, move) = (rep, change)
        case .appointment(let day, let window, let minutes):
            meetings.append(Meeting(day: day, window: window, minutes: minutes, change: change))
        case .closed(let from, let until):
            closures.append(Closure(days: min(from, until)...max(from, until), change: change))
        }
    }

    func isClosed(on day: Day) -> Bool { closures.contains { $0.days.contains(day) } }
    func isSkipped(on day: Day) -> Bool { skip.map { day < $0.until } ?? false }
}

/// A visit of the published plan.
struct PublishedVisit: Sendable, Hashable {
    var day: Day
    var start: TimeOfDay
    var minutes: Int
    var repID: RecordID<Rep>
    var customerID: RecordID<Customer>
}

extension Day {
    /// The begin of a range without one.
    static let distantPast = Day(daysSinceEpoch: 0)
}
