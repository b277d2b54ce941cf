import Records

extension Contact: StoredRecord {
    static let kind = RecordKind.contact
    static let columns = ["customer_id", "name", "title", "email", "phone"]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.id(customerID)
        cells.text(name)
        cells.text(title)
        cells.text(email)
        cells.text(phone)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), customerID: cells.optionalID(), name: cells.text(), title: cells.optionalText(),
            email: cells.optionalText(), phone: cells.optionalText())
    }
}
