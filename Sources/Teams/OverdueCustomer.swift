package import Quantities
package import Records

package struct OverdueCustomer: Sendable, Hashable {
    package var customerID: RecordID<Customer>
    /// Nil when the log knows no visit.
    package var lastVisit: Day?
    package var overdueDays: Int
    /// Days since the last visit ÷ cadence.
    package var urgency: Double

    package init(customerID: RecordID<Customer>, lastVisit: Day?, overdueDays: Int, urgency: Double) {
        self.customerID = customerID
        self.lastVisit = lastVisit
        self.overdueDays = overdueDays
        self.urgency = urgency
    }
}
