import Diagnostics

/// Finds records by what people write: the id, the source's own id, or the exact name.
struct RecordNames {
    enum Found {
        case one(String)
        case flaw(rule: String, message: String, hint: String)
    }

    private var ids: Set<String> = []
    private var idsByWord: [String: [String]] = [:]
    private let words: [String]
    private let kind: String
    /// Looking for what was meant takes long, so only the first unknown words get that hint.
    private var searches = 20

    init(_ records: [(id: String, sourceID: String, name: String)], kind: String) {
        self.kind = kind
        for record in records {
            ids.insert(record.id)
            for word in Set([record.sourceID, record.name]) where !word.isEmpty {
                idsByWord[word, default: []].append(record.id)
            }
        }
        words = records.flatMap { [$0.id, $0.sourceID, $0.name] }
    }

    /// Rules: `unknown-` and `ambiguous-` with the kind. O(1) for a known word, O(records) for the first unknown ones.
    mutating func find(_ word: String) -> Found {
        if ids.contains(word) { return .one(word) }
        let found = idsByWord[word] ?? []
        if found.count == 1 { return .one(found[0]) }
        let shown = word.count > 60 ? word.prefix(59) + "…" : word
        guard found.isEmpty else {
            return .flaw(
                rule: "ambiguous-\(kind)", message: "\(found.count) records of the kind \(kind) are called '\(shown)'",
                hint: "use an id: \(found.sorted().prefix(5).joined(separator: ", "))")
        }
        searches -= 1
        let near = searches >= 0 && word.count <= 200 ? nearMiss(of: word, in: words) : nil
        return .flaw(
            rule: "unknown-\(kind)", message: "no \(kind) is called '\(shown)'",
            hint: near.map { "did you mean '\($0)'?" } ?? "use the id or the exact name")
    }
}
