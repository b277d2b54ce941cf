/// A value of a JSON text; objects keep their order and the last of two equal keys wins on look-up.
enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([JSONMember])

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    var list: [JSONValue]? { if case .list(let items) = self { items } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
}

struct JSONMember: Equatable {
    var key: String
    var value: JSONValue
}

/// What is wrong with a JSON text, and the byte where it shows.
struct JSONFault: Error, Equatable {
    var message: String
    var offset: Int
}

/// A strict RFC 8259 reader over bytes, made for large coordinate lists. Nesting is limited, so that hostile input
/// can't exhaust the stack. O(n).
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    private static let depthLimit = 128

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
        let value = try reader.value()
        reader.skipBlanks()
        if reader.index < bytes.count { throw reader.fault("text goes on after the end of the value") }
        return value
    }

    private func fault(_ message: String) -> JSONFault { JSONFault(message: message, offset: index) }
    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        skipBlanks()
        guard let byte = next else { throw fault("the text ends too early") }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        guard bytes[index...].starts(with: word.utf8) else { throw fault("'\(word)' is misspelt") }
        index += word.utf8.count
        return value
    }

    private mutating func deeper() throws(JSONFault) {
        depth += 1
        index += 1
        if depth > JSONReader.depthLimit {
            throw fault("values are nested more than \(JSONReader.depthLimit) deep")
        }
        skipBlanks()
    }

    private mutating func list() throws(JSONFault) -> JSONValue {
        try deeper()
        defer { depth -= 1 }
        var items: [JSONValue] = []
        if next == UInt8(ascii: "]") {
            index += 1
            return .list(items)
        }
        while true {
            items.append(try value())
            if try endsAfterItem(with: UInt8(ascii: "]")) { return .list(items) }
        }
    }

    private mutating func object() throws(JSONFault) -> JSONValue {
        try deeper()
        defer { depth -= 1 }
        var members: [JSONMember] = []
        if next == UInt8(ascii: "}") {
            index += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes is missing") }
            let key = try string()
            skipBlanks()
            guard next == UInt8(ascii: ":") else { throw fault("a colon is missing after '\(key)'") }
            index += 1
            members.append(JSONMember(key: key, value: try value()))
            if try endsAfterItem(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func endsAfterItem(with end: UInt8) throws(JSONFault) -> Bool {
        skipBlanks()
        guard let byte = next, byte == end || byte == UInt8(ascii: ",") else {
            throw fault("a comma or '\(Character(Unicode.Scalar(end)))' is missing")
        }
        index += 1
        return byte == end
    }

    private mutating func number() throws(JSONFault) -> Double {
        let start = index
        if let plain = plainNumber() { return plain }
        index = start
        while let byte = next, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard let last = text.utf8.last, (48...57).contains(last), text.first != "+", text.first != ".",
            let number = Double(text), number.isFinite
        else {
            index = start
            throw fault("a value is missing or no number")
        }
        return number
    }

    /// The usual coordinate: digits, at most 15 of them, with at most one point. An integer below 2^53 divided by a
    /// power of ten below 10^22 is rounded once, so the result is the nearest number, as with the full conversion.
    private mutating func plainNumber() -> Double? {
        var mantissa = 0
        var digits = 0
        var decimals: Int?
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { index += 1 }
        while let byte = next {
            if (48...57).contains(byte) {
                mantissa = mantissa &* 10 &+ Int(byte &- 48)
                digits += 1
                decimals? += 1
                if digits > 15 { return nil }
            } else if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
                decimals = 0
            } else {
                break
            }
            index += 1
        }
        guard digits > 0, decimals != 0, next != UInt8(ascii: "e"), next != UInt8(ascii: "E") else { return nil }
        let size = Double(mantissa) / JSONReader.powers[decimals ?? 0]
        return isNegative ? -size : size
    }

    private static let powers: [Double] = (0...15).reduce(into: []) { powers, _ in
        powers.append((powers.last ?? 0.1) * 10)
    }

    private mutating func string() throws(JSONFault) -> String {
        index += 1
        var content: [UInt8] = []
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<32:
                index -= 1
                throw fault("a control character stands in a text")
            default: content.append(byte)
            }
        }
        throw fault("a text in quotes has no end")
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONFault) {
        guard let byte = next else { throw fault("a text in quotes has no end") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(8)
        case UInt8(ascii: "f"): content.append(12)
        case UInt8(ascii: "n"): content.append(10)
        case UInt8(ascii: "r"): content.append(13)
        case UInt8(ascii: "t"): content.append(9)
        case UInt8(ascii: "u"):
            var units = [try hexUnit()]
            if (0xD800..<0xDC00).contains(units[0]), bytes[index...].starts(with: "\\u".utf8) {
                index += 2
                units.append(try hexUnit())
            }
            // A lone surrogate becomes U+FFFD.
            content += String(decoding: units, as: UTF16.self).utf8
        default: throw fault("'\\\(Character(Unicode.Scalar(byte)))' is no escape")
        }
    }

    private mutating func hexUnit() throws(JSONFault) -> UInt16 {
        guard index + 4 <= bytes.count,
            let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw fault("'\\u' needs four hexadecimal digits") }
        index += 4
        return unit
    }
}
