private import Foundation

/// What of a firm's name counts when names are compared: lower case, no accents, no punctuation, no legal form,
/// umlauts written out or not. Never shown to anybody.
///
/// `Müller & Söhne GmbH`, `MUELLER UND SOEHNE` and `Muller Sohne` have the same key. A name that is nothing but a
/// legal form keeps it; a name without letters and digits has an empty key, which equals no other.
package struct NameKey: Hashable, Sendable {
    package let words: [String]
    package var text: String { words.joined(separator: " ") }
    package var isEmpty: Bool { words.isEmpty }

    package init(_ name: String) {
        let all = NameKey.plainWords(of: name)
        let kept = all.filter { !NameKey.legalForms.contains($0) && !NameKey.joiners.contains($0) }
        words = (kept.isEmpty ? all : kept).map(NameKey.withoutWrittenUmlauts)
    }

    /// 0 (nothing in common) to 1 (equal): the Dice coefficient of letter pairs. Two empty keys have nothing in common.
    package func likeness(to other: NameKey) -> Double {
        if isEmpty || other.isEmpty { return 0 }
        if words == other.words { return 1 }
        let left = letterPairs
        var right = other.letterPairs
        let total = left.count + right.count
        guard total > 0 else { return 0 }
        var common = 0
        for pair in left {
            if let index = right.firstIndex(of: pair) {
                right.swapAt(index, right.count - 1)
                right.removeLast()
                common += 1
            }
        }
        return Double(2 * common) / Double(total)
    }

    private var letterPairs: [[Character]] {
        let letters = Array(text.prefix(80))
        return zip(letters, letters.dropFirst()).map { [$0, $1] }
    }

    private static let legalForms: Set<String> = [
        "ab", "ag", "anstalt", "aps", "as", "bv", "co", "corp", "corporation", "ek", "est", "establishment", "eu",
        "gmbh",
        "inc", "incorporated", "kg", "limited", "llc", "llp", "ltd", "mbh", "nv", "og", "ohg", "oy", "plc", "pty", "sa",
        "sagl", "sarl", "sas", "sl", "spa", "srl", "stiftung", "trust", "ug",
    ]
    private static let joiners: Set<String> = ["and", "et", "und"]

    private static func plainWords(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format, .control: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
                word += folded(scalar)
            default:
                // An apostrophe joins what it stands between: O'Polo is one word.
                if scalar == "'" || scalar == "’" { continue }
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func folded(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "ß", "ẞ": "ss"
        case "ø", "Ø": "o"
        case "æ", "Æ": "a"
        case "œ", "Œ": "o"
        case "ł", "Ł": "l"
        case "đ", "Đ", "ð", "Ð": "d"
        case "ı": "i"
        default: scalar.properties.lowercaseMapping
        }
    }

    private static func withoutWrittenUmlauts(_ word: String) -> String {
        var result: [Character] = []
        for letter in word {
            if letter == "e", let last = result.last, last == "a" || last == "o" || last == "u" { continue }
            result.append(letter)
        }
        return String(result)
    }
}
