import Diagnostics

/// The lines of an instance file that say something, and problems with their place in it.
struct InstanceLines {
    struct Line {
        /// 1-based.
        var number: Int
        var text: Substring

        /// Words between blanks.
        var words: [Substring] { text.split { $0 == " " || $0 == "\t" } }

        /// Whether it begins as a word does and not as a number.
        var isWord: Bool { text.first?.isLetter ?? false }
    }

    let file: String
    private(set) var lines: [Line] = []
    private var position = 0

    /// A file of more lines than that is not an instance.
    static let mostLines = 2_000_000

    init(_ text: String, file: String) throws {
        self.file = file
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            // A byte order mark says nothing.
            let kept = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            if !kept.isEmpty { lines.append(Line(number: number, text: kept)) }
            if number > Self.mostLines { throw problem("long", "the file has more than \(Self.mostLines) lines") }
        }
    }

    /// The line after the ones taken so far, left where it is.
    var next: Line? { position < lines.count ? lines[position] : nil }

    /// Whether one of the first lines is that word.
    func next(is word: String) -> Bool { lines.prefix(10).contains { $0.text.split(separator: " ") == [word[...]] } }

    mutating func take() -> Line? {
        defer { position += 1 }
        return next
    }

    /// The next line, or a problem that says what is missing.
    mutating func take(_ what: String) throws -> Line {
        guard let line = take() else {
            throw problem("cut-off", "the file ends where \(what) should stand", hint: "get the whole file")
        }
        return line
    }

    /// A problem at a line, or at the end of the file.
    func problem(_ kind: String, _ message: String, at line: Line? = nil, value: String? = nil, hint: String? = nil)
        -> ProblemError
    {
        let last = lines.last
        let source = (line ?? last).map { String($0.text.prefix(200)) }
        return ProblemError(
            "instance.\(kind)", message,
            at: ProblemPlace(file: file, line: (line ?? last)?.number ?? 1, sourceLine: source), value: value,
            hint: hint)
    }
}
