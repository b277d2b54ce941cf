package import Diagnostics
package import Foundation
package import Geo

/// Any CSV file whose rows have a latitude and a longitude, and perhaps a weight in a column that is named.
///
/// The file is read twice rather than held: once for the numbers, once to write its rows again with another column.
package struct PointTable {
    /// A row that can be used.
    package struct Point: Hashable, Sendable {
        /// Number of the row among those that are not blank, from 0.
        package var row: Int
        package var place: GeoPoint
        /// Above 0; 1 where no column is named.
        package var weight: Double
    }

    package private(set) var points: [Point] = []
    /// Rows below the header that are not blank.
    package private(set) var rowCount = 0
    /// What is wrong, in the order of the file; each row without a point has one.
    package private(set) var problems: [Problem] = []
    private let data: Data
    private let file: String

    /// Columns are found by their names: `lat` or `latitude`, `lon`, `lng`, `long` or `longitude`, whatever the case.
    ///
    /// - Throws: when the header lacks one of the columns that are needed. O(bytes).
    package init(_ data: Data, file: String, weightColumn: String? = nil) throws(ProblemError) {
        self.data = data
        self.file = file
        var reader = CSVReader(data)
        var row = CSVRow()
        guard !reader.looksLikeUTF16 else {
            throw ProblemError(
                "points.encoding", "the file is UTF-16", at: ProblemPlace(file: file), hint: "save it as UTF-8")
        }
        guard PointTable.nextFilled(&reader, &row) else {
            throw ProblemError(
                "points.empty", "the file has no header", at: ProblemPlace(file: file),
                hint: "begin with a line such as lat,lon,hours")
        }
        let columns = try PointColumns(
            row, file: file, delimiter: reader.delimiter, weightColumn: weightColumn)
        while PointTable.nextFilled(&reader, &row) {
            for flaw in row.flaws where flaw.kind == .unclosedQuote || flaw.kind == .givenUp {
                problems.append(
                    Problem(
                        .warning, "csv.unclosed-quote", "a quotation mark is never closed",
                        at: ProblemPlace(file: file, line: flaw.line), hint: "close it, or double it inside a field"))
            }
            switch columns.read(row) {
            case .success(let (place, weight)): points.append(Point(row: rowCount, place: place, weight: weight))
            case .failure(let flaw): problems.append(flaw.problem(file: file, line: row.line))
            }
            rowCount += 1
        }
    }

    /// The file with one more column, and the values that `cell` gives by row. The column has another name where the
    /// file has one of this name already.
    package func text(adding column: String, cell: (Int) -> String) -> Data {
        var reader = CSVReader(data)
        var row = CSVRow()
        var written: [UInt8] = []
        written.reserveCapacity(data.count + 8 * rowCount)
        var number = -1
        var width = 0
        while PointTable.nextFilled(&reader, &row) {
            var cells = row.texts
            if number < 0 {
                width = cells.count
                cells.append(PointTable.free(column, beside: cells))
            } else {
                while cells.count < width { cells.append("") }
                cells.insert(cell(number), at: width)
            }
            for (index, cell) in cells.enumerated() {
                if index > 0 { written.append(reader.delimiter) }
                PointTable.write(cell, to: &written, delimiter: reader.delimiter)
            }
            written.append(.lineFeed)
            number += 1
        }
        return Data(written)
    }

    private static func nextFilled(_ reader: inout CSVReader, _ row: inout CSVRow) -> Bool {
        while reader.next(into: &row) {
            if !row.isBlank { return true }
        }
        return false
    }

    private static func free(_ column: String, beside others: [String]) -> String {
        var name = column
        var number = 2
        while others.contains(where: { $0.lowercased() == name.lowercased() }) {
            name = "\(column) \(number)"
            number += 1
        }
        return name
    }

    private static func write(_ cell: String, to written: inout [UInt8], delimiter: UInt8) {
        let bytes = cell.utf8
        let isOdd = bytes.contains { $0 == delimiter || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
        guard isOdd || bytes.first == 32 || bytes.last == 32 else { return written.append(contentsOf: bytes) }
        written.append(.quote)
        for byte in bytes {
            if byte == .quote { written.append(.quote) }
            written.append(byte)
        }
        written.append(.quote)
    }
}
