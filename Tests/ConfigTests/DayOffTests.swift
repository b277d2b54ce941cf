import Diagnostics
import Quantities
import Testing

@testable import Config

private let header = "rep,from,until,name\n"

@Suite struct DayOffTests {
    @Test func `rows say who is off and when`() throws {
        let (daysOff, problems) = readDaysOff(
            "\u{FEFF}rep,from,until,name\r\n*,2026-12-25,,Christmas\r\n,2026-12-26\r\n# a comment, with a comma\r\n\r\n,,,\r\n\"Ana Lima\",2026-12-28,2026-12-31,\"Leave, \"\"paid\"\"\"\r\nsalesforce:005, 2027-01-04 ,2027-01-05,\u{A0}Fair\u{A0}\r\n",
            file: "days-off.csv")
        #expect(problems == [])
        #expect(daysOff.map(\.rep) == [nil, nil, "Ana Lima", "salesforce:005"])
        #expect(daysOff.map(\.from.iso) == ["2026-12-25", "2026-12-26", "2026-12-28", "2027-01-04"])
        #expect(daysOff.map(\.until.iso) == ["2026-12-25", "2026-12-26", "2026-12-31", "2027-01-05"])
        #expect(daysOff.map(\.name) == ["Christmas", "", "Leave, \"paid\"", "Fair"])
        #expect(daysOff.map(\.place.line) == [2, 3, 7, 8])
        #expect(daysOff[2].contains(daysOff[2].until) && !daysOff[2].contains(daysOff[2].until + 1))
    }

    @Test func `semicolons, tabs and another order of columns will do`() {
        for mark in [";", "\t"] {
            let text =
                ["Name", "FROM", "colour", "rep"].joined(separator: mark) + "\n"
                + ["A, B", "2026-12-25", "red", "ana"].joined(separator: mark)
            let (daysOff, problems) = readDaysOff(text, file: "d")
            #expect(problems == [] && daysOff.map(\.name) == ["A, B"] && daysOff.map(\.rep) == ["ana"])
        }
    }

    /// Row, kind, column.
    @Test(
        arguments: [
            ("ana,2026-02-30,,x", "day", 5), ("ana,,2026-12-24,x", "day", 5), ("ana", "day", nil),
            ("ana,25.12.2026,,x", "day", 5), ("ana,2026-12-24,soon,x", "day", 16),
            ("ana,2026-12-31,2026-12-24,x", "order", 5), ("ana,2026-12-24,,A, B", "form", 19),
            ("\"ana,2026-12-24,,x", "quote", 1), ("é,2026-12-24,,\"A\"B", "quote", 15),
            ("a\u{200B}na,2026-12-24,,x", "character", 1), ("ana,2026-12-24,,\u{1B}[2J", "character", 17),
        ] as [(String, String, Int?)])
    func `a wrong row is named with its place, and the others hold`(row: String, kind: String, column: Int?) throws {
        let (daysOff, problems) = readDaysOff(
            header + "ana,2026-12-01,,a\n\(row)\nbo,2026-12-02,,\"b\"\n", file: "d.csv")
        #expect(daysOff.map(\.rep) == ["ana", "bo"])
        let problem = try #require(problems.first)
        #expect(problems.count == 1 && problem.severity == .error)
        #expect(problem.kind == "days-off.\(kind)")
        #expect(problem.place?.file == "d.csv" && problem.place?.line == 3 && problem.place?.column == column)
        #expect(problem.hint?.isEmpty == false && problem.place?.sourceLine?.isEmpty == false)
        #expect(!problem.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    @Test func `a row that is there twice and a very long absence are warnings`() {
        let (daysOff, problems) = readDaysOff(
            header + "ana,2026-12-01,,a\nana,2026-12-01,2026-12-01,a\nbo,2026-12-01,2028-12-01,b\n", file: "d")
        #expect(daysOff.map(\.place.line) == [2, 4])
        #expect(problems.map(\.kind) == ["days-off.repeated", "days-off.long"])
        #expect(problems.allSatisfy { $0.severity == .warning })
    }

    @Test func `a file without its header is one problem`() {
        #expect(readDaysOff("", file: "d").problems.map(\.kind) == ["days-off.header"])
        let bare = readDaysOff("ana,2026-12-01,,a\nbo,2026-12-01,,b\n", file: "d")
        #expect(bare.daysOff == [] && bare.problems.map(\.kind) == ["days-off.header"])
        #expect(bare.problems.first?.hint == "begin with the line rep,from,until,name")
        let near = readDaysOff("reps,from\nana,2026-12-01\n", file: "d").problems
        #expect(near.map(\.hint) == ["rename the column 'reps' to 'rep'"])
    }

    @Test func `a file of junk is counted and not listed to its end`() {
        let (_, problems) = readDaysOff(header + String(repeating: "x\n", count: 3000), file: "d")
        #expect(problems.count == 1001)
        #expect(problems.last?.message == "2000 more problems of the file are not listed")
        #expect(readDaysOff(String(repeating: ",", count: 300_000), file: "d").problems.count == 1)
        #expect(readDaysOff(header + String(repeating: "\"", count: 30_001), file: "d").problems.count == 1)
    }
}
