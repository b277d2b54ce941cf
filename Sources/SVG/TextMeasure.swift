/// Width in pixels that a text needs at a font size, estimated on the wide side of the usual system fonts.
///
/// Browsers choose the font, so layout can only reserve room: classes of letters with widths as shares of the size,
/// taken from the widest of Segoe UI, San Francisco, Roboto and DejaVu Sans. Bold letters are about an eighth wider.
public func estimatedWidth(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var ems = 0.0
    for character in text { ems += emWidth(character) }
    return ems * size * (isBold ? 1.13 : 1)
}

private func emWidth(_ character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar {
    case "i", "j", "l", "I", "|", "!", "'", ".", ",", ":", ";", "’", "·": return 0.32
    case " ", "\u{a0}", "f", "t", "r", "(", ")", "[", "]", "/", "-": return 0.40
    case "m", "w", "M", "W", "@", "%", "—", "…", "&": return 0.95
    case "\u{202f}": return 0.2
    case "0"..."9": return 0.64
    case "A"..."Z": return 0.70
    default:
        if scalar.value < 0x2000 { return scalar.properties.isUppercase ? 0.72 : 0.61 }
        // Arrows, symbols, CJK and emoji take about a square.
        return scalar.value < 0x2070 ? 0.6 : 1.05
    }
}

/// The text, or as much of its beginning as fits `width`, ending in an ellipsis. Words are not kept whole.
public func shortened(_ text: String, toWidth width: Double, size: Double) -> String {
    if estimatedWidth(text, size: size) <= width { return text }
    let room = width - 0.95 * size
    var used = 0.0
    var kept = ""
    for character in text {
        used += emWidth(character) * size
        if used > room { break }
        kept.append(character)
    }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept + "…"
}
