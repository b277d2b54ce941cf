import Diagnostics
import Quantities

/// What is wrong with a word of a plan file, before a place is known.
struct WordFlaw: Error {
    /// Last part of the problem's kind.
    var kind: String
    var message: String
    var hint: String?
}

/// A day as a person writes it into a plan file: `YYYY-MM-DD`, of the years 2000 to 2100.
func writtenDay(_ text: String) throws(WordFlaw) -> Day {
    if let day = Day(iso: text) {
        if (2000...2100).contains(day.year) { return day }
        throw WordFlaw(kind: "day", message: "the year of '\(text)' can't be meant", hint: "plans know 2000 to 2100")
    }
    let shown = shortened(text)
    let parts = text.split(omittingEmptySubsequences: false) { "-./".contains($0) }.map(String.init)
    let numbers = parts.compactMap { part in
        part.utf8.allSatisfy { (48...57).contains($0) } && part.utf8.count <= 4 ? Int(part) : nil
    }
    guard numbers.count == 3, parts.count == 3 else {
        throw WordFlaw(kind: "day", message: "'\(shown)' is not a day", hint: "write a day as 2026-11-24")
    }
    let isYearFirst = parts[0].utf8.count == 4
    if isYearFirst, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) {
        throw WordFlaw(kind: "day", message: "'\(shown)' is not written as days are", hint: "write \(day.iso)")
    }
    if isYearFirst {
        throw WordFlaw(
            kind: "day", message: "there is no day '\(shown)'", hint: "check month and day; a day is written 2026-11-24"
        )
    }
    // 24.11.2026 has one reading, 11/10/2026 has two.
    if text.contains("."), let day = Day(year: numbers[2], month: numbers[1], day: numbers[0]),
        parts[2].utf8.count == 4
    {
        throw WordFlaw(kind: "day", message: "'\(shown)' is not written as days are", hint: "write \(day.iso)")
    }
    throw WordFlaw(
        kind: "day", message: "'\(shown)' is not written as days are", hint: "write year, month, day: 2026-11-24")
}

/// A time of the day, `H:MM` or `HH:MM`, up to 24:00.
func writtenTime(_ text: String) throws(WordFlaw) -> TimeOfDay {
    if let time = TimeOfDay(text) { return time }
    let parts = text.split(omittingEmptySubsequences: false) { ":.h".contains($0) }.compactMap { Int($0) }
    if parts.count == 2, (0...24).contains(parts[0]), (0...59).contains(parts[1]) {
        let time = TimeOfDay(parts[0], parts[1])
        if time <= .endOfDay {
            throw WordFlaw(
                kind: "time", message: "'\(shortened(text))' is not written as times are", hint: "write \(time.text)")
        }
    }
    throw WordFlaw(
        kind: "time", message: "'\(shortened(text))' is not a time of the day",
        hint: "write a time as 09:30, up to 24:00"
    )
}

/// Enough of a text for a message.
func shortened(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

/// What nobody sees or means in a plan file: control characters but the tab, marks that turn the writing direction,
/// blanks without width, and line separators. Joiners stay, since names in some scripts need them.
func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFD:
        true
    default: false
    }
}

/// `U+200B`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// A line as it can be shown: not too long, without what a terminal would obey.
func shownLine(_ line: some StringProtocol) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in line.unicodeScalars.prefix(200) {
        shown.append(scalar == "\t" ? " " : isUnseen(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(shown)
}

extension StringProtocol {
    /// Without blanks around, of any kind; those inside are plain ones.
    var plainBlanks: String {
        var plain: [Unicode.Scalar] = []
        for scalar in unicodeScalars where !(plain.isEmpty && scalar.properties.isWhitespace) {
            plain.append(scalar.properties.isWhitespace ? " " : scalar)
        }
        while plain.last == " " { plain.removeLast() }
        return String(String.UnicodeScalarView(plain))
    }

    /// Between quotes, with inner ones doubled. Counted in scalars, since a quote and a mark above it are one character.
    var inQuotes: String {
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
