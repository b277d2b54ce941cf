import Diagnostics
import Foundation

/// What `--json` prints: sorted keys, so that two answers can be compared by line.
func writeJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    writeAnswer(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// A problem as a program reads it.
struct ProblemAnswer: Encodable {
    var severity: String
    var kind: String
    var message: String
    var file: String?
    var line: Int?
    var column: Int?
    var field: String?
    var value: String?
    var hint: String?
    var record: String?

    init(_ problem: Problem, record: String? = nil) {
        severity = problem.severity.rawValue
        kind = problem.kind
        message = problem.message
        file = problem.place?.file
        line = problem.place?.line
        column = problem.place?.column
        field = problem.place?.field
        value = problem.value
        hint = problem.hint
        self.record = record
    }
}

/// Counts by kind, for a first look.
func kindCounts(_ problems: [Problem]) -> [String: Int] {
    problems.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
}
