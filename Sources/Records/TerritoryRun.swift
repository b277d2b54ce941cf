package import Quantities

/// One change of territories in the ledger: customers that were handed over together, or the undoing of such a run.
package struct TerritoryRun: Identified, Hashable {
    package var id: RecordID<ImportRun>
    /// 1, 2, 3 in the order of writing.
    package var sequence: Int
    /// When it was written.
    package var at: Instant
    /// The day from which on it counts as known: views of earlier days do not change.
    package var known: Day
    package var person: String?
    package var note: String?
    /// Customers that changed hands, or went back.
    package var customers: Int
    package var action: Action
    /// The run that took this one back, where that is known; its customers are then as if it had never been.
    package var undoneBy: RecordID<ImportRun>?

    package enum Action: Hashable, Sendable {
        /// Customers have other reps from that day on, as the proposal file says.
        case handOver(from: Day, file: String, sha256: String, bytes: Int)
        /// Takes that run back.
        case undo(RecordID<ImportRun>)
    }

    package init(
        id: RecordID<ImportRun>, sequence: Int, at: Instant, known: Day, person: String? = nil, note: String? = nil,
        customers: Int, action: Action, undoneBy: RecordID<ImportRun>? = nil
    ) {
        self.id = id
        self.sequence = sequence
        self.at = at
        self.known = known
        self.person = person
        self.note = note
        self.customers = customers
        self.action = action
        self.undoneBy = undoneBy
    }

    /// The first day of a hand-over; nil for an undoing.
    package var from: Day? {
        if case .handOver(let from, _, _, _) = action { return from }
        return nil
    }

    /// What the run took back; nil for a hand-over.
    package var undoes: RecordID<ImportRun>? {
        if case .undo(let run) = action { return run }
        return nil
    }
}
