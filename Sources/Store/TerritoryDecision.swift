package import Diagnostics
package import Quantities
package import Records

/// Customers that change hands together from one day on, as somebody decided.
package struct TerritoryDecision: Sendable {
    package struct Change: Sendable, Hashable {
        package var customerID: RecordID<Customer>
        /// Who has the customer, in the eyes of the proposal; nil: no active rep.
        package var from: RecordID<Rep>?
        package var to: RecordID<Rep>
        /// Where the proposal says so.
        package var place: ProblemPlace?

        package init(
            customerID: RecordID<Customer>, from: RecordID<Rep>?, to: RecordID<Rep>, place: ProblemPlace? = nil
        ) {
            self.customerID = customerID
            self.from = from
            self.to = to
            self.place = place
        }
    }

    package var changes: [Change]
    /// The first day with the new reps.
    package var from: Day
    /// The day on which it was decided: books of earlier days do not know of it.
    package var known: Day
    /// When it is written.
    package var at: Instant
    package var person: String?
    package var note: String?
    /// The proposal: its name, the SHA-256 of its bytes in hexadecimal digits, and their number.
    package var file: String
    package var sha256: String
    package var bytes: Int
    /// Leaves out customers that the proposal no longer fits, instead of refusing all of it.
    package var skipsStale = false

    package init(
        changes: [Change], from: Day, known: Day, at: Instant, person: String? = nil, note: String? = nil,
        file: String, sha256: String, bytes: Int
    ) {
        self.changes = changes
        self.from = from
        self.known = known
        self.at = at
        self.person = person
        self.note = note
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
    }
}

/// What a run wrote, or would write.
package struct TerritoryOutcome: Sendable {
    package var run: TerritoryRun
    /// Sorted by customer; for an undoing who has the customer without the run, left out where that is the same rep.
    package var changes: [TerritoryDecision.Change]
    /// Customers that were left out, each with the reason; empty unless the decision skips stale ones.
    package var skipped: [Problem] = []
    /// Customers that already have the rep they were to get.
    package var unchanged = 0
}
