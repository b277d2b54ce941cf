package import Foundation

/// Reads CSV (RFC 4180) row by row from bytes, usually a memory-mapped file.
///
/// It is our own because problems need the physical line of every row, also after line breaks inside quotes, because
/// broken quotes must not swallow the rest of the file, and because rows must come one at a time at full disk speed
/// (fields stay byte ranges until somebody asks for their text). It takes comma, semicolon or tab (the one that the
/// first row has most of, or a first line `sep=;`), LF, CR LF or CR, and a byte order mark.
///
/// A quote that is never closed is put back and read as a plain character, so that it costs one row and not all that
/// follow. O(bytes); a broken quote costs up to `longestField` more, and after `mostBrokenQuotes` of them it stops.
package struct CSVReader {
    /// Bytes of the longest field; Salesforce's longest text is 131,072 characters.
    package static let longestField = 1 << 20
    package static let mostBrokenQuotes = 100

    package let data: Data
    package let delimiter: UInt8
    private var offset: Int
    /// 1-based line of the next row.
    private var line = 1
    private var brokenQuotes = 0

    package init(_ data: Data) {
        // A slice keeps the indices of its whole; ranges here count from 0.
        self.data = data.startIndex == 0 ? data : Data(data)
        let hasMark = data.starts(with: [0xEF, 0xBB, 0xBF])
        offset = hasMark ? 3 : 0
        let named = CSVReader.namedDelimiter(in: self.data.dropFirst(offset).prefix(8))
        delimiter = named?.delimiter ?? CSVReader.likelyDelimiter(in: self.data.dropFirst(offset).prefix(65_536))
        if let named {
            offset += named.length
            line = 2
        }
    }

    /// UTF-16, with or without a byte order mark, which nothing here can read.
    package var looksLikeUTF16: Bool {
        if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) { return true }
        let head = data.prefix(4096)
        return head.count(where: { $0 == 0 }) * 4 > head.count
    }

    /// The next row, or false at the end. `row` is used again to save memory.
    package mutating func next(into row: inout CSVRow) -> Bool {
        guard offset < data.count else { return false }
        row.begin(line: line, data: data)
        var position = offset
        data.withUnsafeBytes { (raw: UnsafeRawBufferPointer) in
            scan(raw.bindMemory(to: UInt8.self), from: &position, into: &row)
        }
        offset = position
        return true
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, into row: inout CSVRow) {
        while true {
            if position < bytes.count, bytes[position] == .quote, quoted(bytes, from: &position, into: &row) {
                // The field is read; what follows is a delimiter or an end.
            } else {
                plain(bytes, from: &position, into: &row)
            }
            if brokenQuotes > CSVReader.mostBrokenQuotes {
                row.flaws.append(CSVRow.Flaw(kind: .givenUp, field: row.count - 1, line: line))
                position = bytes.count
            }
            guard position < bytes.count else { return }
            let mark = bytes[position]
            position += 1
            if mark == delimiter { continue }
            if mark == .carriageReturn, position < bytes.count, bytes[position] == .lineFeed { position += 1 }
            line += 1
            return
        }
    }

    private func plain(_ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, into row: inout CSVRow) {
        let start = position
        var hasQuote = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
            if byte == .quote { hasQuote = true }
            position += 1
        }
        let isTooLong = position - start > CSVReader.longestField
        row.add(start, isTooLong ? start + CSVReader.longestField : position, hasDoubledQuotes: false)
        if isTooLong { row.flaws.append(CSVRow.Flaw(kind: .tooLong, field: row.count - 1, line: line)) }
        if hasQuote, row.flaws.last?.field != row.count - 1 || row.flaws.last?.kind != .unclosedQuote {
            row.flaws.append(CSVRow.Flaw(kind: .strayQuote, field: row.count - 1, line: line))
        }
    }

    /// False, with `position` as it was, when the quote is never closed.
    private mutating func quoted(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, into row: inout CSVRow
    ) -> Bool {
        var index = position + 1
        var lines = 0
        var hasDoubledQuotes = false
        var hasStrayQuote = false
        let limit = min(bytes.count, index + CSVReader.longestField)
        scanning: while index < limit {
            let byte = bytes[index]
            if byte == .quote {
                let after = index + 1 < bytes.count ? bytes[index + 1] : .lineFeed
                if after == .quote {
                    hasDoubledQuotes = true
                    index += 2
                    continue
                }
                if after == delimiter || after == .lineFeed || after == .carriageReturn {
                    row.add(position + 1, index, hasDoubledQuotes: hasDoubledQuotes)
                    if hasStrayQuote {
                        row.flaws.append(CSVRow.Flaw(kind: .strayQuote, field: row.count - 1, line: line))
                    }
                    position = index + 1
                    line += lines
                    return true
                }
                // After a line break this is most likely the opening quote of another row.
                if lines > 0 { break scanning }
                hasStrayQuote = true
            } else if byte == .lineFeed {
                lines += 1
            } else if byte == .carriageReturn, index + 1 >= bytes.count || bytes[index + 1] != .lineFeed {
                lines += 1
            }
            index += 1
        }
        brokenQuotes += 1
        row.flaws.append(CSVRow.Flaw(kind: .unclosedQuote, field: row.count, line: line))
        return false
    }

    private static func namedDelimiter(in head: Data) -> (delimiter: UInt8, length: Int)? {
        let bytes = Array(head)
        guard bytes.count >= 6, bytes.starts(with: Array("sep=".utf8)) else { return nil }
        if bytes[5] == .lineFeed { return (bytes[4], 6) }
        guard bytes[5] == .carriageReturn else { return nil }
        return (bytes[4], bytes.count > 6 && bytes[6] == .lineFeed ? 7 : 6)
    }

    private static func likelyDelimiter(in head: Data) -> UInt8 {
        let candidates: [UInt8] = [.comma, .semicolon, .tab]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in head {
            if byte == .quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == .lineFeed || byte == .carriageReturn { break }
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        // Ties go to the comma.
        let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        return candidates[most]
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
