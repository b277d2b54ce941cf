import Foundation
import Testing

@testable import Intake

@Suite struct CSVRowTests {
    private func first(_ data: Data) -> CSVRow {
        var reader = CSVReader(data)
        var row = CSVRow()
        _ = reader.next(into: &row)
        return row
    }

    @Test func `only a line with nothing on it is blank`() {
        #expect(first(Data("\n".utf8)).isBlank)
        #expect(!first(Data(",\n".utf8)).isBlank)
        #expect(!first(Data(" \n".utf8)).isBlank)
    }

    @Test func `a field longer than the limit is cut and told`() {
        let row = first(Data(repeating: UInt8(ascii: "x"), count: CSVReader.longestField + 10) + Data(",y\n".utf8))
        #expect(row.text(0).text.utf8.count == CSVReader.longestField)
        #expect(row.text(1).text == "y")
        #expect(row.flaws.map(\.kind) == [.tooLong])
    }

    @Test func `a doubled quote is one, and a quoted field may be empty`() {
        #expect(first(Data("\"a\"\"b\"\n".utf8)).texts == ["a\"b"])
        #expect(first(Data("\"\"\n".utf8)).texts == [""])
    }

    @Test func `a slice of data is read from its own beginning`() {
        #expect(first(Data("xxa,b".utf8).dropFirst(2)).texts == ["a", "b"])
    }
}
