import Diagnostics
import Records

/// Reports what is wrong with the form of a row: quotes, length, number of fields.
func reportFlaws(of row: CSVRow, headers: [String], file: String, draft: inout ImportDraft) {
    func report(
        _ severity: Problem.Severity, _ kind: String, _ message: String, _ hint: String, line: Int, field: Int? = nil
    ) {
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
                "close it, or double it inside a field", line: flaw.line, field: flaw.field)
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
                "export the file again", line: flaw.line)
        }
    }
    if row.count < headers.count {
        report(
            .warning, "csv.short-row", "the row has \(row.count) of \(headers.count) fields",
            "export it again; what is there was used", line: row.line)
    } else if row.count > headers.count {
        report(
            .warning, "csv.long-row", "the row has \(row.count) fields, the header names \(headers.count)",
            "quote fields that hold the delimiter; what fits the header was used", line: row.line)
    }
}
