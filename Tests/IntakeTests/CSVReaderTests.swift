import Foundation
import Testing

@testable import Intake

@Suite struct CSVReaderTests {
    private func rows(_ text: String) -> [(line: Int, texts: [String], flaws: [CSVRow.Flaw.Kind])] {
        var reader = CSVReader(Data(text.utf8))
        var row = CSVRow()
        var rows: [(Int, [String], [CSVRow.Flaw.Kind])] = []
        while reader.next(into: &row) { rows.append((row.line, row.texts, row.flaws.map(\.kind))) }
        return rows
    }

    @Test func `a line break inside quotes belongs to the field and lines go on counting`() {
        let read = rows("a,b\n1,\"x\ny\"\n2,z\n")
        #expect(read.map(\.texts) == [["a", "b"], ["1", "x\ny"], ["2", "z"]])
        #expect(read.map(\.line) == [1, 2, 4])
    }

    @Test(arguments: ["a;b\n1;2", "a\tb\n1\t2", "sep=;\na;b\n1;2", "\u{feff}a,b\r\n1,2\r\n", "a,b\r1,2"])
    func `delimiters, byte order marks and line ends are found out`(text: String) {
        #expect(rows(text).map(\.texts) == [["a", "b"], ["1", "2"]])
    }

    @Test func `doubled quotes are one quote`() {
        #expect(rows("a\n\"say \"\"hi\"\"\"\n").map(\.texts) == [["a"], ["say \"hi\""]])
    }

    @Test func `an unclosed quote costs its own row and no other`() {
        let read = rows("a,b\n1,\"open\n2,fine\n\"3\",\"ok\"\n")
        #expect(read.contains { $0.flaws.contains(.unclosedQuote) && $0.line == 2 })
        #expect(read.contains { $0.texts == ["2", "fine"] })
    }
}
