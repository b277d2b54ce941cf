/// The path of a request target, decoded and known to be harmless.
struct RequestPath: Hashable {
    /// Names from the root on; none is empty, `.`, `..` or hidden, none holds a slash, backslash or control character.
    var names: [String]
    /// The target ends with a slash (or is only one): it means a folder.
    var isFolder: Bool
    /// As sent, with its question mark; empty when there is none.
    var query: String

    /// Nil for whatever is not a plain absolute path: each name is decoded once and then checked, so that
    /// `%2e%2e`, `..%2f` and `%5c` find nothing either.
    init?(target: String) {
        let mark = target.firstIndex(of: "?") ?? target.endIndex
        query = String(target[mark...])
        guard target[..<mark].first == "/" else { return nil }
        var parts = target[..<mark].dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        isFolder = parts.last?.isEmpty ?? true
        if isFolder { parts = parts.dropLast() }
        names = []
        for part in parts {
            guard let name = decoded(part), !name.isEmpty, name.first != ".",
                !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "/" || $0 == "\\" })
            else { return nil }
            names.append(name)
        }
    }

    /// The last name as a relative reference to the folder it is. The `./` keeps a colon in it from reading as a scheme.
    var folderReference: String { "./" + (names.last.map(encoded) ?? "") + "/" + query }
}

/// Nil for an escape without two hexadecimal digits and for bytes that are not UTF-8.
private func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
            return nil
        }
        bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
}

private func encoded(_ name: String) -> String {
    name.utf8.map { byte in
        let scalar = Unicode.Scalar(byte)
        let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        if isPlain || "-._~".unicodeScalars.contains(scalar) { return String(scalar) }
        return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
