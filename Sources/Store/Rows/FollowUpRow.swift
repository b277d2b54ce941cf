import Records

extension FollowUp: StoredRecord {
    static let kind = RecordKind.followUp
    static let columns = [
        "customer_id", "rep_id", "subject", "due", "priority", "is_done", "created", "completed",
    ]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.id(customerID)
        cells.id(repID)
        cells.text(subject)
        cells.day(due)
        cells.word(priority)
        cells.flag(isDone)
        cells.instant(created)
        cells.instant(completed)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), customerID: cells.optionalID(), repID: cells.optionalID(), subject: cells.text(),
            due: try cells.optionalDay(), priority: try cells.word(), isDone: cells.flag(),
            created: cells.optionalInstant(), completed: cells.optionalInstant())
    }
}
