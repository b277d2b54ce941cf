import Config
import Diagnostics
import Foundation
import Quantities
import Records

/// Reads one file of an export into the draft.
///
/// Rows that can't be used are counted and each has a problem; a column that nothing knows is told once.
func importFile(
    _ path: String, named shown: String, as reading: FileReading, settings: [String: String], context: ReadingContext,
    into draft: inout ImportDraft
) -> ImportRun.File {
    var result = ImportRun.File(
        name: shown, record: reading.record.record, rows: 0, added: 0, changed: 0, unchanged: 0, rejected: 0,
        newest: nil)
    func fault(_ kind: String, _ message: String, _ hint: String, line: Int? = nil) {
        draft.problems.append(
            ImportProblem(Problem(.error, kind, message, at: ProblemPlace(file: shown, line: line), hint: hint)))
    }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
        fault("file.unreadable", "the file can't be read", "check its permissions")
        return result
    }
    var reader = CSVReader(data)
    guard !reader.looksLikeUTF16 else {
        fault("file.encoding", "the file is UTF-16", "export or save it as UTF-8")
        return result
    }
    var row = CSVRow()
    var hasRow = reader.next(into: &row)
    while hasRow, row.isBlank { hasRow = reader.next(into: &row) }
    guard hasRow else {
        fault("file.empty", "the file has no header", "export it again; the first row names the columns")
        return result
    }
    let headers = row.texts.map(trimmedHeader)
    reportFlaws(of: row, headers: headers, file: shown, draft: &draft)
    let columns = columnMap(headers, reading: reading, settings: settings, file: shown, draft: &draft)
    let missing = reading.record.required.filter { columns[$0] == nil }
    if missing.isEmpty {
        draft.kindsRead.insert(reading.record.record)
    } else {
        let names = missing.map { field in reading.columns.first { $0.field == field }?.column ?? field }
        fault(
            "file.no-column",
            "there is no column \(names.map { "'\($0)'" }.joined(separator: " and ")), so no row can be used",
            "export it too, or map a column to \(missing.joined(separator: ", ")) in the config", line: row.line)
    }

    while reader.next(into: &row) {
        if row.isBlank { continue }
        result.rows += 1
        reportFlaws(of: row, headers: headers, file: shown, draft: &draft)
        guard missing.isEmpty else {
            result.rejected += 1
            continue
        }
        var values = RowReader(file: shown, context: context, row: row, columns: columns, headers: headers)
        let isUsed = importRow(&values, reading: reading, draft: &draft)
        draft.problems += values.problems
        for tally in values.tallies { draft.tally(tally.problem.problem, key: tally.key, record: tally.problem.record) }
        if !isUsed { result.rejected += 1 }
        if let newest = values.newest { result.newest = max(result.newest ?? newest, newest) }
    }
    return result
}

private func importRow(_ values: inout RowReader, reading: FileReading, draft: inout ImportDraft) -> Bool {
    let kind = reading.record.record
    guard let text = values.text("\(kind).id") else {
        values.report(
            .error, "row.no-id", "a row has no id, so it can't be told from others", field: "\(kind).id",
            hint: "export the record's id")
        return false
    }
    let id: RecordID<Customer> = values.context.id(text)
    values.record = id.text
    if values.yesNo("\(kind).is_deleted") == true {
        values.tally(
            .note, "row.deleted", "records that the CRM has deleted are left out", field: "\(kind).is_deleted",
            value: nil, hint: "nothing to do; restore them in the CRM if they matter")
        return false
    }
    if let before = draft.claim(id.text, kind: kind, file: values.file, line: values.row.line) {
        values.report(
            .error, "row.repeated-id",
            "the id '\(excerpt(text))' was there before, in line \(before.line) of \(before.file)",
            field: "\(kind).id", value: text, hint: "the first row counts; remove the other from the export")
        return false
    }
    return reading.record.read(&values, &draft)
}
