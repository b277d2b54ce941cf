import Config
import Diagnostics
import Records

/// Which column of a file holds which field: the preset's columns, and the config's, which win.
///
/// A column that nothing knows is told once, as are columns of the config that do not fit.
func columnMap(
    _ headers: [String], reading: FileReading, settings: [String: String], file: String, draft: inout ImportDraft
) -> [String: Int] {
    func report(_ severity: Problem.Severity, _ kind: String, _ message: String, column: String, hint: String) {
        let place = ProblemPlace(file: file, line: 1, field: column)
        draft.problems.append(
            ImportProblem(Problem(severity, kind, message, at: place, value: column, hint: hint)))
    }
    var fields: [String: String] = [:]
    for (column, field) in reading.columns { fields[column.lowercased()] = field }
    let present = Set(headers.map { $0.lowercased() })
    for (column, field) in settings.sorted(by: { $0.key < $1.key }) {
        if !reading.record.fields.contains(field) {
            report(
                .error, "import.unknown-field", "a row of '\(reading.name)' has no field \(field)", column: column,
                hint: nearMiss(of: field, in: reading.record.fields).map { "did you mean '\($0)'?" }
                    ?? "fields: \(reading.record.fields.joined(separator: ", "))")
            continue
        }
        // An export may leave a column out; one that is nearly the same is a slip.
        let free = headers.filter { fields[$0.lowercased()] == nil && settings[$0] == nil }
        if !present.contains(column.lowercased()), let near = nearMiss(of: column, in: free) {
            report(
                .warning, "column.missing", "the config maps '\(excerpt(column))', which is not there", column: column,
                hint: "did you mean '\(near)'?")
        }
        fields[column.lowercased()] = field
    }
    let unused = Set(reading.unused.map { $0.lowercased() })
    var columns: [String: Int] = [:]
    for (index, header) in headers.enumerated() where !header.isEmpty {
        guard let field = fields[header.lowercased()] else {
            guard !unused.contains(header.lowercased()) else { continue }
            let free = reading.columns.map(\.column).filter { !present.contains($0.lowercased()) }
            report(
                .note, "column.unknown", "the column '\(excerpt(header))' is not used", column: header,
                hint: nearMiss(of: excerpt(header), in: free).map { "did you mean '\($0)'?" }
                    ?? "map it under 'import:' of the config if it matters")
            continue
        }
        guard columns[field] == nil else {
            report(
                .warning, "column.repeated", "two columns hold \(field); the first one counts", column: header,
                hint: "export it once")
            continue
        }
        columns[field] = index
        draft.name(header, for: field)
    }
    return columns
}

/// Without outer blanks of any kind, also no-break ones.
func trimmedHeader(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace || first == "\u{feff}" { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
}

/// The beginning of a text that may be long, for a message.
func excerpt(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
