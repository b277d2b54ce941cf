import Foundation
import Testing

/// The commands around a proposal, as people type them.
@Suite struct TerritoryCommandTests {
    private let workspace: TestWorkspace
    private let program: String
    private var folder: String { workspace.folder.path }

    init() throws {
        program = try #require(fieldbookProgram())
        workspace = try TestWorkspace(TerritoryChangesTests.contents)
        try workspace.folder.write("company: {zone: Europe/Rome}\n", to: "site-config.yml")
    }

    @Test func `propose, apply and undo: the new owners are there, and then all is as before`() throws {
        let before = try answer("propose", "--redesign", "--json")
        #expect(before.status == 0 && before.text.contains("\"chosen\" : \"redesign\""))
        #expect(try answer("propose", "--redesign", "--output", folder + "/p.csv").status == 0)
        let rows = try #require(workspace.folder.text("p.csv")).split(separator: "\n")
        #expect(rows.first == "customer,from,to,hours,customer_name,from_name,to_name" && rows.count > 3)

        #expect(try answer("apply", folder + "/p.csv", "--dry-run").text.contains("Nothing was written"))
        #expect(try answer("log").text.hasPrefix("No territories were changed yet"))
        let applied = try answer("apply", folder + "/p.csv", "--by", "Eva", "--note", "Spring")
        #expect(applied.status == 0)
        #expect(
            applied.text.hasPrefix("run 1: \(rows.count - 1) customers change hands from 2026-11-14 on, by Eva\n"))
        // Friday's answer is the same to the byte; on Saturday the proposal is how it is.
        #expect(try answer("propose", "--redesign", "--json").text == before.text)
        let proposed = try options(before.text).last
        let saturday = try options(try answer("propose", "--moves", "0", "--json", asOf: "2026-11-14").text).first
        #expect(proposed?.customersByRep == saturday?.customersByRep)
        #expect(try answer("apply", folder + "/p.csv").status == 1)

        #expect(try answer("undo", "1", "--by", "Max").status == 0)
        #expect(try answer("undo", "1").status == 1)
        #expect(try answer("undo", "7").status == 1)
        #expect(try answer("propose", "--redesign", "--json").text == before.text)
        let log = try answer("log").text
        #expect(log.contains("undone by 2") && log.contains("undo of run 1") && log.contains("“Spring”"))
        #expect(log.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func `what a spreadsheet makes of a proposal is read as it was`() throws {
        #expect(try answer("propose", "--moves", "20%", "--output", folder + "/p.csv").status == 0)
        let text = try #require(workspace.folder.text("p.csv"))
        let rows = text.split(separator: "\n").count - 1
        // Byte order mark, semicolons, CR LF and quotes around everything.
        let cells = readCSV(text.replacing("\n", with: "\r\n"))
        let spreadsheet = cells.map { $0.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";") }
        try workspace.folder.write("\u{FEFF}" + spreadsheet.joined(separator: "\r\n") + "\r\n", to: "s.csv")
        let applied = try answer("apply", folder + "/s.csv", "--json")
        #expect(applied.status == 0 && applied.text.contains("\"customers\" : \(rows),"))
    }

    @Test func `the table of all options fits a terminal`() throws {
        let table = try answer("propose")
        #expect(table.status == 0 && table.text.contains("As it is") && table.text.contains("Free redesign"))
        #expect(table.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let one = try answer("propose", "--reps", "+1", "--output", folder + "/n.csv")
        #expect(one.text.split(separator: "\n").filter { !$0.contains("/n.csv") }.allSatisfy { $0.count <= 100 })
        // The new rep is nobody yet.
        #expect(try answer("apply", folder + "/n.csv").status == 1)
        #expect(try answer("log").text.hasPrefix("No territories were changed yet"))
    }

    @Test(arguments: [
        ["--moves", "x"], ["--reps", "none"], ["--redesign", "--moves", "3"], ["--max-customers", "0"],
        ["--max-hours", "-1"], ["--reps", "-9223372036854775808"],
    ])
    func `wrong usage is told from wrong input`(arguments: [String]) throws {
        #expect(try answer(["propose"] + arguments).status == 64)
    }

    @Test(arguments: ["\u{2028}", "\u{2029}", "\u{202E}", "\n"])
    func `a name for the ledger is on one line and reads from left to right`(mark: String) throws {
        #expect(try answer("undo", "1", "--by", "Eva\(mark)Max").status == 64)
    }

    @Test func `a lock that can't be understood stops a proposal`() throws {
        try workspace.folder.write("customer,rep\nnobody at all,\n", to: "territory-locks.csv")
        #expect(try answer("propose").status == 1)
        #expect(try answer("propose", "--lock", folder + "/none.csv").status == 1)
    }

    private func answer(_ words: String..., asOf: String = "2026-11-13") throws -> (status: Int32, text: String) {
        try answer(words, asOf: asOf)
    }

    private func answer(_ words: [String], asOf: String = "2026-11-13") throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments =
            ["territories"] + words + ["--config", folder + "/site-config.yml"]
            + (words.first == "log" ? [] : ["--as-of", asOf])
        let name = "answer-\(UUID().uuidString)"
        try workspace.folder.write("", to: name)
        let output = try #require(FileHandle(forWritingAtPath: folder + "/" + name))
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try output.close()
        return (process.terminationStatus, workspace.folder.text(name) ?? "")
    }

    private struct Option: Decodable {
        struct Territory: Decodable {
            var rep: String
            var customers: Int
        }
        var territories: [Territory]
        var customersByRep: [String: Int] {
            Dictionary(territories.map { ($0.rep, $0.customers) }, uniquingKeysWith: { $0 + $1 })
        }
    }

    private func options(_ json: String) throws -> [Option] {
        struct Answer: Decodable { var options: [Option] }
        return try JSONDecoder().decode(Answer.self, from: Data(json.utf8)).options
    }
}
