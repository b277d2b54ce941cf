import Records

extension Lead: StoredRecord {
    static let kind = RecordKind.lead
    static let columns = [
        "name", "title", "company", "state", "status", "lead_source", "employees", "owner_id", "created",
    ]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.text(name)
        cells.text(title)
        cells.text(company)
        cells.word(state)
        cells.text(status)
        cells.text(leadSource)
        cells.integer(employees)
        cells.id(ownerID)
        cells.instant(created)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), name: cells.text(), title: cells.optionalText(), company: cells.optionalText(),
            state: try cells.word(), status: cells.text(), leadSource: cells.optionalText(),
            employees: cells.optionalInteger(), ownerID: cells.optionalID(), created: cells.optionalInstant())
    }
}
