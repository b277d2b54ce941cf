package import Diagnostics
import GRDB
package import Quantities
import Records

extension CustomerStore {
    /// Takes back exactly that run by a run of its own: from `known` on, books are as if it had never been.
    ///
    /// Nothing is deleted: the rows stay, and books of days before `known` still have them. `name` is the run's id or its
    /// number. With `dryRun` nothing is written. Throws `territories.` and unknown-run, is-import, is-undo, undone
    /// (somebody did so before), changed-later (later runs have handed some of the same customers on: those first),
    /// known-earlier (`known` is before that of a run written already).
    package func undoTerritoryRun(
        _ name: String, at: Instant, known: Day, person: String? = nil, note: String? = nil, dryRun: Bool = false
    ) throws(ProblemError) -> TerritoryOutcome {
        try changeTerritories(dryRun: dryRun) { database in
            let standing = try TerritoryStanding(self, database)
            let run = try undoable(name, standing.runs, database)
            try standing.checkOrder(of: known)
            let own = standing.assignments.keys.sorted().flatMap { customer in
                (standing.assignments[customer] ?? []).filter { $0.runID == run.id }
            }
            try checkLaterRuns(than: run, own, standing)
            let undo = try TerritoryLedger.add(
                TerritoryRun(
                    id: RecordID(""), sequence: 0, at: at, known: known, person: person, note: note,
                    customers: own.count, action: .undo(run.id)),
                source: "undo of \(run.id.text)", added: 0, changed: own.count, unchanged: 0, rejected: 0, to: database)
            return TerritoryOutcome(
                run: undo,
                changes: own.compactMap { assignment in
                    // Not who had the customer before the run: imports may have said otherwise since.
                    let day = max(known, assignment.from)
                    let owner = standing.owner(of: assignment.customerID, on: day, without: run.id)
                    guard let owner, owner != assignment.repID else { return nil }
                    return TerritoryDecision.Change(
                        customerID: assignment.customerID, from: assignment.repID, to: owner)
                })
        }
    }

    private func undoable(_ name: String, _ runs: [TerritoryRun], _ database: Database) throws -> TerritoryRun {
        func problem(_ rule: String, _ message: String, hint: String) -> ProblemError {
            ProblemError("territories.\(rule)", message, value: name, hint: hint)
        }
        guard let run = runs.first(where: { $0.id.text == name || String($0.sequence) == name }) else {
            let isImport =
                try Row.fetchOne(database, sql: "SELECT 1 FROM import_run WHERE id = ?", arguments: [storable(name)])
                != nil
            let known = runs.filter { $0.undoes == nil && $0.undoneBy == nil }.map { String($0.sequence) }
            let hint =
                known.isEmpty
                ? "there is no run that could be undone"
                : "runs that can be undone: \(known.joined(separator: ", ")); 'fieldbook territories log' lists them"
            if isImport {
                throw problem("is-import", "'\(name)' is an import and no run of territories", hint: hint)
            }
            throw problem("unknown-run", "there is no run '\(name)' of territories", hint: hint)
        }
        if let undone = run.undoes {
            throw problem(
                "is-undo", "run \(run.sequence) is itself the undoing of \(undone.text)",
                hint: "apply the proposal anew if it is to hold after all")
        }
        if let other = runs.first(where: { $0.id == run.undoneBy }) {
            throw problem(
                "undone",
                "run \(run.sequence) was undone already, by run \(other.sequence) of \(other.at.iso)"
                    + (other.person.map { " (\($0))" } ?? ""), hint: "there is nothing left to take back")
        }
        return run
    }

    /// One problem for each later run that still holds and has some of the same customers.
    private func checkLaterRuns(
        than run: TerritoryRun, _ own: [TerritoryAssignment], _ standing: TerritoryStanding
    ) throws(ProblemError) {
        var names: [Int: [String]] = [:]
        for customer in own.map(\.customerID) {
            for later in standing.assignments[customer] ?? [] where later.sequence > run.sequence {
                names[later.sequence, default: []].append(standing.name(of: customer))
            }
        }
        guard !names.isEmpty else { return }
        throw ProblemError(
            names.keys.sorted(by: >).map { later in
                let shared = names[later] ?? []
                let more = shared.count > 3 ? " and \(shared.count - 3) more" : ""
                return Problem(
                    .error, "territories.changed-later",
                    "run \(later) handed on \(shared.count) customer\(shared.count == 1 ? "" : "s") of run "
                        + "\(run.sequence): \(shared.prefix(3).joined(separator: ", "))\(more)",
                    hint: "undo run \(later) first")
            })
    }
}
