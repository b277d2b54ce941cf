import Diagnostics
import Quantities
import Records

/// One row by the fields of our records: reads typed values and reports what does not fit, with its place.
///
/// A value that cannot be read is reported and becomes nil, so that the rest of the row can be used.
struct RowReader {
    let file: String
    let context: ReadingContext
    let row: CSVRow
    /// Field to index of its column.
    let columns: [String: Int]
    /// As in the file, by index.
    let headers: [String]
    /// `source:source_id` once it is known.
    var record: String?
    var problems: [ImportProblem] = []
    var tallies: [(problem: ImportProblem, key: String)] = []
    /// Fields whose text was found faulty before, so that reading it again tells nothing anew.
    private var faulty: Set<String> = []
    /// The latest moment that the row speaks of, up to the import itself.
    var newest: Instant?

    init(file: String, context: ReadingContext, row: CSVRow, columns: [String: Int], headers: [String]) {
        self.file = file
        self.context = context
        self.row = row
        self.columns = columns
        self.headers = headers
    }

    func has(_ field: String) -> Bool { columns[field].map { $0 < row.count } ?? false }

    func place(_ field: String?) -> ProblemPlace {
        ProblemPlace(file: file, line: row.line, field: field.flatMap { columns[$0] }.map { headers[$0] })
    }

    mutating func report(
        _ severity: Problem.Severity, _ kind: String, _ message: String, field: String?, value: String? = nil,
        hint: String? = nil
    ) {
        problems.append(
            ImportProblem(Problem(severity, kind, message, at: place(field), value: value, hint: hint), record: record))
    }

    /// For what many rows share; told once with the number of rows, for each value apart when `eachValue`.
    mutating func tally(
        _ severity: Problem.Severity, _ kind: String, _ message: String, field: String, value: String?,
        eachValue: Bool = true, hint: String? = nil
    ) {
        let problem = Problem(severity, kind, message, at: place(field), value: value, hint: hint)
        tallies.append((ImportProblem(problem, record: record), eachValue ? value ?? "" : ""))
    }

    mutating func saw(_ instant: Instant?) {
        guard let instant, instant <= context.at else { return }
        newest = newest.map { max($0, instant) } ?? instant
    }

    /// The text without outer blanks and control characters, line breaks kept; nil when nothing is left.
    mutating func text(_ field: String) -> String? {
        guard let text = cleaned(field) else { return nil }
        var kept = Substring(text)
        while let first = kept.first, first.isWhitespace { kept.removeFirst() }
        while let last = kept.last, last.isWhitespace { kept.removeLast() }
        return kept.isEmpty ? nil : String(kept)
    }

    /// The text on one line with single blanks; reports those that were too many and what is hostile about it.
    mutating func name(_ field: String) -> String? {
        guard let text = cleaned(field) else { return nil }
        let name = withoutExtraSpaces(text)
        if name != text, !name.isEmpty {
            report(
                .note, "name.spaces", "'\(excerpt(name))' has extra blanks", field: field, value: text,
                hint: "remove the blanks in the CRM; they are left out here")
        }
        if let trait = hostileTrait(of: name) {
            report(
                trait.isAttack ? .warning : .note, "name.hostile", "a name that \(trait.reason)", field: field,
                value: name,
                hint: trait.isAttack ? "ask who entered it, and rename it in the CRM" : "check that it is meant so")
        }
        return name.isEmpty ? nil : name
    }

    private mutating func cleaned(_ field: String) -> String? {
        guard let index = columns[field], index < row.count, !row.isEmpty(index) else { return nil }
        let (text, isUTF8) = row.text(index)
        if !isUTF8, faulty.insert("encoding " + field).inserted {
            tally(
                .warning, "csv.encoding", "text that is not UTF-8 was read as Windows-1252", field: field, value: text,
                eachValue: false, hint: "export the file as UTF-8")
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
        if faulty.insert("control " + field).inserted {
            report(
                .warning, "value.control-character", "control characters were taken out", field: field, value: kept,
                hint: "clean the value in the CRM")
        }
        return kept
    }

    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
