import Records

extension ServiceCase: StoredRecord {
    static let kind = RecordKind.serviceCase
    static let columns = ["customer_id", "subject", "status", "opened", "closed", "satisfaction"]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.id(customerID)
        cells.text(subject)
        cells.text(status)
        cells.instant(opened)
        cells.instant(closed)
        cells.integer(satisfaction)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), customerID: cells.optionalID(), subject: cells.text(), status: cells.text(),
            opened: cells.instant(), closed: cells.optionalInstant(), satisfaction: cells.optionalInteger())
    }
}
