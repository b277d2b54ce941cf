/// A cell without the apostrophe that keeps a spreadsheet from running it as a formula: `'=SUM(A1)` is `=SUM(A1)`.
///
/// The other way round from what the site's and the command's CSV files do (OWASP, "CSV Injection"), so that a text
/// that was copied out of one of them means what it meant.
func unguarded(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first, "=+-@\t\r".unicodeScalars.contains(second)
    else {
        return cell
    }
    return String(String.UnicodeScalarView(scalars.dropFirst()))
}
