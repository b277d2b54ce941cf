import Foundation
import Quantities
import Records
import Testing

@testable import Demo

@Suite struct DemoNotesTests {
    @Test(arguments: [1, 9] as [UInt64]) func `Every note speaks of records that exist`(seed: UInt64) {
        let contents = Company.seeded(seed).contents
        let known = Set(
            contents.customers.map(\.id.text) + contents.reps.map(\.id.text) + contents.teams.map(\.id.text))
        let notes = demoNotes(seed: seed)
        #expect(notes.count == 7)
        #expect(Set(notes.map(\.fileName)).count == notes.count)
        for note in notes {
            let front = note.text.split(separator: "---")[0].split(separator: "\n")
            let ties = front.filter { line in
                ["customer: ", "rep: ", "team: ", "week: "].contains { line.hasPrefix($0) }
            }
            #expect(!ties.isEmpty, "\(note.fileName)")
            for tie in ties {
                let value = tie.drop { $0 != " " }.dropFirst()
                #expect(value == "2026-W46" || known.contains(String(value)), "\(note.fileName): \(value)")
            }
            for key in ["title: ", "author: ", "date: 2026-11-"] {
                #expect(front.contains { $0.hasPrefix(key) }, "\(note.fileName) has no \(key)")
            }
            #expect(!note.text.contains("the customer\n") && !note.text.contains("an unknown amount"))
        }
    }

    @Test func `The notes folder of the demo workspace is what seed 1 gives`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "notes")
        for note in demoNotes(seed: 1) {
            let text = try String(contentsOf: folder.appending(path: note.fileName), encoding: .utf8)
            #expect(text == note.text, "\(note.fileName)")
        }
    }
}
