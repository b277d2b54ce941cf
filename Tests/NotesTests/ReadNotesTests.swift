import Diagnostics
import Foundation
import Notes
import Quantities
import Testing

@Suite struct ReadNotesTests {
    @Test func `notes come in order of path with their subjects`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "---\nteam: North\nweek: 2026-W47\nauthor: \"Eva\"\n---\n# Monday\n\nAll well.\n", to: "teams/north.md")
        try folder.write(
            "\u{FEFF}---\r\ncustomer: Acme: Ltd\r\ndate: 2026-11-12\r\n# a remark\r\n---\r\nBrings cake.\r\n",
            to: "acme.md")
        try folder.write("Plain.", to: "zebra.md")
        try folder.write("x", to: ".hidden.md")
        try folder.write("x", to: "picture.png")
        let (notes, problems) = try readNotes(folder: folder.path)
        #expect(notes.map(\.file) == ["acme.md", "teams/north.md", "zebra.md"])
        #expect(notes.map(\.subject) == [.customer("Acme: Ltd"), .team("North"), .site])
        #expect(notes.map(\.title) == ["acme", "Monday", "zebra"])
        #expect(notes[0].day == Day(iso: "2026-11-12") && notes[0].html == "<p>Brings cake.</p>\n")
        #expect(
            notes[1].week == ISOWeek("2026-W47") && notes[1].author == "Eva" && notes[1].plainSummary == "All well.")
        #expect(problems.map(\.kind) == ["notes.other-file"])
    }

    @Test(arguments: [
        ("---\ncostumer: Acme\n---\n", 2, "did you mean 'customer'?"),
        ("---\nteam North\n---\n", 2, "write for example"),
        ("---\nteam: a\nteam: b\n---\n", 3, "keep one"), ("---\nteam:\n---\n", 2, "write one after"),
        ("---\nteam: a\nrep: b\n---\n", 3, "one note for each"), ("---\nweek: 2026-W60\n---\n", 2, "an ISO week"),
        ("---\n\ndate: 12.11.2026\n---\n", 3, "a day such as"), ("---\nteam: a\n", 1, "three hyphens"),
    ])
    func `a mistake in the front matter leaves the note out and says where`(text: String, line: Int, hint: String)
        throws
    {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "a.md")
        let (notes, problems) = try readNotes(folder: folder.path)
        #expect(notes.isEmpty && problems.count == 1)
        #expect(problems.first?.place?.line == line && problems.first?.hint?.contains(hint) == true, "\(problems)")
    }

    @Test func `what is no text, too large or a link is named and left out`() throws {
        let folder = try TemporaryFolder()
        try Data([0xFF, 0xFE, 0x41]).write(to: URL(fileURLWithPath: folder.path + "/a.md"))
        try folder.write(String(repeating: "x", count: 1_000_001), to: "b.md")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/c.md", withDestinationPath: "/etc/hostname")
        let (notes, problems) = try readNotes(folder: folder.path)
        #expect(notes.isEmpty)
        #expect(problems.map(\.kind) == ["notes.encoding", "notes.too-large", "notes.unreadable"])
    }

    @Test func `a missing folder is a problem`() {
        #expect(throws: (any Error).self) { _ = try readNotes(folder: "/nowhere/at/all") }
    }
}
