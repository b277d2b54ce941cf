import Records

extension Activity: StoredRecord {
    static let kind = RecordKind.activity
    static let columns = [
        "category", "state", "customer_id", "contact_id", "rep_id", "start", "minutes", "subject", "outcome", "notes",
        "corrects", "recorded",
    ]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.word(category)
        cells.word(state)
        cells.id(customerID)
        cells.id(contactID)
        cells.id(repID)
        cells.instant(start)
        cells.integer(minutes)
        cells.text(subject)
        cells.text(outcome)
        cells.text(notes)
        cells.id(corrects)
        cells.instant(recorded)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), category: try cells.word(), state: try cells.word(), customerID: cells.optionalID(),
            contactID: cells.optionalID(), repID: cells.optionalID(), start: cells.instant(),
            minutes: cells.optionalInteger(), subject: cells.optionalText(), outcome: cells.optionalText(),
            notes: cells.optionalText(), corrects: cells.optionalID(), recorded: cells.optionalInstant())
    }
}
