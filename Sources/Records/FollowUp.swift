package import Quantities

/// Something promised to a customer by a day.
package struct FollowUp: Identified, Hashable {
    package var id: RecordID<FollowUp>
    package var customerID: RecordID<Customer>?
    package var repID: RecordID<Rep>?
    package var subject: String
    package var due: Day?
    package var priority: Priority
    package var isDone: Bool
    package var created: Instant?
    /// When it was done, where the source says so.
    package var completed: Instant?

    package init(
        id: RecordID<FollowUp>, customerID: RecordID<Customer>?, repID: RecordID<Rep>?, subject: String, due: Day?,
        priority: Priority = .medium, isDone: Bool = false, created: Instant? = nil,
        completed: Instant? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.repID = repID
        self.subject = subject
        self.due = due
        self.priority = priority
        self.isDone = isDone
        self.created = created
        self.completed = completed
    }
}
