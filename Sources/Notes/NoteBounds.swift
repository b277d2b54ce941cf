import Diagnostics

/// What a note may be at most, so that no text keeps the parser busy for long.
enum NoteBounds {
    static let bytes = 1_000_000
    /// Marks of quotes and lists at the start of one line. A rule such as `* * *` is written with such marks too, so
    /// this is more than anybody nests.
    static let marks = 200
    /// Opening brackets in one paragraph: the parser's time grows with their square.
    static let brackets = 1_000
}

/// The first thing in which a text goes beyond the bounds. O(bytes).
func boundProblem(_ markdown: String, file: String, lineOffset: Int) -> Problem? {
    if markdown.utf8.count > NoteBounds.bytes {
        return Problem(
            .error, "notes.too-large", "The note is larger than \(NoteBounds.bytes / 1_000_000) MB",
            at: ProblemPlace(file: file), hint: "split it into several notes")
    }
    var line = lineOffset + 1
    var marks = 0
    var brackets = 0
    var isLeading = true
    for byte in markdown.utf8 {
        switch byte {
        case UInt8(ascii: "\n"):
            line += 1
            // Nothing but blanks and marks: the paragraph has ended.
            if isLeading { brackets = 0 }
            marks = 0
            isLeading = true
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
            UInt8(ascii: ")"):
            if isLeading { marks += 1 }
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
        default:
            isLeading = false
            if byte == UInt8(ascii: "[") { brackets += 1 }
        }
        if marks > NoteBounds.marks {
            return Problem(
                .error, "notes.too-deep", "The note's quotes or lists are nested too deeply",
                at: ProblemPlace(file: file, line: line), hint: "nest them a few levels deep at most")
        }
        if brackets > NoteBounds.brackets {
            return Problem(
                .error, "notes.too-many-links", "A paragraph of the note has more than \(NoteBounds.brackets) brackets",
                at: ProblemPlace(file: file, line: line), hint: "put empty lines between its parts")
        }
    }
    return nil
}
