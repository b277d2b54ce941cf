/// An attribute's value with the character references decoded that a template engine writes: `&amp;`, `&lt;`, `&gt;`,
/// `&quot;`, `&apos;`, `&nbsp;`, `&colon;` and all numbers. Others stay as they are. Blanks at both ends are dropped,
/// as browsers do with links.
func attributeText(_ raw: UnsafeBufferPointer<UInt8>.SubSequence) -> [UInt8] {
    var raw = raw
    while let first = raw.first, isSpace(first) { raw = raw.dropFirst() }
    while let last = raw.last, isSpace(last) { raw = raw.dropLast() }
    guard raw.contains(UInt8(ascii: "&")) else { return Array(raw) }
    var text: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
        let limit = min(index + 12, raw.endIndex)
        if raw[index] == UInt8(ascii: "&"), let end = raw[index..<limit].firstIndex(of: UInt8(ascii: ";")),
            let scalar = scalar(String(decoding: raw[(index + 1)..<end], as: UTF8.self))
        {
            text += Array(String(scalar).utf8)
            index = end + 1
        } else {
            text.append(raw[index])
            index += 1
        }
    }
    return text
}

private func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    case "colon": return ":"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let hexadecimal = digits.first == "x" || digits.first == "X"
    return (hexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)).flatMap(Unicode.Scalar.init)
}
