import Foundation

/// One row of a CSV file: byte ranges of its fields, which become text on demand.
package struct CSVRow {
    package struct Flaw: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// A quote that is never closed, read as a plain character.
            case unclosedQuote
            /// A quote inside a field that is not doubled.
            case strayQuote
            /// Cut at `CSVReader.longestField`.
            case tooLong
            /// So many unclosed quotes that the rest of the file was not read.
            case givenUp
        }

        package var kind: Kind
        /// 0-based.
        package var field: Int
        /// Where it began.
        package var line: Int
    }

    private struct Field {
        var start: Int
        var end: Int
        var hasDoubledQuotes: Bool
    }

    /// 1-based line on which the row begins.
    package private(set) var line = 0
    package var flaws: [Flaw] = []
    private var fields: [Field] = []
    private var data = Data()

    package init() {}

    package var count: Int { fields.count }

    /// A line with nothing on it.
    package var isBlank: Bool { fields.count == 1 && fields[0].start == fields[0].end }

    mutating func begin(line: Int, data: Data) {
        self.line = line
        self.data = data
        fields.removeAll(keepingCapacity: true)
        flaws.removeAll(keepingCapacity: true)
    }

    mutating func add(_ start: Int, _ end: Int, hasDoubledQuotes: Bool) {
        fields.append(Field(start: start, end: end, hasDoubledQuotes: hasDoubledQuotes))
    }

    package func isEmpty(_ index: Int) -> Bool { fields[index].start == fields[index].end }

    /// The text of a field; `isUTF8` is false when it had to be read as Windows-1252.
    package func text(_ index: Int) -> (text: String, isUTF8: Bool) {
        let field = fields[index]
        return data.withUnsafeBytes { (raw: UnsafeRawBufferPointer) in
            let bytes = raw.bindMemory(to: UInt8.self)[field.start..<field.end]
            guard field.hasDoubledQuotes else { return decoded(UnsafeBufferPointer(rebasing: bytes)) }
            var plain: [UInt8] = []
            plain.reserveCapacity(bytes.count)
            var isSecond = false
            for byte in bytes {
                // The second quote of each pair goes; a lone one stays.
                if byte == .quote, isSecond {
                    isSecond = false
                    continue
                }
                isSecond = byte == .quote
                plain.append(byte)
            }
            return plain.withUnsafeBufferPointer(decoded)
        }
    }

    package var texts: [String] { (0..<count).map { text($0).text } }
}
