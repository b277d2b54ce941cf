extension Problem {
    /// The problem as a person reads it in a terminal: headline, excerpt with caret, hint.
    ///
    /// ```
    /// site-config.yml:14:3: error: 'teritories' is not a setting [config.unknown-key]
    ///    14 | teritories:
    ///       | ^~~~~~~~~~
    ///   hint: did you mean 'territories'?
    /// ```
    public var text: String {
        var lines = ["\(prefix)\(severity.rawValue): \(message) [\(kind)]"]
        if let place, let line = place.line, let source = place.sourceLine {
            let number = String(line)
            let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
            lines.append("\(gutter) | \(source)")
            if let column = place.column {
                let width = max(1, value?.unicodeScalars.count ?? 1)
                let caret = "^" + String(repeating: "~", count: min(width, 60) - 1)
                let blank = String(repeating: " ", count: gutter.count)
                lines.append("\(blank) | \(String(repeating: " ", count: max(0, column - 1)))\(caret)")
            }
        }
        if let hint { lines.append("  hint: \(hint)") }
        return lines.joined(separator: "\n")
    }

    private var prefix: String {
        guard let place else { return "" }
        var parts = [place.file]
        if let line = place.line { parts.append(String(line)) }
        if let column = place.column, place.line != nil { parts.append(String(column)) }
        return parts.joined(separator: ":") + ": "
    }
}
