package import Quantities

/// Who looks after a customer from a day on, by a decision of ours; it wins over the CRM's owner.
package struct TerritoryAssignment: Identified, Hashable {
    package var id: RecordID<TerritoryAssignment>
    package var customerID: RecordID<Customer>
    package var repID: RecordID<Rep>
    package var from: Day
    /// Where the decision came from, in words.
    package var reason: String?
    /// Who looked after the customer on the day before `from`, as the decision found it; nil: nobody, or not known.
    package var previousID: RecordID<Rep>?
    /// The run that wrote it; nil for what came with an import.
    package var runID: RecordID<ImportRun>?
    /// Counts the runs: of two assignments from the same day the later run's holds; 0 for what came with an import.
    package var sequence: Int

    package init(
        id: RecordID<TerritoryAssignment>, customerID: RecordID<Customer>, repID: RecordID<Rep>, from: Day,
        reason: String? = nil, previousID: RecordID<Rep>? = nil, runID: RecordID<ImportRun>? = nil, sequence: Int = 0
    ) {
        self.id = id
        self.customerID = customerID
        self.repID = repID
        self.from = from
        self.reason = reason
        self.previousID = previousID
        self.runID = runID
        self.sequence = sequence
    }

    /// Of a customer's assignments that have begun, the last in this order decides.
    package static func isBefore(_ left: Self, _ right: Self) -> Bool {
        (left.from, left.sequence, left.id) < (right.from, right.sequence, right.id)
    }
}
