import Diagnostics
import Records
import Testing

@testable import Notes
@testable import Pages

@Suite struct NoteSubjectTests {
    private func note(_ subject: Note.Subject) -> Note {
        Note(
            file: "a.md", title: "A", subject: subject, week: nil, day: nil, author: nil,
            body: NoteBody(pieces: ["<a href=\"", "data/index.html\">data</a>"]), plainSummary: "A")
    }

    @Test(arguments: ["t:adler", "adler", "Bar Adler", "bar adler"])
    func `a customer is found by id, key or name`(text: String) {
        let material = smallMaterial(notes: [note(.customer(text))])
        #expect(material.notes.map(\.subject) == [.customer("t:adler")])
        #expect(material.problems.isEmpty)
    }

    @Test func `a note about somebody unknown is a problem on the data page`() {
        let material = smallMaterial(notes: [note(.rep("Nobody"))])
        #expect(material.problems.map(\.kind) == ["note.unknown-subject"])
        #expect(material.problems.first?.place?.file == "a.md")
        #expect(material.dataPage().files.contains { $0.path == SitePath("data/build-problems.csv") })
    }

    @Test func `a name that two bear is a problem and not a guess`() {
        let material = smallMaterial(notes: [note(.customer("Bar Adler"))]) {
            $0.customers.append(Customer(id: "t:other", name: "Bar Adler"))
        }
        #expect(material.problems.map(\.kind) == ["note.ambiguous-subject"])
    }

    @Test func `a note's links lead out of the page's folder`() {
        let material = smallMaterial(notes: [note(.team("North"))])
        let value = material.noteFields(on: SitePath("teams/north/index.html")) { _ in true }
        guard case .list(let rows) = value, case .fields(let fields) = rows.first else {
            Issue.record("no note")
            return
        }
        #expect(fields["bodyMarkup"] == .markup("<a href=\"../../data/index.html\">data</a>"))
    }
}
