package import Quantities

/// A completed sale of goods.
package struct Order: Identified, Hashable {
    package var id: RecordID<Order>
    package var customerID: RecordID<Customer>?
    package var day: Day
    package var amount: Money
    package var status: String?

    package init(
        id: RecordID<Order>, customerID: RecordID<Customer>?, day: Day, amount: Money, status: String? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.day = day
        self.amount = amount
        self.status = status
    }
}
