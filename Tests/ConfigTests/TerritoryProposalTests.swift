import Diagnostics
import Foundation
import Quantities
import Testing

@testable import Config

@Suite struct TerritoryProposalTests {
    @Test func `a proposal is text that says ids, hours and names`() {
        let proposal = TerritoryProposal(rows: [
            TerritoryProposal.Row(
                customer: "crm:1", from: "crm:ana", to: "crm:bo", hours: 12.345, customerName: "Löwen, Vaduz",
                fromName: "Ana", toName: "Bo"),
            TerritoryProposal.Row(
                customer: "crm:2", from: nil, to: "new-1", hours: nil, customerName: "=1+1", toName: "New\nrep"),
        ])
        #expect(
            proposal.text == """
                customer,from,to,hours,customer_name,from_name,to_name
                crm:1,crm:ana,crm:bo,12.3,"Löwen, Vaduz",Ana,Bo
                crm:2,,new-1,,'=1+1,,New rep

                """)
    }

    @Test func `odd ids come back as they went out`() {
        let ids = [
            "=1+1", "+49", "-", "@a", "'=x", "''", "'", "'a", "-5", "a,b", "a;b", "#x", "\"q\"", " padded ",
            "two\nlines",
            "\ttab", "é e\u{301}", "null\0", "\u{200B}",
        ]
        let rows = ids.map { TerritoryProposal.Row(customer: $0, from: $0, to: $0, hours: 1) }
        let (read, problems) = TerritoryProposal.read(TerritoryProposal(rows: rows).text, file: "p.csv")
        #expect(problems == [])
        #expect(read.rows.map(\.customer) == ids && read.rows.map(\.from) == ids && read.rows.map(\.to) == ids)
    }

    @Test func `semicolons, another order and missing names will do`() {
        let (read, problems) = TerritoryProposal.read(
            "to;customer;from;why\r\nbo;c1;ana;near\r\nbo;c2;;\r\n", file: "p")
        #expect(problems == [] && read.rows.map(\.customer) == ["c1", "c2"] && read.rows.map(\.from) == ["ana", nil])
        #expect(read.rows.map(\.place?.line) == [2, 3])
    }

    /// Row, kind, whether it is an error.
    @Test(
        arguments: [
            (",ana,bo,1", "missing", true), ("c,ana,,1", "missing", true), ("c,ana,bo,many", "hours", false),
            ("a,ana,cy,1", "twice", true), ("a,ana,bo,1", "repeated", false), ("c,a,b,1,n,m,o,p", "form", true),
        ] as [(String, String, Bool)])
    func `a wrong row is named with its place, and the others are read`(
        row: String, kind: String, isError: Bool
    ) throws {
        let (read, problems) = TerritoryProposal.read(
            "customer,from,to,hours,customer_name,from_name,to_name\na,ana,bo,1\n\(row)\nb,,bo,\n", file: "p.csv")
        let problem = try #require(problems.first)
        #expect(problems.count == 1 && problem.kind == "territory-proposal.\(kind)")
        #expect(problem.place?.line == 3 && problem.hint?.isEmpty == false)
        #expect((problem.severity == .error) == isError)
        #expect(read.rows.map(\.customer) == (kind == "hours" ? ["a", "c", "b"] : ["a", "b"]))
    }

    @Test func `no text makes the readers stumble`() {
        let pieces = [
            "customer", "from", "to", "rep", ",", ";", "\n", "\r\n", "\"", "\"\"", "'", "=", "-", "#", "\t", " ",
            "\u{FEFF}", "é",
            "\u{301}", "a:1", "\0", "customer,from,to\n", "customer,rep,note\n", "\u{2028}", "9999999999",
        ]
        var random = SeededRandom(seed: 1, stream: "proposals")
        for _ in 0..<2000 {
            let text = (0..<random.integer(in: 0..<41)).map { _ in pieces[random.integer(in: 0..<pieces.count)] }
                .joined()
            let (proposal, problems) = TerritoryProposal.read(text, file: "p")
            let again = TerritoryProposal.read(proposal.text, file: "p")
            #expect(again.problems.isEmpty && again.proposal.rows.map(\.customer) == proposal.rows.map(\.customer))
            let locks = readTerritoryLocks(text, file: "l")
            #expect((problems + locks.problems).allSatisfy { !$0.message.isEmpty && $0.place != nil })
            #expect(Set(locks.locks.map(\.customer)).count == locks.locks.count)
        }
    }

    @Test func `names are compared as they are written`() {
        #expect(TerritoryProposal.isName("=Bo", in: "'=Bo") && TerritoryProposal.isName("Bo\nB", in: "Bo B"))
        #expect(!TerritoryProposal.isName("Bo", in: "Ana"))
    }

    @Test func `a file that can't be read is a problem`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/proposal-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func kinds(_ name: String) -> [String] {
            do { return try readTerritoryProposal(path: folder + "/" + name).problems.map(\.kind) } catch {
                return error.problems.map(\.kind)
            }
        }
        try Data([0x63, 0xFF]).write(to: URL(fileURLWithPath: folder + "/bad.csv"))
        try Data().write(to: URL(fileURLWithPath: folder + "/empty.csv"))
        #expect(kinds("no.csv") == ["territory-proposal.missing"])
        #expect(kinds("") == ["territory-proposal.unreadable"])
        #expect(kinds("bad.csv") == ["territory-proposal.not-utf8"])
        #expect(kinds("empty.csv") == ["territory-proposal.header"])
    }
}
