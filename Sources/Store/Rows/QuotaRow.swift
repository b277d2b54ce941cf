import Records

extension Quota: StoredRecord {
    static let kind = RecordKind.quota
    static let columns = ["rep_id", "month", "amount", "amount_currency"]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.id(repID)
        cells.day(month)
        cells.money(amount)
    }

    init(reading cells: inout CellReader) throws {
        self.init(id: cells.id(), repID: cells.id(), month: try cells.day(), amount: try cells.money())
    }
}
