import Diagnostics
import Records
import Testing

@testable import Intake

@Suite struct PeopleReadingsTests {
    @Test func `names come whole or in parts`() throws {
        let read = try SmallExport([
            "Contact.csv": "Id,FirstName,LastName,Email\nc1,Ann,Lee,\nc2,,Bo,\nc3,,,x@example.com\nc4,,,\n"
        ]).read()
        #expect(read.contents.contacts.map(\.name) == ["Ann Lee", "Bo", "x@example.com", "Unnamed"])
    }

    @Test(arguments: ["u1,Ann,South\nu2,Bo,SOUTH\n", "u2,Bo,SOUTH\nu1,Ann,South\n"])
    func `a department is one team however it is spelt`(rows: String) throws {
        let read = try SmallExport(["User.csv": "Id,Name,Department\n" + rows]).read()
        #expect(read.contents.teams.map(\.name) == ["SOUTH"])
        #expect(Set(read.contents.reps.map(\.teamID)).count == 1)
    }

    @Test func `an active rep without a home, and a zone that is none`() throws {
        let read = try SmallExport([
            "User.csv": "Id,Name,TimeZoneSidKey,IsActive\nu1,Ann,Mars/Base,true\nu2,Bo,,false\n"
        ])
        .read()
        #expect(read.problems.map(\.kind) == ["rep.no-home", "value.unreadable"])
        #expect(read.contents.reps.map(\.isActive) == [true, false])
    }

    @Test func `a lead in a status that nobody knows is being worked on`() throws {
        let read = try SmallExport(["Lead.csv": "Id,Name,Status\nl1,Ann,Open - Not Contacted\nl2,Bo,Simmering\n"])
            .read()
        #expect(read.contents.leads.map(\.state) == [.new, .working])
        #expect(read.problems.map(\.kind) == ["value.unknown-word"])
    }
}
