import Config
import Diagnostics
import Foundation
import Quantities
import Records
import Testing

@testable import Intake

@Suite struct FileImportTests {
    private func kinds(_ files: [String: String]) throws -> [String] {
        try SmallExport(files).read().problems.filter { $0.kind != "customer.no-coordinate" }.map(\.kind)
    }

    @Test func `headers count without case and blanks`() throws {
        let read = try SmallExport(["Contact.csv": "\u{feff}\u{a0}ID ,NAME,accountid\nc1,Ann,\n"]).read()
        #expect(read.contents.contacts.map(\.name) == ["Ann"])
        #expect(read.problems == [])
    }

    @Test func `of two columns for a field the first counts`() throws {
        let read = try SmallExport(["Contact.csv": "Id,Name,name\nc1,Ann,Bob\n"]).read()
        #expect(read.contents.contacts.map(\.name) == ["Ann"])
        #expect(read.problems.map(\.kind) == ["column.repeated"])
    }

    @Test func `without the column of the id every row is rejected`() throws {
        let read = try SmallExport(["Contact.csv": "Key,Name\nc1,Ann\nc2,Bob\n"]).read()
        let problem = try #require(read.problems("file.no-column").first)
        #expect(problem.severity == .error && problem.message.contains("'Id'"))
        #expect(read.run.files.map(\.rejected) == [2])
        #expect(read.contents.contacts.isEmpty)
    }

    @Test func `of two rows with one id the first counts`() throws {
        let read = try SmallExport(["Contact.csv": "Id,Name\nc1,Ann\nc1,Bob\n,Eve\n"]).read()
        #expect(read.contents.contacts.map(\.name) == ["Ann"])
        #expect(read.problems.map(\.kind) == ["row.repeated-id", "row.no-id"])
        #expect(read.problems.map { $0.place?.line } == [3, 4])
        #expect(read.run.files.first?.rejected == 2)
    }

    @Test func `ids of 15 and 18 characters are the same`() throws {
        let read = try SmallExport([
            "Account.csv": "Id,Name,OwnerId\n0015g00000000G8AAI,A,\n",
            "Contact.csv": "Id,AccountId,Name\nc1,0015g00000000G8,Ann\n",
        ]).read()
        #expect(read.contents.contacts.first?.customerID == read.contents.customers.first?.id)
        #expect(read.problems("contact.unknown-customer") == [])
    }

    @Test func `deleted rows are left out and told once`() throws {
        let read = try SmallExport(["Event.csv": "Id,StartDateTime,IsDeleted\ne1,2026-11-02,true\ne2,2026-11-02,true\n"]
        )
        .read()
        #expect(read.contents.activities.isEmpty && read.run.files.first?.rejected == 2)
        #expect(read.problems("row.deleted").map(\.message).first?.hasSuffix("in 2 rows") == true)
    }

    @Test func `ragged rows are used as far as they go`() throws {
        let read = try SmallExport(["Contact.csv": "Id,Name,Email\nc1,Ann\nc2,Bob,b@example.com,more\n"]).read()
        #expect(read.contents.contacts.map(\.name) == ["Ann", "Bob"])
        #expect(read.problems.map(\.kind) == ["csv.short-row", "csv.long-row"])
    }

    @Test func `empty, header-only and unknown files`() throws {
        #expect(try kinds(["Contact.csv": ""]) == ["file.empty"])
        #expect(try kinds(["Contact.csv": "\n\n"]) == ["file.empty"])
        #expect(try kinds(["Contact.csv": "\n\nId,Name\n"]) == [])
        #expect(try kinds(["Contact.csv": "Id,Name\n", "Notes.txt": "x"]) == ["file.unknown"])
    }

    @Test func `UTF-16 is refused and Windows-1252 is read`() throws {
        let export = try SmallExport([:])
        try export.write("Contact.csv", Data([0xFF, 0xFE, 0x49, 0, 0x64, 0]))
        try export.write(
            "Lead.csv", Data(Array("Id,Name\nl1,K".utf8) + [0xE4] + Array("se\nl2,S".utf8) + [0xE4, 0x0A]))
        let read = try export.read()
        #expect(read.problems("file.encoding").count == 1)
        #expect(read.contents.leads.map(\.name) == ["Käse", "Sä"])
        #expect(read.problems("csv.encoding").map(\.message).first?.hasSuffix("in 2 rows") == true)
    }

    @Test func `an unclosed quote costs one row`() throws {
        let read = try SmallExport(["Contact.csv": "Id,Name\nc1,\"Ann\nc2,Bob\n"]).read()
        #expect(read.contents.contacts.map(\.name) == ["\"Ann", "Bob"])
        #expect(read.problems("csv.unclosed-quote").map { $0.place?.line } == [2])
    }
}
