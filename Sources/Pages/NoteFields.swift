import Notes
import Quantities

extension SiteMaterial {
    /// What the partial `note` needs, for notes that fit, newest first.
    func noteFields(on path: SitePath, where fits: (Note) -> Bool) -> PageValue {
        let chosen = notes.filter(fits).sorted {
            ($1.day ?? Day(daysSinceEpoch: 0), $0.file) < ($0.day ?? Day(daysSinceEpoch: 0), $1.file)
        }
        return .list(
            chosen.map { note in
                let byline = [note.author, note.day.map(figures.day)].compactMap { $0 }.joined(separator: ", ")
                return [
                    "title": .text(ifAny: note.title), "byline": .text(byline.isEmpty ? "Note" : byline),
                    "bodyMarkup": .markup(note.body.html(onPage: path.text)),
                ]
            })
    }
}
