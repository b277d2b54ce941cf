package import Quantities

/// Who looks after a customer from a day on, by a decision of ours; it wins over the CRM's owner.
package struct TerritoryAssignment: Identified, Hashable {
    package var id: RecordID<TerritoryAssignment>
    package var customerID: RecordID<Customer>
    package var repID: RecordID<Rep>
    package var from: Day
    /// Where the decision came from, in words.
    package var reason: String?

    package init(
        id: RecordID<TerritoryAssignment>, customerID: RecordID<Customer>, repID: RecordID<Rep>, from: Day,
        reason: String? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.repID = repID
        self.from = from
        self.reason = reason
    }
}
