/// A person at a customer.
package struct Contact: Identified, Hashable {
    package var id: RecordID<Contact>
    package var customerID: RecordID<Customer>?
    package var name: String
    package var title: String?
    package var email: String?
    package var phone: String?

    package init(
        id: RecordID<Contact>, customerID: RecordID<Customer>?, name: String, title: String? = nil,
        email: String? = nil, phone: String? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.name = name
        self.title = title
        self.email = email
        self.phone = phone
    }
}
