import Records

extension Order: StoredRecord {
    static let kind = RecordKind.order
    static let columns = ["customer_id", "day", "amount", "amount_currency", "status"]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.id(customerID)
        cells.day(day)
        cells.money(amount)
        cells.text(status)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), customerID: cells.optionalID(), day: try cells.day(), amount: try cells.money(),
            status: cells.optionalText())
    }
}
