import Diagnostics

/// Finds records by id, by the source's own id or by exact name.
struct NameIndex {
    private let ids: Set<String>
    private let idsByWord: [String: [String]]
    private let words: [String]
    private let kind: String
    private let file: String

    /// `kind` is what a person calls such a record, such as `customer`; `file` begins the kinds of problems.
    init(_ records: [(id: String, sourceID: String, name: String)], kind: String, file: String) {
        self.kind = kind
        self.file = file
        ids = Set(records.map(\.id))
        var idsByWord: [String: [String]] = [:]
        for record in records {
            for word in Set([record.sourceID, record.name]) where !word.isEmpty {
                idsByWord[word, default: []].append(record.id)
            }
        }
        self.idsByWord = idsByWord
        words = records.flatMap { [$0.id, $0.sourceID, $0.name] }
    }

    func id(_ word: String, at place: ProblemPlace) throws(Refused) -> String {
        if ids.contains(word) { return word }
        let found = idsByWord[word] ?? []
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            throw Refused(
                "\(file).ambiguous-\(kind)", "\(found.count) \(kind)s are called '\(word)'", at: place, value: word,
                hint: "use an id: \(found.sorted().prefix(5).joined(separator: ", "))")
        }
        throw Refused(
            "\(file).unknown-\(kind)", "no \(kind) is called '\(word)'", at: place, value: word,
            hint: nearMiss(of: word, in: words).map { "did you mean '\($0)'?" }
                ?? "use the id or the exact name, in quotes where it has blanks")
    }
}
