/// A piece of an opening hours text with its 1-based position in Unicode scalars.
struct OpeningHoursToken: Hashable {
    enum Content: Hashable {
        case number(Int, digits: Int)
        /// Lower case.
        case word(String)
        case mark(Unicode.Scalar)
        case comment
    }

    var content: Content
    var position: Int

    var text: String {
        switch content {
        case .number(let number, _): String(number)
        case .word(let word): word
        case .mark(let mark): String(Character(mark))
        case .comment: "a comment"
        }
    }
}

/// Splits the text; blanks go, every kind of dash is `-`. Comments in quotes are one token.
func openingHoursTokens(of text: String) throws(OpeningHoursProblem) -> [OpeningHoursToken] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= 1000 else {
        throw OpeningHoursProblem(reason: "the text is longer than 1000 characters", position: 1001)
    }
    var tokens: [OpeningHoursToken] = []
    var index = 0

    func run(while isPart: (Unicode.Scalar) -> Bool) -> String {
        let start = index
        while index < scalars.count, isPart(scalars[index]) { index += 1 }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }

    while index < scalars.count {
        let position = index + 1
        let scalar = scalars[index]
        switch scalar {
        case _ where scalar.properties.isWhitespace: index += 1
        case "0"..."9":
            let digits = run { ("0"..."9").contains($0) }
            guard digits.utf8.count <= 4, let number = Int(digits) else {
                throw OpeningHoursProblem(reason: "'\(digits)' is no time", position: position)
            }
            tokens.append(OpeningHoursToken(content: .number(number, digits: digits.utf8.count), position: position))
        case _ where scalar.properties.isAlphabetic:
            let word = run { $0.properties.isAlphabetic }.lowercased()
            tokens.append(OpeningHoursToken(content: .word(word), position: position))
        case "\"", "“", "„":
            index += 1
            _ = run { !["\"", "”", "“"].contains($0) }
            guard index < scalars.count else {
                throw OpeningHoursProblem(reason: "the comment that begins here never ends", position: position)
            }
            index += 1
            tokens.append(OpeningHoursToken(content: .comment, position: position))
        case "-", "‐", "‑", "‒", "–", "—", "−":
            index += 1
            tokens.append(OpeningHoursToken(content: .mark("-"), position: position))
        default:
            index += 1
            tokens.append(OpeningHoursToken(content: .mark(scalar), position: position))
        }
    }
    return tokens
}
