/// Text with markup characters escaped for element content and double-quoted attributes, and with the characters
/// dropped that XML 1.0 does not allow (controls other than tab and line ends, U+FFFE, U+FFFF).
public func svgEscaped(_ text: String) -> String {
    let needsWork = text.utf8.contains {
        $0 < 0x20 || $0 == 0x7F || $0 >= 0xC2 || markup.contains($0)
    }
    guard needsWork else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case "\t", "\n", "\r": result.unicodeScalars.append(" ")
        default:
            let value = scalar.value
            if value < 0x20 || (0x7F...0x9F).contains(value) || value & 0xFFFE == 0xFFFE { continue }
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private let markup = Set("&<>\"'".utf8)

/// An id made of ASCII letters, digits and hyphens that starts with a letter, for use in `id` and `url(#…)`.
public func svgIdentifier(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            ? Character(scalar) : "-"
    }
    guard let first = kept.first, first.isLetter else { return "d-" + String(kept) }
    return String(kept)
}
