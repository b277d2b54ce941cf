package import Quantities

/// A possible sale, as it stood on the as-of date: stage, amount, close day and owner come from the last change known then.
package struct Opportunity: Identified, Hashable {
    package enum Outcome: String, CaseIterable, Sendable { case open, won, lost }

    package var id: RecordID<Opportunity>
    package var customerID: RecordID<Customer>?
    package var name: String
    package var type: String?
    package var leadSource: String?
    package var created: Instant
    package var ownerID: RecordID<Rep>?
    /// Name of a stage of the config; the importer has mapped or reported unknown ones.
    package var stage: String
    package var outcome: Outcome
    package var amount: Money?
    /// The amount as it was written, where `amount` is converted from another currency; nil where it is not.
    package var stated: Money?
    package var closeDay: Day?
    /// When it was won or lost; nil while open.
    package var closed: Instant?
    /// All changes known on the as-of date, oldest first, never empty; the first is the creation.
    package var changes: [OpportunityChange]

    package init(
        id: RecordID<Opportunity>, customerID: RecordID<Customer>?, name: String, type: String? = nil,
        leadSource: String? = nil, created: Instant, ownerID: RecordID<Rep>?, stage: String, outcome: Outcome,
        amount: Money?, closeDay: Day?, closed: Instant?, changes: [OpportunityChange]
    ) {
        self.id = id
        self.customerID = customerID
        self.name = name
        self.type = type
        self.leadSource = leadSource
        self.created = created
        self.ownerID = ownerID
        self.stage = stage
        self.outcome = outcome
        self.amount = amount
        self.closeDay = closeDay
        self.closed = closed
        self.changes = changes
    }

    /// How often the close day was moved to a later day while the opportunity was open.
    package var pushCount: Int {
        zip(changes, changes.dropFirst()).count { before, after in
            guard let old = before.closeDay, let new = after.closeDay, after.outcome == .open else { return false }
            return new > old
        }
    }
}
