import Diagnostics
import Foundation
import Geo
import Quantities
import Testing

@testable import Config

@Suite struct TravelTableTests {
    private func csv(_ text: String, pieces: Int = .max) -> (table: TravelTable, problems: [Problem]) {
        var reader = TravelCSV(file: "drives.csv")
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            reader.take(Array(bytes.prefix(pieces)))
            bytes = bytes.dropFirst(pieces)
        }
        reader.end()
        return reader.builder.table()
    }

    private func json(_ text: String) -> (table: TravelTable, problems: [Problem]) {
        var reader = TravelJSON(file: "drives.json", bytes: Array(text.utf8))
        reader.read()
        return reader.builder.table()
    }

    private func drive(_ table: TravelTable, _ from: Int, _ to: Int) -> [Int32?]? {
        table.drive(from: from, to: to).map { [$0.seconds, $0.metres] }
    }

    private let small = """
        from,to,seconds,metres
        C-1,C-2,600,9000
        C-2,C-1,700,9500
        47.1446/9.5154, C-1 ,60.4,

        "47.1446,9.5154","a ""b"", c",5,7
        C-1,C-1,0,0
        """

    @Test func `CSV names places by id or coordinates, and the way back is a drive of its own`() {
        let (table, problems) = csv(small)
        #expect(problems.isEmpty)
        #expect(table.places.map(\.id) == ["C-1", "C-2", nil, nil, "a \"b\", c"])
        #expect(table.places[2].point == GeoPoint(latitude: 47.1446, longitude: 9.5154))
        #expect(table.places.map(\.line) == [2, 2, 4, 6, 6])
        #expect(drive(table, 0, 1) == [600, 9000])
        #expect(drive(table, 1, 0) == [700, 9500])
        #expect(drive(table, 2, 0) == [60, nil])
        #expect(drive(table, 0, 2) == nil)
        #expect(table.pairCount == 4)
    }

    @Test(arguments: [1, 2, 3, 7, 50])
    func `it does not matter in which pieces the bytes come`(pieces: Int) {
        #expect(csv(small, pieces: pieces).table == csv(small).table)
        #expect(csv(small.replacing("\n", with: "\r\n"), pieces: pieces).table == csv(small).table)
    }

    @Test func `columns may come in another order, with semicolons and without metres`() {
        let (table, problems) = csv("\u{feff}Seconds;To;note;From\n90;B;x;A\n")
        #expect(problems.isEmpty)
        #expect(table.places.map(\.id) == ["A", "B"])
        #expect(drive(table, 0, 1) == [90, nil])
    }

    @Test(arguments: [
        ("A,B,-5,1", 5, "-5"), ("A,B,soon,1", 5, "soon"), ("A,B,nan,1", 5, "nan"), ("A,B,60,-1", 8, "-1"),
        ("A,B,2000000,1", 5, "2000000"), ("A,91.0/9.5,60,1", 3, "91.0/9.5"), ("A,B,1e999,1", 5, "1e999"),
    ])
    func `a value that is none is a problem with its place, and the other lines stay`(
        line: String, column: Int, value: String
    ) {
        let (table, problems) = csv("from,to,seconds,metres\n\(line)\nA,C,60,1000\n")
        #expect(problems.map(\.kind) == ["travel.wrong-line"])
        #expect(problems[0].place?.line == 2)
        #expect(problems[0].place?.column == column)
        #expect(problems[0].value == value)
        #expect(problems[0].hint != nil)
        #expect(table.pairCount == 1)
    }

    @Test(arguments: ["A", "A,", ",B,60", "A,\"B,60"])
    func `a broken line is a problem`(line: String) {
        #expect(csv("from,to,seconds\n\(line)\n").problems.map(\.kind) == ["travel.wrong-line"])
    }

    @Test(arguments: ["", "A,B,60,1000\n", "from,to\nA,B\n", "from,to,seconds,seconds\n"])
    func `without a head nothing is guessed`(text: String) {
        let (table, problems) = csv(text)
        #expect(problems.map(\.kind) == ["travel.head"])
        #expect(table.pairCount == 0)
    }

    @Test func `of two lines for one pair the first stays and the second is named`() {
        let (table, problems) = csv("from,to,seconds\nA,B,60\nA,C,1\nA,B,90\n")
        #expect(problems.map(\.kind) == ["travel.twice"])
        #expect(problems.map(\.place?.line) == [4])
        #expect(drive(table, 0, 1) == [60, nil])
    }

    @Test func `many problems of a kind are listed in part and counted`() {
        let (_, problems) = csv("from,to,seconds\n" + String(repeating: "A,B,x\n", count: 50))
        #expect(problems.count == 21)
        #expect(problems.last?.message == "30 more of this kind in the file")
    }

    @Test func `the order of lines does not matter`() {
        var random = SeededRandom(seed: 1)
        let lines = (0..<30).flatMap { from in (0..<30).map { "P\(from),P\($0),\(from * 100 + $0),1" } }
        func drives(_ lines: [String]) -> [String] {
            let table = csv("from,to,seconds,metres\n" + lines.joined(separator: "\n")).table
            var drives: [String] = []
            table.forEachDrive { from, to, seconds, _ in
                drives.append("\(table.places[from].id ?? "") \(table.places[to].id ?? "") \(seconds)")
            }
            return drives.sorted()
        }
        #expect(drives(lines).count == 870)
        #expect(drives(lines) == drives(lines.shuffled(using: &random)))
    }

    private let square = """
        {"locations": [{"id": "C-1"}, [9.5154, 47.1446], {"id": 7, "location": [9.5, 47.1]}],
         "matrices": {"car": {
          "durations": [[0, 310.4, null], [320, 0, 50], [1, 2, 0]],
          "distances": [[0, 2900, null], [2800, 0, 600], [10, 20, 0]], "costs": [[true]]}}}
        """

    @Test func `JSON has VROOM's shape with the places beside it`() {
        let (table, problems) = json(square)
        #expect(problems.isEmpty)
        #expect(table.places.map(\.id) == ["C-1", nil, "7"])
        #expect(table.places[1].point == GeoPoint(latitude: 47.1446, longitude: 9.5154))
        #expect(table.places[2].point == GeoPoint(latitude: 47.1, longitude: 9.5))
        #expect(drive(table, 0, 1) == [310, 2900])
        #expect(drive(table, 1, 0) == [320, 2800])
        #expect(drive(table, 0, 2) == nil)
        #expect(table.pairCount == 5)
    }

    @Test func `the answer of a table service will do as it is`() {
        let (table, problems) = json(
            """
            {"code": "Ok", "durations": [[0, 60], [70, 0]],
             "sources": [{"name": "A", "location": [9.5, 47.1]}, {"location": [9.6, 47.2]}]}
            """)
        #expect(problems.isEmpty)
        #expect(drive(table, 1, 0) == [70, nil])
    }

    @Test func `of several profiles the car drives`() {
        let text = """
            {"locations": ["A", "B"], "matrices": {"bike": {"durations": [[0, 9], [9, 0]]},
            "NAME": {"durations": [[0, 3], [3, 0]]}}}
            """
        #expect(drive(json(text.replacing("NAME", with: "car")).table, 0, 1) == [3, nil])
        #expect(json(text.replacing("NAME", with: "truck")).problems.map(\.kind) == ["travel.profile"])
    }

    @Test(arguments: [
        ("{\"durations\": [[0, 1], [1, 0]]}", "travel.no-places"), ("{\"locations\": [\"A\"]}", "travel.no-durations"),
        ("{\"locations\": [\"A\", \"B\"], \"durations\": [[0, 1], [1]]}", "travel.size"),
        ("{\"locations\": [\"A\", \"B\", \"C\"], \"durations\": [[0, 1], [1, 0]]}", "travel.size"),
        (
            "{\"locations\": [\"A\", \"B\"], \"durations\": [[0, 1], [1, 0]], \"distances\": [[0], [1, 0]]}",
            "travel.size"
        ),
        ("{\"locations\": [\"A\", \"B\"], \"durations\": [[0, -1], [1, 0]]}", "travel.wrong-value"),
        ("{\"locations\": [\"A\", \"B\"], \"durations\": [[0, \"5\"], [1, 0]]}", "travel.wrong-value"),
        ("{\"locations\": [\"A\", {}], \"durations\": [[0, 1], [1, 0]]}", "travel.wrong-place"),
        ("{\"durations\": 7}", "travel.syntax"), ("{\"durations\": [[0, 1]", "travel.syntax"),
        ("{} {}", "travel.syntax"), ("{\"a\": \"\\u12\"}", "travel.syntax"), ("[1]", "travel.syntax"),
    ])
    func `JSON that does not fit is a problem with its place`(text: String, kind: String) {
        let problems = json(text).problems
        #expect(problems.map(\.kind) == [kind])
        #expect(problems[0].place?.line == 1)
        #expect(problems[0].hint != nil)
    }

    @Test func `no bytes make it stumble`() {
        var random = SeededRandom(seed: 3, stream: "bytes")
        for text in [square, small] {
            for _ in 0..<400 {
                var bytes = Array(text.utf8)
                for _ in 0..<random.integer(in: 1..<6) {
                    let index = random.integer(in: 0..<bytes.count)
                    switch random.integer(in: 0..<3) {
                    case 0: bytes[index] = UInt8(random.integer(in: 0..<256))
                    case 1: bytes.removeSubrange(index..<min(bytes.count, index + 20))
                    default: bytes.insert(UInt8(ascii: "["), at: index)
                    }
                    if bytes.isEmpty { bytes = [0] }
                }
                var reader = TravelJSON(file: "x", bytes: bytes)
                reader.read()
                _ = reader.builder.table()
                var lines = TravelCSV(file: "x")
                lines.take(bytes)
                lines.end()
                _ = lines.builder.table()
            }
        }
        _ = json(String(repeating: "[", count: 100_000))
        _ = json("{\"a\":" + String(repeating: "[", count: 100_000))
    }

    @Test func `the file says by its first character what it is`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("travel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("drives").path
        try Data(square.utf8).write(to: URL(fileURLWithPath: path))
        #expect(readTravelTable(path: path, name: "drives").table?.pairCount == 5)
        try Data(small.utf8).write(to: URL(fileURLWithPath: path))
        #expect(readTravelTable(path: path, name: "drives").table?.pairCount == 4)
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(readTravelTable(path: path, name: "drives").problems.map(\.kind) == ["travel.head"])
        #expect(readTravelTable(path: folder.path, name: "drives").problems.map(\.kind) == ["travel.unreadable"])
        #expect(readTravelTable(path: path + "x", name: "drives").table == nil)
    }
}
