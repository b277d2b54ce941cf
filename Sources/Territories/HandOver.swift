package import Records

package struct HandOver: Sendable, Hashable {
    package var customerID: RecordID<Customer>
    /// Nil for a customer that no active rep looked after.
    package var from: RecordID<Rep>?
    package var to: RecordID<Rep>
    /// Workload that moves, hours a year, as it is for the one who takes over.
    package var hours: Double

    package init(customerID: RecordID<Customer>, from: RecordID<Rep>?, to: RecordID<Rep>, hours: Double) {
        self.customerID = customerID
        self.from = from
        self.to = to
        self.hours = hours
    }
}
