import Records

extension Campaign: StoredRecord {
    static let kind = RecordKind.campaign
    static let columns = ["name", "type", "status", "start_day", "end_day", "cost", "cost_currency"]

    var rowID: String { id.text }

    /// Members are rows of their own.
    func write(to cells: inout CellWriter) {
        cells.text(name)
        cells.text(type)
        cells.text(status)
        cells.day(start)
        cells.day(end)
        cells.money(cost)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), name: cells.text(), type: cells.optionalText(), status: cells.optionalText(),
            start: try cells.optionalDay(), end: try cells.optionalDay(), cost: try cells.optionalMoney())
    }
}
