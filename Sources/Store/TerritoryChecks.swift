import Diagnostics
import Quantities
import Records

/// What of a decision can be written: the changes that fit, and what is wrong with the others.
struct TerritoryChecks {
    /// Sorted by customer.
    private(set) var changes: [TerritoryDecision.Change] = []
    private(set) var unchanged = 0
    /// Of what can never be written.
    private(set) var errors: [Problem] = []
    /// Of what the proposal saw otherwise than it is now.
    private(set) var stale: [Problem] = []

    private let standing: TerritoryStanding
    private let decision: TerritoryDecision
    private var seen: [RecordID<Customer>: TerritoryDecision.Change] = [:]
    private var repsSeen: Set<RecordID<Rep>> = []
    /// Looking for what was meant takes long, so only the first unknown ids get that hint.
    private var searches = 20

    init(_ decision: TerritoryDecision, _ standing: TerritoryStanding) {
        self.standing = standing
        self.decision = decision
        for change in decision.changes { check(change) }
        changes.sort { $0.customerID < $1.customerID }
    }

    private mutating func check(_ change: TerritoryDecision.Change) {
        if let other = seen[change.customerID] {
            if other.to != change.to {
                refuse(
                    "twice", "\(standing.name(of: change.customerID)) is given to two reps", change,
                    hint: "remove one of the two rows")
            }
            return
        }
        seen[change.customerID] = change
        guard standing.customers[change.customerID] != nil else {
            let near = near(change.customerID.text, in: standing.customers.keys.map(\.text))
            return refuse(
                "unknown-customer", "the store has no customer '\(change.customerID.text)'", change,
                hint: near.map { "did you mean '\($0)'?" } ?? "take the proposal of this store")
        }
        guard checkRep(change) else { return }
        let owner = standing.owner(of: change.customerID, on: decision.from)
        if let next = standing.coming(for: change.customerID, after: decision.from) {
            return outdate(
                "\(standing.name(of: change.customerID)) goes to \(standing.name(of: next.repID)) "
                    + "from \(next.from.iso) on already", change)
        }
        if owner == change.to {
            unchanged += 1
        } else if isAsProposed(owner, change.from) {
            var change = change
            change.from = owner
            changes.append(change)
        } else {
            outdate(
                "\(standing.name(of: change.customerID)) belongs to \(standing.name(of: owner)) "
                    + "on \(decision.from.iso), not to \(standing.name(of: change.from))", change)
        }
    }

    /// A proposal has no `from` where no active rep has the customer.
    private func isAsProposed(_ owner: RecordID<Rep>?, _ proposed: RecordID<Rep>?) -> Bool {
        if owner == proposed { return true }
        guard proposed == nil, let owner else { return false }
        return !standing.works(owner, on: decision.from) || !standing.works(owner, on: decision.known)
    }

    /// Each rep is spoken of once.
    private mutating func checkRep(_ change: TerritoryDecision.Change) -> Bool {
        var change = change
        // The place is the customer's, so no caret points to the rep.
        change.place?.column = nil
        change.place?.field = "to"
        let isFirst = repsSeen.insert(change.to).inserted
        guard let rep = standing.reps[change.to] else {
            guard isFirst else { return false }
            if change.to.text.hasPrefix("new-") {
                refuse(
                    "new-rep", "the rep '\(change.to.text)' is a proposal's and not in the store yet", change,
                    hint: "import the CRM's users with the new rep among them, then write that rep's id in place of "
                        + "'\(change.to.text)' in the column 'to'")
            } else {
                let near = near(change.to.text, in: standing.reps.keys.map(\.text))
                refuse(
                    "unknown-rep", "the store has no rep '\(change.to.text)'", change,
                    hint: near.map { "did you mean '\($0)'?" } ?? "take the proposal of this store")
            }
            return false
        }
        guard !standing.works(change.to, on: decision.from) else { return true }
        if isFirst {
            let why =
                if let left = rep.left, left < decision.from {
                    "left on \(left.iso)"
                } else if let hired = rep.hired, hired > decision.from {
                    "begins on \(hired.iso)"
                } else {
                    "the account is switched off"
                }
            refuse(
                "rep-not-there",
                "\(standing.name(of: change.to)) does not work on \(decision.from.iso): \(why)", change,
                hint: "choose another rep, or another day with --from")
        }
        return false
    }

    private mutating func near(_ id: String, in ids: [String]) -> String? {
        searches -= 1
        return searches >= 0 && id.count <= 200 ? nearMiss(of: id, in: ids) : nil
    }

    private mutating func refuse(_ rule: String, _ message: String, _ change: TerritoryDecision.Change, hint: String) {
        errors.append(
            Problem(
                .error, "territories.\(rule)", message, at: change.place ?? ProblemPlace(file: decision.file),
                hint: hint))
    }

    private mutating func outdate(_ message: String, _ change: TerritoryDecision.Change) {
        stale.append(
            Problem(
                decision.skipsStale ? .warning : .error, "territories.stale", message,
                at: change.place ?? ProblemPlace(file: decision.file),
                hint: decision.skipsStale
                    ? "the row was left out"
                    : "make a new proposal with 'fieldbook territories propose', or leave such rows out with --skip-stale"
            ))
    }
}
