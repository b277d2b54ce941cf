/// How the exports of one CRM become records: tables of file and column names and of words, as data.
///
/// The next preset is one more file like `SalesforcePreset.swift`: what its columns mean, in the fields that the
/// `RecordReading` values know.
package struct Preset: Sendable {
    /// As the user writes it; also the source of every record's id.
    package let name: String
    package let title: String
    /// Ids are compared by this many characters; Salesforce writes the same id with 15 or 18.
    let idLength: Int?
    /// Times without a zone are UTC; else they are wall-clock times of the company.
    let bareTimesAreUTC: Bool
    /// In the order in which they are read: what is pointed at comes first.
    let files: [FileReading]
    /// The CRM's words for ours, in lower case, by field: `["lead.status": ["open - not contacted": "new"]]`.
    let words: [String: [String: String]]

    package static let all: [Preset] = [.salesforce]

    /// The preset of that name, or nil.
    package static func named(_ name: String) -> Preset? { all.first { $0.name == name.lowercased() } }
}

/// How one file of an export is read.
struct FileReading: Sendable {
    /// As in the settings and in problems: `Account`.
    var name: String
    /// File names without `.csv`, in lower case. `*` stands for anything; `#` for digits, blanks and marks, or nothing,
    /// so that `account#` is also `Account 2026-11-13` but not `AccountTeam`.
    var patterns: [String]
    var record: RecordReading
    /// Without it the import is worth a warning.
    var isExpected: Bool
    /// Column (compared without case and outer blanks) to field.
    var columns: [(column: String, field: String)]
    /// Columns that are known and not used.
    var unused: [String] = []

    func matches(fileName: String) -> Bool {
        let lower = fileName.lowercased()
        guard lower.hasSuffix(".csv") || lower.hasSuffix(".tsv") || lower.hasSuffix(".txt") else { return false }
        let stem = Array(lower.dropLast(4).unicodeScalars)
        return patterns.contains { matchesPattern(Array($0.unicodeScalars)[...], stem[...]) }
    }
}

private func matchesPattern(_ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case "*": return matchesPattern(rest, text) || !text.isEmpty && matchesPattern(pattern, text.dropFirst())
    case "#":
        if matchesPattern(rest, text) { return true }
        guard let next = text.first, !next.properties.isAlphabetic else { return false }
        return matchesPattern(pattern, text.dropFirst())
    default: return text.first == first && matchesPattern(rest, text.dropFirst())
    }
}
