import Quantities
import Records

/// What of an opportunity never changes, or has no history; the rest is in its changes.
struct OpportunityRow: StoredRecord {
    static let kind = RecordKind.opportunity
    static let columns = ["customer_id", "name", "type", "lead_source", "created", "owner_id"]

    var id: RecordID<Opportunity>
    var customerID: RecordID<Customer>?
    var name: String
    var type: String?
    var leadSource: String?
    var created: Instant
    /// Counts where a change names no owner.
    var ownerID: RecordID<Rep>?

    var rowID: String { id.text }

    init(_ opportunity: Opportunity) {
        id = opportunity.id
        customerID = opportunity.customerID
        name = opportunity.name
        type = opportunity.type
        leadSource = opportunity.leadSource
        created = opportunity.created
        ownerID = opportunity.ownerID
    }

    func write(to cells: inout CellWriter) {
        cells.id(customerID)
        cells.text(name)
        cells.text(type)
        cells.text(leadSource)
        cells.instant(created)
        cells.id(ownerID)
    }

    init(reading cells: inout CellReader) throws {
        id = cells.id()
        customerID = cells.optionalID()
        name = cells.text()
        type = cells.optionalText()
        leadSource = cells.optionalText()
        created = cells.instant()
        ownerID = cells.optionalID()
    }
}
