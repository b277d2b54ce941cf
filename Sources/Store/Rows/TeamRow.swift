import Records

extension Team: StoredRecord {
    static let kind = RecordKind.team
    static let columns = ["name"]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.text(name)
    }

    init(reading cells: inout CellReader) throws {
        self.init(id: cells.id(), name: cells.text())
    }
}
