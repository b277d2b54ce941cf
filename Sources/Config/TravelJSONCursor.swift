/// What is wrong with a JSON text, and the byte where it shows.
struct TravelJSONFault: Error {
    var message: String
    var offset: Int
}

/// Walks through a JSON text (RFC 8259) without building values: a matrix of a million numbers stays in its bytes.
struct TravelJSONCursor {
    let bytes: [UInt8]
    private(set) var offset = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    func fault(_ message: String) -> TravelJSONFault { TravelJSONFault(message: message, offset: offset) }

    /// The byte at which the next value begins.
    mutating func next() throws(TravelJSONFault) -> UInt8 {
        while offset < bytes.count, [32, 10, 13, 9].contains(bytes[offset]) { offset += 1 }
        guard offset < bytes.count else { throw fault("the text ends too early") }
        return bytes[offset]
    }

    mutating func atEnd() -> Bool { (try? next()) == nil }

    mutating func eachMember(
        _ body: (inout TravelJSONCursor, String) throws(TravelJSONFault) -> Void
    ) throws(TravelJSONFault) {
        try items(from: "{", to: "}") { cursor throws(TravelJSONFault) in
            guard try cursor.next() == UInt8(ascii: "\"") else { throw cursor.fault("a key in quotes is missing") }
            let key = try cursor.text()
            guard try cursor.next() == UInt8(ascii: ":") else { throw cursor.fault("a colon is missing") }
            cursor.offset += 1
            try body(&cursor, key)
        }
    }

    mutating func eachItem(
        _ body: (inout TravelJSONCursor) throws(TravelJSONFault) -> Void
    ) throws(TravelJSONFault) {
        try items(from: "[", to: "]", body)
    }

    private mutating func items(
        from begin: Unicode.Scalar, to end: Unicode.Scalar,
        _ body: (inout TravelJSONCursor) throws(TravelJSONFault) -> Void
    ) throws(TravelJSONFault) {
        guard try next() == UInt8(ascii: begin) else { throw fault("'\(begin)' is expected") }
        depth += 1
        if depth > 64 { throw fault("values are nested more than 64 deep") }
        offset += 1
        if try next() == UInt8(ascii: end) {
            offset += 1
            depth -= 1
            return
        }
        while true {
            try body(&self)
            let byte = try next()
            guard byte == UInt8(ascii: end) || byte == UInt8(ascii: ",") else {
                throw fault("a comma or '\(end)' is missing")
            }
            offset += 1
            if byte == UInt8(ascii: end) { break }
        }
        depth -= 1
    }

    /// The number that comes next, or nil where something else does, which is then passed over.
    mutating func number() throws(TravelJSONFault) -> Double? {
        let first = try next()
        guard first == UInt8(ascii: "-") || (48...57).contains(first) else {
            try skip()
            return nil
        }
        let begin = offset
        var whole = 0
        while offset < bytes.count, (48...57).contains(bytes[offset]), offset - begin < 15 {
            whole = whole * 10 + Int(bytes[offset] - 48)
            offset += 1
        }
        let isMore = offset < bytes.count && ((48...57).contains(bytes[offset]) || "+-.eE".utf8.contains(bytes[offset]))
        if offset > begin, !isMore { return Double(whole) }
        while offset < bytes.count, (48...57).contains(bytes[offset]) || "+-.eE".utf8.contains(bytes[offset]) {
            offset += 1
        }
        guard let number = Double(String(decoding: bytes[begin..<offset], as: UTF8.self)), number.isFinite else {
            offset = begin
            throw fault("a number is misspelt")
        }
        return number
    }

    /// The text that comes next.
    mutating func text() throws(TravelJSONFault) -> String {
        guard try next() == UInt8(ascii: "\"") else { throw fault("a text in quotes is expected") }
        offset += 1
        var content: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<32: throw fault("a control character stands in a text")
            default: content.append(byte)
            }
        }
        throw fault("a text in quotes has no end")
    }

    private mutating func escape(into content: inout [UInt8]) throws(TravelJSONFault) {
        guard offset < bytes.count else { throw fault("a text in quotes has no end") }
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(8)
        case UInt8(ascii: "f"): content.append(12)
        case UInt8(ascii: "n"): content.append(10)
        case UInt8(ascii: "r"): content.append(13)
        case UInt8(ascii: "t"): content.append(9)
        case UInt8(ascii: "u"):
            var units = [try unit()]
            if (0xD800..<0xDC00).contains(units[0]), bytes[offset...].starts(with: "\\u".utf8) {
                offset += 2
                units.append(try unit())
            }
            // A lone surrogate becomes U+FFFD.
            content += String(decoding: units, as: UTF16.self).utf8
        default: throw fault("a backslash stands before no escape")
        }
    }

    private mutating func unit() throws(TravelJSONFault) -> UInt16 {
        let end = min(offset + 4, bytes.count)
        let digits = bytes[offset..<end]
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16),
            digits.first != UInt8(ascii: "+")
        else { throw fault("'\\u' needs four hexadecimal digits") }
        offset = end
        return unit
    }

    /// Passes over whatever value comes next.
    mutating func skip() throws(TravelJSONFault) {
        switch try next() {
        case UInt8(ascii: "{"): try eachMember { cursor, _ throws(TravelJSONFault) in try cursor.skip() }
        case UInt8(ascii: "["): try eachItem { cursor throws(TravelJSONFault) in try cursor.skip() }
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "-"), 48...57: _ = try number()
        default:
            for word in ["null", "true", "false"] where bytes[offset...].starts(with: word.utf8) {
                offset += word.utf8.count
                return
            }
            throw fault("a value is missing or misspelt")
        }
    }
}
