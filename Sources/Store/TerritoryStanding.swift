import Diagnostics
import GRDB
import Quantities
import Records

/// Who has which customer, as the store knows it now: the ground that a decision is checked against.
struct TerritoryStanding {
    let customers: [RecordID<Customer>: Customer]
    let reps: [RecordID<Rep>: Rep]
    /// By customer, in the order in which they overrule each other; runs that were undone are left out.
    let assignments: [RecordID<Customer>: [TerritoryAssignment]]
    let runs: [TerritoryRun]

    init(_ store: CustomerStore, _ database: Database) throws {
        customers = Dictionary(
            (try store.all(database) as [Customer]).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        reps = Dictionary(
            (try store.all(database) as [Rep]).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        runs = try TerritoryLedger.runs(database)
        assignments = Dictionary(
            grouping: try TerritoryLedger.assignments(database, of: runs).sorted(by: TerritoryAssignment.isBefore),
            by: \.customerID)
    }

    /// With `undone` as if that run had never been.
    func owner(
        of customer: RecordID<Customer>, on day: Day, without undone: RecordID<ImportRun>? = nil
    ) -> RecordID<Rep>? {
        let holding = assignments[customer]?.last { $0.from <= day && (undone == nil || $0.runID != undone) }
        return holding?.repID ?? customers[customer]?.ownerID
    }

    /// Each run rests on those before it, so no book may know of it that does not know of them.
    func checkOrder(of known: Day) throws(ProblemError) {
        guard let last = runs.max(by: { ($0.known, $0.sequence) < ($1.known, $1.sequence) }), known < last.known
        else { return }
        throw ProblemError(
            "territories.known-earlier",
            "run \(last.sequence) was decided on \(last.known.iso), so nothing can be decided on \(known.iso) any more",
            hint: "decide on \(last.known.iso) or later, with --as-of")
    }

    /// The next assignment that begins after that day.
    func coming(for customer: RecordID<Customer>, after day: Day) -> TerritoryAssignment? {
        assignments[customer]?.first { $0.from > day }
    }

    func works(_ rep: RecordID<Rep>, on day: Day) -> Bool {
        guard let rep = reps[rep] else { return false }
        return KnownThen(end: Instant(secondsSinceEpoch: 0), day: day).rep(rep).works(on: day)
    }

    func name(of customer: RecordID<Customer>) -> String {
        customers[customer].map { "'\($0.name)' (\(customer.text))" } ?? "'\(customer.text)'"
    }

    func name(of rep: RecordID<Rep>?) -> String {
        guard let rep else { return "nobody" }
        return reps[rep].map { "\($0.name) (\(rep.text))" } ?? rep.text
    }
}
