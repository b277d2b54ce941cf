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
    guard reader.next(into: &row), !(row.count == 1 && row.isBlank) else {
        fault("file.empty", "the file has no header", "export it again; the first row names the columns")
        return result
    }
    let headers = row.texts.map(trimmedHeader)
    let columns = columnMap(headers, reading: reading, settings: settings, file: shown, draft: &draft)
    draft.kindsRead.insert(reading.record.record)
    let missing = reading.record.required.filter { columns[$0] == nil }
    if !missing.isEmpty {
        let names = missing.map { field in reading.columns.first { $0.field == field }?.column ?? field }
        fault(
            "file.no-column", "there is no column \(names.map { "'\($0)'" }.joined(separator: " and "))",
            "export it too, or map a column to \(missing.joined(separator: ", ")) in the config", line: 1)
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
        for tally in values.tallies { draft.tally(tally.problem, record: tally.record) }
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
            value: nil)
        return false
    }
    if let before = draft.claim(id.text, kind: kind, file: values.file, line: values.row.line) {
        values.report(
            .error, "row.repeated-id", "the id '\(text)' was there before, in line \(before.line) of \(before.file)",
            field: "\(kind).id", value: text, hint: "the first row counts; remove the other from the export")
        return false
    }
    return reading.record.read(&values, &draft)
}

/// Without outer blanks of any kind, also no-break ones.
private func trimmedHeader(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace || first == "\u{feff}" { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
}

private func columnMap(
    _ headers: [String], reading: FileReading, settings: [String: String], file: String, draft: inout ImportDraft
) -> [String: Int] {
    // The config's own columns win over the preset's.
    var fields: [String: String] = [:]
    for (column, field) in reading.columns { fields[column.lowercased()] = field }
    for (column, field) in settings.sorted(by: { $0.key < $1.key }) { fields[column.lowercased()] = field }
    let unused = Set(reading.unused.map { $0.lowercased() })
    var columns: [String: Int] = [:]
    for (index, header) in headers.enumerated() where !header.isEmpty {
        guard let field = fields[header.lowercased()] else {
            guard !unused.contains(header.lowercased()) else { continue }
            let near = nearMiss(of: header, in: reading.columns.map(\.column).filter { !headers.contains($0) })
            draft.problems.append(
                ImportProblem(
                    Problem(
                        .note, "column.unknown", "the column '\(header)' is not used",
                        at: ProblemPlace(file: file, line: 1, field: header), value: header,
                        hint: near.map { "did you mean '\($0)'?" }
                            ?? "map it under 'import:' of the config if it matters")))
            continue
        }
        guard columns[field] == nil else {
            draft.problems.append(
                ImportProblem(
                    Problem(
                        .warning, "column.repeated", "two columns hold \(field); the first one counts",
                        at: ProblemPlace(file: file, line: 1, field: header), value: header, hint: "export it once")))
            continue
        }
        columns[field] = index
        draft.name(header, for: field)
    }
    return columns
}

private func reportFlaws(of row: CSVRow, headers: [String], file: String, draft: inout ImportDraft) {
    func report(_ severity: Problem.Severity, _ kind: String, _ message: String, _ hint: String, line: Int, field: Int?)
    {
        let name = field.flatMap { headers.indices.contains($0) ? headers[$0] : nil }
        draft.problems.append(
            ImportProblem(
                Problem(severity, kind, message, at: ProblemPlace(file: file, line: line, field: name), hint: hint)))
    }
    for flaw in row.flaws {
        switch flaw.kind {
        case .unclosedQuote:
            report(
                .warning, "csv.unclosed-quote", "a quotation mark is never closed",
                "close it, or double it inside a field",
                line: flaw.line, field: flaw.field)
        case .strayQuote:
            report(
                .note, "csv.stray-quote", "a quotation mark stands inside a field", "double it inside a quoted field",
                line: flaw.line, field: flaw.field)
        case .tooLong:
            report(
                .warning, "csv.too-long", "a field is longer than \(CSVReader.longestField) bytes and was cut",
                "check whether the row is broken", line: flaw.line, field: flaw.field)
        case .givenUp:
            report(
                .error, "csv.given-up", "too many broken quotation marks: the rest of the file was not read",
                "export the file again", line: flaw.line, field: nil)
        }
    }
    if row.count < headers.count {
        report(
            .warning, "csv.short-row", "the row has \(row.count) of \(headers.count) fields",
            "export it again; what is there was used", line: row.line, field: nil)
    } else if row.count > headers.count {
        report(
            .warning, "csv.long-row", "the row has \(row.count) fields, the header names \(headers.count)",
            "quote fields that hold the delimiter; what fits the header was used", line: row.line, field: nil)
    }
}
