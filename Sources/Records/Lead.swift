package import Quantities

/// Somebody who may become a customer and is not one yet.
package struct Lead: Identified, Hashable {
    package enum State: String, CaseIterable, Sendable { case new, working, converted, closed }

    package var id: RecordID<Lead>
    package var name: String
    package var title: String?
    package var company: String?
    package var state: State
    /// The status as the CRM words it.
    package var status: String
    package var leadSource: String?
    package var employees: Int?
    package var ownerID: RecordID<Rep>?
    package var created: Instant?

    package init(
        id: RecordID<Lead>, name: String, title: String? = nil, company: String? = nil, state: State, status: String,
        leadSource: String? = nil, employees: Int? = nil, ownerID: RecordID<Rep>? = nil, created: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.company = company
        self.state = state
        self.status = status
        self.leadSource = leadSource
        self.employees = employees
        self.ownerID = ownerID
        self.created = created
    }
}
