package import Diagnostics
import GRDB
import Quantities
import Records

extension CustomerStore {
    /// Writes a decision as one run of the ledger: dated assignments for all its customers, or nothing at all.
    ///
    /// Books of days before `decision.known` stay as they are, and so do the owners of days before `decision.from`.
    /// With `dryRun` everything is undone at the end; the run then has the id that it would have got. Customers who
    /// already have that rep count as unchanged and get no row.
    ///
    /// Throws all problems together: `territories.` and nothing (no customer would change hands), twice,
    /// unknown-customer, unknown-rep, new-rep, rep-not-there, stale (who has the customer on that day is not who the
    /// proposal says, or a later change is written already); before all that known-earlier (`decision.known` is before
    /// that of a run written already); and those of the store. O(store + n log n).
    package func apply(_ decision: TerritoryDecision, dryRun: Bool = false) throws(ProblemError) -> TerritoryOutcome {
        try changeTerritories(dryRun: dryRun) { database in
            let standing = try TerritoryStanding(self, database)
            try standing.checkOrder(of: decision.known)
            let checks = TerritoryChecks(decision, standing)
            let problems = checks.errors + (decision.skipsStale ? [] : checks.stale)
            if !problems.isEmpty { throw ProblemError(listed(problems)) }
            guard !checks.changes.isEmpty else { throw nothing(decision, checks) }
            let run = try TerritoryLedger.add(
                TerritoryRun(
                    id: RecordID(""), sequence: 0, at: decision.at, known: decision.known, person: decision.person,
                    note: decision.note, customers: checks.changes.count,
                    action: .handOver(
                        from: decision.from, file: decision.file, sha256: decision.sha256, bytes: decision.bytes)),
                source: decision.file, added: checks.changes.count, changed: 0, unchanged: checks.unchanged,
                rejected: checks.stale.count, to: database)
            try insert(checks.changes, of: run, decision, database)
            return TerritoryOutcome(
                run: run, changes: checks.changes, skipped: listed(checks.stale), unchanged: checks.unchanged)
        }
    }

    /// One transaction: kept whole, or undone whole.
    func changeTerritories(
        dryRun: Bool, _ body: (Database) throws -> TerritoryOutcome
    ) throws(ProblemError) -> TerritoryOutcome {
        guard canWrite else {
            throw ProblemError("store.read-only", "the store was opened for reading only", at: ProblemPlace(file: path))
        }
        do {
            return try queue.writeWithoutTransaction { database in
                var outcome: TerritoryOutcome?
                try database.inTransaction(.immediate) {
                    outcome = try body(database)
                    return dryRun ? .rollback : .commit
                }
                guard let outcome else { preconditionFailure("a transaction ends with its outcome or throws") }
                return outcome
            }
        } catch {
            throw storeProblem(error, path: path)
        }
    }

    private func nothing(_ decision: TerritoryDecision, _ checks: TerritoryChecks) -> ProblemError {
        let message =
            if !checks.stale.isEmpty {
                "nothing is left of the proposal: it is out of date"
            } else if checks.unchanged > 0 {
                "all \(checks.unchanged) customers of the proposal have these reps on \(decision.from.iso) already"
            } else {
                "the proposal hands nobody over"
            }
        let problem = Problem(
            .error, "territories.nothing", message, at: ProblemPlace(file: decision.file),
            hint: checks.stale.isEmpty
                ? "there is nothing to apply" : "make a new one with 'fieldbook territories propose'")
        return ProblemError(listed(checks.stale) + [problem])
    }

    /// In the order of the file; of a proposal that fits nowhere only the first ones, and a count of the others.
    private func listed(_ problems: [Problem]) -> [Problem] {
        let sorted = problems.sorted(by: Problem.listingOrder)
        let most = 1000
        guard sorted.count > most, let last = sorted.last else { return sorted }
        return sorted.prefix(most) + [
            Problem(
                last.severity, "territories.many", "\(sorted.count - most) more rows don't fit and are not listed",
                at: last.place.map { ProblemPlace(file: $0.file, line: $0.line) },
                hint: "check that the proposal is of this store")
        ]
    }

    private func insert(
        _ changes: [TerritoryDecision.Change], of run: TerritoryRun, _ decision: TerritoryDecision, _ database: Database
    ) throws {
        let insert = try database.cachedStatement(
            sql: TerritoryAssignment.insertion(also: ["previous_rep_id", "run_id"]))
        for change in changes {
            let key = "\(run.sequence)/\(change.customerID.text)"
            let assignment = TerritoryAssignment(
                id: RecordID(source: TerritoryLedger.preset, sourceID: key), customerID: change.customerID,
                repID: change.to, from: decision.from, reason: decision.note ?? "Proposal \(decision.file)")
            var cells = CellWriter()
            cells.text(assignment.rowID)
            cells.text(TerritoryLedger.preset)
            cells.text(key)
            assignment.write(to: &cells)
            cells.id(change.from)
            cells.id(run.id)
            insert.setUncheckedArguments(StatementArguments(cells.cells))
            try insert.execute()
        }
    }
}
