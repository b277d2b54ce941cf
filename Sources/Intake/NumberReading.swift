/// A number in plain form (`-1234.5`) from the forms that exports come in, or nil when it is none or can mean two things.
///
/// Takes `1234.5`, `1,234.50`, `1.234,50`, `1'234.50`, `1 234,50`, a currency sign or code before or after, and
/// `1.5E7`. A lone comma followed by three digits could be either, and is taken for a group as in `1,234`.
func plainNumber(_ text: String) -> String? {
    var body = text.unicodeScalars.filter { !$0.properties.isWhitespace && !["'", "’", "\u{2212}"].contains($0) }
    let isNegative = text.unicodeScalars.contains("\u{2212}") || body.first == "-"
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .currencySymbol || ["-", "+"].contains(scalar)
    }
    while let first = body.first, isSign(first) || first.properties.isAlphabetic { body.removeFirst() }
    while let last = body.last, last.properties.generalCategory == .currencySymbol || last.properties.isAlphabetic {
        body.removeLast()
    }
    let plain = String(String.UnicodeScalarView(body))
    guard let first = plain.utf8.first, let last = plain.utf8.last, isDigit(last), isDigit(first) || first == 46 else {
        return nil
    }
    guard let number = plain.contains(where: { "eE".contains($0) }) ? withoutExponent(plain) : withoutGroups(plain)
    else {
        return nil
    }
    return isNegative ? "-" + number : number
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

private func withoutExponent(_ text: String) -> String? {
    guard let number = Double(text), number.magnitude < 1e15 else { return nil }
    let whole = Int(number)
    // Cents are as much as an amount can hold.
    let hundredths = Int(((number - Double(whole)) * 100).rounded())
    return "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)"
}

private func withoutGroups(_ text: String) -> String? {
    let marks = text.filter { $0 == "." || $0 == "," }
    guard text.utf8.allSatisfy({ isDigit($0) || $0 == 46 || $0 == 44 }) else { return nil }
    guard let lastMark = marks.last else { return text }
    let isGroupOnly = marks.count > 1 && marks.allSatisfy { $0 == lastMark } || marks == "," && hasGroup(text, ",")
    let decimalMark: Character? = isGroupOnly ? nil : lastMark
    let parts = decimalMark.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? [Substring(text)]
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let groups = whole.split(
        separator: decimalMark == "," ? "." : decimalMark == "." ? "," : lastMark,
        omittingEmptySubsequences: false)
    guard
        groups.count == 1
            || groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) && (1...3).contains(groups[0].utf8.count)
    else { return nil }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
}

private func hasGroup(_ text: String, _ mark: Character) -> Bool {
    text.split(separator: mark, omittingEmptySubsequences: false).last?.utf8.count == 3
}
