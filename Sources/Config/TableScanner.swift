/// Rows of CSV text with the line and the columns that an editor shows.
///
/// A line break inside quotes belongs to the cell. A quote that is never closed, or that is followed by anything but a
/// delimiter, costs its own line and not those below it. O(length of the text), and `longestCell` for each such quote.
struct TableScanner {
    struct Cell {
        /// What is between the quotes, or the cell without blanks around.
        var text: String
        /// 1-based, in Unicode scalars, of the line on which the row begins.
        var column: Int
    }

    struct Row {
        var line: Int
        var cells: [Cell] = []
        /// The row's first line, as it can be shown.
        var shown = ""
        var isComment = false
        /// Column of a quote that is not closed.
        var openQuote: Int?
    }

    static let longestCell = 10_000

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var position: Int
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        delimiter = TableScanner.likelyDelimiter(bytes, from: position)
    }

    mutating func next() -> Row? {
        guard position < bytes.count else { return nil }
        let start = position
        let end = endOfLine(from: start)
        var row = Row(line: line, shown: shownLine(text(start..<min(end, start + 800))))
        row.isComment = bytes[start] == UInt8(ascii: "#")
        if !row.isComment { scan(&row, from: start) }
        if row.isComment || row.openQuote != nil { position = end }
        step()
        return row
    }

    private mutating func scan(_ row: inout Row, from start: Int) {
        var (column, counted) = (1, start)
        while true {
            let begin = position
            column += bytes[counted..<begin].count { $0 & 0xC0 != 0x80 }
            counted = begin
            while position < bytes.count, bytes[position] == 32 { position += 1 }
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                guard let cell = quoted() else {
                    row.openQuote = column
                    return
                }
                row.cells.append(Cell(text: cell, column: column))
            } else {
                while position < bytes.count, bytes[position] != delimiter, !isBreak(position) { position += 1 }
                row.cells.append(Cell(text: text(begin..<position).plainBlanks, column: column))
            }
            guard position < bytes.count, bytes[position] == delimiter else { return }
            position += 1
        }
    }

    /// The cell that begins with the quote at `position`, or nil where the quote is not closed properly.
    private mutating func quoted() -> String? {
        var index = position + 1
        var cell: [UInt8] = []
        var lines = 0
        while index < bytes.count, cell.count <= TableScanner.longestCell {
            if bytes[index] != UInt8(ascii: "\"") {
                if isBreak(index), !(bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10) {
                    lines += 1
                }
                cell.append(bytes[index])
                index += 1
                continue
            }
            if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                cell.append(bytes[index])
                index += 2
                continue
            }
            index += 1
            while index < bytes.count, bytes[index] == 32 { index += 1 }
            guard index == bytes.count || bytes[index] == delimiter || isBreak(index) else { return nil }
            position = index
            line += lines
            return String(decoding: cell, as: UTF8.self)
        }
        return nil
    }

    /// Over the break at `position`.
    private mutating func step() {
        guard position < bytes.count else { return }
        position += bytes[position] == 13 && position + 1 < bytes.count && bytes[position + 1] == 10 ? 2 : 1
        line += 1
    }

    private func isBreak(_ index: Int) -> Bool { bytes[index] == 10 || bytes[index] == 13 }

    private func endOfLine(from start: Int) -> Int {
        var end = start
        while end < bytes.count, !isBreak(end) { end += 1 }
        return end
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Of the first line that says something; ties go to the comma.
    private static func likelyDelimiter(_ bytes: [UInt8], from start: Int) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isComment = false
        var isFirst = true
        for byte in bytes[start...] {
            if byte == 10 || byte == 13 {
                if counts.contains(where: { $0 > 0 }) { break }
                (isComment, isFirst) = (false, true)
                continue
            }
            if isFirst, byte == UInt8(ascii: "#") { isComment = true }
            isFirst = false
            if !isComment, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }
}
