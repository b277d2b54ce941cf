package import Quantities

/// One row of the activity log: something that was done, or was planned for that moment, with or for a customer.
///
/// The log is append-only; a correction is a new row that names the one it replaces. `SalesBook` holds only rows that
/// no later row (known on the as-of date) corrects.
package struct Activity: Identified, Hashable {
    package enum Category: String, CaseIterable, Sendable { case visit, call, email, meeting, note }
    package enum State: String, CaseIterable, Sendable { case planned, done, cancelled }

    package var id: RecordID<Activity>
    package var category: Category
    package var state: State
    package var customerID: RecordID<Customer>?
    package var contactID: RecordID<Contact>?
    package var repID: RecordID<Rep>?
    package var start: Instant
    package var minutes: Int?
    package var subject: String?
    /// The outcome as the CRM words it, such as `Order placed`.
    package var outcome: String?
    package var notes: String?
    package var corrects: RecordID<Activity>?
    /// When the row was written, where the source says so; a planned activity is not known before that.
    package var recorded: Instant?

    package init(
        id: RecordID<Activity>, category: Category, state: State = .done, customerID: RecordID<Customer>?,
        contactID: RecordID<Contact>? = nil, repID: RecordID<Rep>?, start: Instant, minutes: Int? = nil,
        subject: String? = nil, outcome: String? = nil, notes: String? = nil, corrects: RecordID<Activity>? = nil,
        recorded: Instant? = nil
    ) {
        self.id = id
        self.category = category
        self.state = state
        self.customerID = customerID
        self.contactID = contactID
        self.repID = repID
        self.start = start
        self.minutes = minutes
        self.subject = subject
        self.outcome = outcome
        self.notes = notes
        self.corrects = corrects
        self.recorded = recorded
    }
}
