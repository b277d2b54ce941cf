import Diagnostics

/// Finds records by what people write: the id, the source's own id, or the exact name.
package struct RecordNames {
    package enum Found {
        case one(String)
        case flaw(rule: String, message: String, hint: String)
    }

    private var ids: Set<String> = []
    private var idsByWord: [String: [String]] = [:]
    private let words: [String]
    private let kind: String
    /// The hint for words that resemble no record's.
    private let otherwise: String
    /// Looking for what was meant takes long, so only the first unknown words get that hint.
    private var searches = 20

    /// `kind` is what a person calls such a record, such as `customer`. O(records).
    package init(
        _ records: [(id: String, sourceID: String, name: String)], kind: String,
        otherwise: String = "use the id or the exact name"
    ) {
        self.kind = kind
        self.otherwise = otherwise
        for record in records {
            ids.insert(record.id)
            for word in Set([record.sourceID, record.name]) where !word.isEmpty {
                idsByWord[word, default: []].append(record.id)
            }
        }
        words = records.flatMap { [$0.id, $0.sourceID, $0.name] }
    }

    /// Rules: `unknown-` and `ambiguous-` with the kind. O(1) for a known word, O(records) for the first unknown ones.
    package mutating func find(_ word: String) -> Found {
        if ids.contains(word) { return .one(word) }
        let found = idsByWord[word] ?? []
        if found.count == 1 { return .one(found[0]) }
        let shown = word.count > 60 ? word.prefix(59) + "…" : word
        guard found.isEmpty else {
            return .flaw(
                rule: "ambiguous-\(kind)", message: "\(found.count) \(plural) are called '\(shown)'",
                hint: "use an id: \(found.sorted().prefix(5).joined(separator: ", "))")
        }
        searches -= 1
        let near = searches >= 0 && word.count <= 200 ? nearMiss(of: word, in: words) : nil
        return .flaw(
            rule: "unknown-\(kind)", message: "no \(kind) is called '\(shown)'",
            hint: near.map { "did you mean '\($0)'?" } ?? otherwise)
    }

    private var plural: String { kind.hasSuffix("y") ? kind.dropLast() + "ies" : kind + "s" }
}
