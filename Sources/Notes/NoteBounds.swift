import Diagnostics

/// What a note may be at most, so that no text keeps the parser busy for long.
enum NoteBounds {
    static let bytes = 1_000_000
    /// Quotes and lists within each other.
    static let depth = 40
}

/// The first thing in which a text goes beyond the bounds. O(bytes).
func boundProblem(_ markdown: String, file: String, lineOffset: Int) -> Problem? {
    if markdown.utf8.count > NoteBounds.bytes {
        return Problem(
            .error, "notes.too-large", "The note is larger than \(NoteBounds.bytes / 1_000_000) MB",
            at: ProblemPlace(file: file), hint: "split it into several notes")
    }
    var line = lineOffset + 1
    var depth = 0
    var isLeading = true
    for byte in markdown.utf8 {
        switch byte {
        case UInt8(ascii: "\n"):
            line += 1
            depth = 0
            isLeading = true
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            if isLeading { depth += 1 }
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: ")"):
            continue
        default: isLeading = false
        }
        // A rule of many hyphens is no nesting; a mark followed by others without a blank is none either, but nobody
        // needs forty of them at the start of a line except for a rule, which is shorter than this in practice.
        if depth > NoteBounds.depth * 5 {
            return Problem(
                .error, "notes.too-deep", "The note's quotes or lists are nested too deeply",
                at: ProblemPlace(file: file, line: line), hint: "nest them at most \(NoteBounds.depth) deep")
        }
    }
    return nil
}
