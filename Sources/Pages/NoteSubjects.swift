import Diagnostics
import Notes
import Records

/// Notes whose subject is named by the record's id, its key in the CRM or its name, with the id put in its place, and a
/// problem for each note that no page would show.
func resolveSubjects(of notes: [Note], in book: SalesBook) -> (notes: [Note], problems: [Problem]) {
    let customers = NoteNames(book.customers.map { ($0.id.text, String($0.id.sourceID), $0.name) })
    let reps = NoteNames(book.reps.map { ($0.id.text, String($0.id.sourceID), $0.name) })
    let teams = NoteNames(book.teams.map { ($0.id.text, String($0.id.sourceID), $0.name) })
    var resolved: [Note] = []
    var problems: [Problem] = []
    for note in notes {
        var note = note
        let kind: String
        let text: String
        let found: [String]
        switch note.subject {
        case .site:
            resolved.append(note)
            continue
        case .customer(let name):
            (kind, text, found) = ("customer", name, customers.ids(for: name))
            if found.count == 1 { note.subject = .customer(found[0]) }
        case .rep(let name):
            (kind, text, found) = ("rep", name, reps.ids(for: name))
            if found.count == 1 { note.subject = .rep(found[0]) }
        case .team(let name):
            (kind, text, found) = ("team", name, teams.ids(for: name))
            if found.count == 1 { note.subject = .team(found[0]) }
        }
        resolved.append(note)
        guard found.count != 1 else { continue }
        let name = oneLine(text, limit: 60)
        problems.append(
            Problem(
                .warning,
                found.isEmpty ? "note.unknown-subject" : "note.ambiguous-subject",
                found.isEmpty
                    ? "the note is about the \(kind) “\(name)”, whom the store does not hold; no page shows it"
                    : "the note is about the \(kind) “\(name)”, but \(found.count) have that name; no page shows it",
                at: ProblemPlace(file: note.file),
                hint: "write the \(kind)’s id, such as ‘\(kind): \(found.first ?? "salesforce:0015g00000000G8")’"))
    }
    return (resolved, problems)
}

/// Finds records by id, then by key, then by name without regard to case.
private struct NoteNames {
    private var ids: Set<String> = []
    private var byKey: [String: [String]] = [:]
    private var byName: [String: [String]] = [:]

    init(_ records: [(id: String, key: String, name: String)]) {
        for record in records {
            ids.insert(record.id)
            byKey[record.key, default: []].append(record.id)
            byName[record.name.lowercased(), default: []].append(record.id)
        }
    }

    func ids(for text: String) -> [String] {
        ids.contains(text) ? [text] : byKey[text] ?? byName[text.lowercased()] ?? []
    }
}
