// Cells that a spreadsheet would run as a formula begin with an apostrophe (OWASP, "CSV Injection").

/// A cell that is read again, with an apostrophe where a spreadsheet, or `unguarded`, would take it for something else.
func guarded(_ cell: String) -> String {
    isOdd(cell.unicodeScalars.first, cell.unicodeScalars.dropFirst().first) ? "'" + cell : cell
}

/// The cell as it was meant: `'=SUM(A1)` is `=SUM(A1)`. Gives back each text that `guarded` was given.
func unguarded(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    guard scalars.first == "'", isOdd(scalars.dropFirst().first, scalars.dropFirst(2).first) else { return cell }
    return String(String.UnicodeScalarView(scalars.dropFirst()))
}

private func isOdd(_ first: Unicode.Scalar?, _ second: Unicode.Scalar?) -> Bool {
    guard let first else { return false }
    let formula = "=+-@\t\r".unicodeScalars
    if formula.contains(first) { return true }
    return first == "'" && second.map { formula.contains($0) || $0 == "'" } ?? false
}

/// A name for people, guarded and without breaks. Not for what is read again.
func harmlessName(_ name: String) -> String {
    let plain = String(String.UnicodeScalarView(name.unicodeScalars.map { isUnseen($0) || $0 == "\t" ? " " : $0 }))
    guard let first = plain.plainBlanks.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) else {
        return plain
    }
    return "'" + plain
}

/// A cell as it stands between commas: in quotes where it has to be.
func csvCell(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains {
        ",;\"#".unicodeScalars.contains($0) || $0.properties.isWhitespace && $0 != " " || isUnseen($0)
    }
    return isPlain && text == text.plainBlanks ? text : text.inQuotes
}
