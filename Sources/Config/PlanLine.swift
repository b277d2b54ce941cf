import Diagnostics

/// One line of the file of plan changes, in words.
struct PlanLine {
    struct Word {
        var text: String
        /// 1-based, in Unicode scalars.
        var column: Int
        var isQuoted = false
    }

    struct Flaw: Error {
        var word: WordFlaw
        var column: Int
        var value: String?
    }

    static let longest = 1000

    var words: [Word] = []
    var note: String?
    /// Column behind the last word.
    var end = 1

    /// Words are parted by blanks of any kind; a quote begins a word that may hold blanks, `""` is a quote in it; `#` at
    /// the beginning of a word begins the note. O(length of the line).
    init(_ line: some StringProtocol) throws(Flaw) {
        let scalars = Array(line.unicodeScalars.prefix(PlanLine.longest + 1))
        guard scalars.count <= PlanLine.longest else {
            throw Flaw(
                word: WordFlaw(
                    kind: "long-line", message: "the line has more than \(PlanLine.longest) characters",
                    hint: "write one change a line"), column: 1)
        }
        if let index = scalars.firstIndex(where: isUnseen) {
            throw Flaw(
                word: WordFlaw(
                    kind: "character", message: "an unseen character \(codePoint(scalars[index])) is in the line",
                    hint: "remove it, or write the line anew"), column: index + 1)
        }
        var index = 0
        while index < scalars.count {
            if scalars[index].properties.isWhitespace {
                index += 1
            } else if scalars[index] == "#" {
                note = PlanLine.text(scalars[(index + 1)...]).plainBlanks
                if note?.isEmpty == true { note = nil }
                return
            } else {
                words.append(
                    scalars[index] == "\"" ? try PlanLine.quoted(scalars, &index) : try PlanLine.plain(scalars, &index))
                end = index + 1
            }
        }
    }

    private static func quoted(_ scalars: [Unicode.Scalar], _ index: inout Int) throws(Flaw) -> Word {
        let start = index
        var text = String.UnicodeScalarView()
        index += 1
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            guard scalar == "\"" else {
                text.append(scalar)
                continue
            }
            if index < scalars.count, scalars[index] == "\"" {
                text.append("\"")
                index += 1
                continue
            }
            if index < scalars.count, !scalars[index].properties.isWhitespace, scalars[index] != "#" {
                throw Flaw(
                    word: WordFlaw(
                        kind: "quote", message: "a quote ends in the middle of a word",
                        hint: "put a blank behind it; a quote inside a name is written twice"), column: index)
            }
            return Word(text: String(text).plainBlanks, column: start + 1, isQuoted: true)
        }
        throw Flaw(
            word: WordFlaw(
                kind: "quote", message: "a quote is opened and not closed",
                hint: "close it: lock \"Berghof Lana\" 2026-11-24"),
            column: start + 1, value: self.text(scalars[start...]))
    }

    private static func plain(_ scalars: [Unicode.Scalar], _ index: inout Int) throws(Flaw) -> Word {
        let start = index
        while index < scalars.count, !scalars[index].properties.isWhitespace {
            if "\"“”„«»".unicodeScalars.contains(scalars[index]) {
                let isStraight = scalars[index] == "\""
                throw Flaw(
                    word: WordFlaw(
                        kind: "quote",
                        message: isStraight
                            ? "a quote begins in the middle of a word" : "'\(scalars[index])' is no plain quote",
                        hint: "put straight quotes around the whole name: \"Berghof Lana\""), column: index + 1)
            }
            index += 1
        }
        return Word(text: text(scalars[start..<index]), column: start + 1)
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
