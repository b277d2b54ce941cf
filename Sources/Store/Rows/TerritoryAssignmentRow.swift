import Records

extension TerritoryAssignment: StoredRecord {
    static let kind = RecordKind.territoryAssignment
    static let columns = ["customer_id", "rep_id", "from_day", "reason"]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.id(customerID)
        cells.id(repID)
        cells.day(from)
        cells.text(reason)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), customerID: cells.id(), repID: cells.id(), from: try cells.day(),
            reason: cells.optionalText())
    }
}
