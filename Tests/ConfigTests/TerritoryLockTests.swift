import Diagnostics
import Foundation
import Testing

@testable import Config

private let header = "customer,rep,note\n"

@Suite struct TerritoryLockTests {
    @Test func `rows say who stays, who goes where and who belongs to nobody`() {
        let (locks, problems) = readTerritoryLocks(
            "\u{FEFF}customer;rep;note\r\nC-1;Ana Lima;\"since 1998; a friend\"\r\n# nobody's\r\nHotel Post;-;\r\n\r\nC-3\r\n'=C4;–;\r\n",
            file: "locks.csv")
        #expect(problems == [])
        #expect(locks.map(\.customer) == ["C-1", "Hotel Post", "C-3", "=C4"])
        #expect(locks.map(\.rep) == ["Ana Lima", nil, nil, nil])
        #expect(locks.map(\.isHoldOut) == [false, true, false, true])
        #expect(locks.map(\.note) == ["since 1998; a friend", nil, nil, nil])
        #expect(locks.map(\.place.line) == [2, 4, 6, 7] && locks.map(\.repPlace.column) == [5, 12, nil, 6])
    }

    /// Row, kind, column.
    @Test(
        arguments: [
            (",ana,x", "customer", 1), ("C,ana,x,y", "form", 9), ("\"C,ana,x", "quote", 1),
            ("C\u{200B},ana,x", "character", 1), ("C,a\u{1B}na", "character", 3),
        ] as [(String, String, Int?)])
    func `a wrong row is named with its place, and the others hold`(row: String, kind: String, column: Int?) throws {
        let (locks, problems) = readTerritoryLocks(header + "A,ana,\n\(row)\nB,,\"b\"\n", file: "l.csv")
        #expect(locks.map(\.customer) == ["A", "B"])
        let problem = try #require(problems.first)
        #expect(problems.count == 1 && problem.severity == .error && problem.kind == "territory-locks.\(kind)")
        #expect(problem.place?.line == 3 && problem.place?.column == column && problem.hint?.isEmpty == false)
    }

    @Test func `of rows about one customer the last holds, and the others are warnings`() {
        let (locks, problems) = readTerritoryLocks(
            header + "A,ana,\nB,,\nA,-,\nB,,again\nC,bo,\n", file: "l")
        #expect(locks.map(\.place.line) == [4, 5, 6])
        #expect(problems.map(\.kind) == ["territory-locks.contradiction", "territory-locks.repeated"])
        #expect(problems.allSatisfy { $0.severity == .warning })
        #expect(
            problems.first?.message == "that 'A' belongs to 'ana' does not hold: in line 4 it belongs to nobody")
    }

    @Test func `a file without its header is one problem`() {
        #expect(readTerritoryLocks("", file: "l").problems.map(\.kind) == ["territory-locks.header"])
        #expect(readTerritoryLocks("C-1,ana\n", file: "l").problems.map(\.kind) == ["territory-locks.header"])
    }

    @Test func `the workspace's file is read where it is, and a named one has to be there`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/locks-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var settings = TerritorySettings()
        var read = readTerritoryLocks(settings, folder: folder)
        #expect(read.locks.isEmpty && read.problems.isEmpty && read.files.isEmpty)

        try Data((header + "A,ana,\n").utf8).write(to: URL(fileURLWithPath: folder + "/territory-locks.csv"))
        read = readTerritoryLocks(settings, folder: folder)
        #expect(read.locks.map(\.customer) == ["A"] && read.files.map(\.path) == ["territory-locks.csv"])

        settings.locksFile = "other.csv"
        read = readTerritoryLocks(settings, folder: folder)
        #expect(read.locks.isEmpty && read.problems.map(\.kind) == ["territory-locks.missing"])
        #expect(read.problems.first?.message.contains("'territories: locks'") == true)
        // What a command names is seen from the current folder and wins.
        read = readTerritoryLocks(settings, folder: "/nowhere", file: folder + "/territory-locks.csv")
        #expect(read.locks.map(\.customer) == ["A"])
        try Data([0x63, 0xFF]).write(to: URL(fileURLWithPath: folder + "/other.csv"))
        #expect(readTerritoryLocks(settings, folder: folder).problems.map(\.kind) == ["territory-locks.not-utf8"])
    }

    @Test func `the setting names a file of its own`() throws {
        #expect(try read("territories: {locks: my-locks.csv}").config.territories.locksFile == "my-locks.csv")
        for file in ["public/locks.csv", "demo.sqlite", "days-off.csv", "site-config.yml"] {
            let (config, problems, _) = try read("territories: {locks: \(file)}")
            #expect(config.territories.locksFile == nil && problems.map(\.kind) == ["config.path"])
        }
    }
}
