import Records

extension ForecastCall: StoredRecord {
    static let kind = RecordKind.forecastCall
    static let columns = [
        "rep_id", "caller", "month", "commit_amount", "commit_currency", "best_case", "best_case_currency", "note",
        "at",
    ]

    var rowID: String { id.text }

    func write(to cells: inout CellWriter) {
        cells.id(repID)
        cells.word(caller)
        cells.day(month)
        cells.money(commit)
        cells.money(bestCase)
        cells.text(note)
        cells.instant(at)
    }

    init(reading cells: inout CellReader) throws {
        self.init(
            id: cells.id(), repID: cells.id(), caller: try cells.word(), month: try cells.day(),
            commit: try cells.money(), bestCase: try cells.optionalMoney(), note: cells.optionalText(),
            at: cells.instant())
    }
}
