package import Quantities
import Records

/// A Markdown note with front matter, as somebody at the demo company would have written it.
package struct DemoNote: Sendable, Hashable {
    /// Name in the notes folder, such as `2026-w46-north.md`.
    package var fileName: String
    package var text: String
}

/// The notes that go with `makeCompany(seed:ending:)`: commentaries of the report week, two customers, one rep.
///
/// They name the people, customers and deals of that seed, so every id in their front matter exists.
package func demoNotes(seed: UInt64, ending: Day = DemoCompany.ending) -> [DemoNote] {
    let (contents, story) = makeCompanyWithStory(seed: seed, ending: ending)
    let book = SalesBook(asOf: ending, zone: DemoCompany.zone, currency: DemoCompany.currency, contents: contents)
    return NoteWriting(book: book, story: story, seed: seed).notes
}

struct NoteWriting {
    let book: SalesBook
    let story: Story
    let leads: [String]
    let figures = FigureStyle.british

    init(book: SalesBook, story: Story, seed: UInt64) {
        self.book = book
        self.story = story
        var names = NameMaker(seed: seed, stream: "team-leads")
        leads = [names.colleague(.german), names.colleague(.german), names.colleague(.italian)]
    }

    var week: ISOWeek { book.reportMonday.week }

    var notes: [DemoNote] {
        [weekNote, north, adige, south, complaint, winner, laggard].compactMap(\.self)
    }

    func note(
        _ fileName: String, _ title: String, author: String, _ keys: [(String, String)], day: Day? = nil, _ body: String
    ) -> DemoNote {
        let lines =
            ["---", "title: \(title)", "author: \(author)", "date: \((day ?? book.asOf).iso)"]
            + keys.map { "\($0.0): \($0.1)" } + ["---", "", body, ""]
        return DemoNote(fileName: fileName, text: lines.joined(separator: "\n"))
    }

    func deal(_ id: RecordID<Opportunity>) -> Opportunity? { book.opportunities.first { $0.id == id } }
    func customerName(_ id: RecordID<Customer>?) -> String {
        id.flatMap { book.customerByID[$0]?.name } ?? "the customer"
    }
    func repName(_ index: Int) -> String { book.repByID[Staff.id(index)]?.name ?? "" }
    func first(_ name: String) -> String { String(name.prefix { $0 != " " }) }
    func money(_ amount: Money?) -> String { amount.map { figures.money($0) } ?? "an unknown amount" }

    /// Done visits of a team in the report week.
    func visits(ofTeam team: Int, weeksBefore: Int = 0) -> Int {
        let monday = book.reportMonday - 7 * weeksBefore
        let reps = Set(book.reps.filter { $0.teamID == book.teams[team].id }.map(\.id))
        return book.activities.count { activity in
            activity.category == .visit && activity.state == .done && activity.repID.map(reps.contains) == true
                && (monday..<monday + 7).contains(book.day(of: activity))
        }
    }
}
