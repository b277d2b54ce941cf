package import Quantities

/// A customer's question or complaint, as it stood on the as-of date.
package struct ServiceCase: Identified, Hashable {
    package var id: RecordID<ServiceCase>
    package var customerID: RecordID<Customer>?
    package var subject: String
    package var status: String
    package var opened: Instant
    /// Nil while open.
    package var closed: Instant?
    /// 1 (bad) to 5 (good), where the customer said so.
    package var satisfaction: Int?

    package init(
        id: RecordID<ServiceCase>, customerID: RecordID<Customer>?, subject: String, status: String, opened: Instant,
        closed: Instant? = nil, satisfaction: Int? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.subject = subject
        self.status = status
        self.opened = opened
        self.closed = closed
        self.satisfaction = satisfaction
    }

    package var isOpen: Bool { closed == nil }
}
