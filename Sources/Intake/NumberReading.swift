/// A number in plain form (`-1234.5`) from the forms that exports come in, or nil when it is none or can mean two things.
///
/// Takes `1234.5`, `1,234.50`, `1.234,50`, `1'234.50`, `1 234,50`, a currency sign or a word of up to three letters
/// before or after, and `1.5E7`. A lone comma followed by three digits could be either, and is taken for a group as in
/// `1,234`.
func plainNumber(_ text: String) -> String? {
    guard text.utf8.count <= 100 else { return nil }
    var body = text.unicodeScalars.filter { !$0.properties.isWhitespace && !["'", "’"].contains($0) }
    var signs = 0
    var letters = 0
    while let first = body.first, !isDigit(first), first != "." {
        if first == "-" || first == "\u{2212}" { signs += 1 } else if !isUnit(first, &letters) { return nil }
        body.removeFirst()
    }
    let isNegative = signs == 1
    letters = 0
    while let last = body.last, !isDigit(last) {
        guard isUnit(last, &letters) else { return nil }
        body.removeLast()
    }
    guard signs <= 1, !body.isEmpty else { return nil }
    let plain = String(String.UnicodeScalarView(body))
    let number = plain.contains { "eE".contains($0) } ? withoutExponent(plain) : withoutGroups(plain)
    return number.map { isNegative ? "-" + $0 : $0 }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// A currency sign, a plus, or one of at most three letters.
private func isUnit(_ scalar: Unicode.Scalar, _ letters: inout Int) -> Bool {
    if scalar == "+" || scalar.properties.generalCategory == .currencySymbol { return true }
    letters += 1
    return scalar.properties.isAlphabetic && letters <= 3
}

/// Moves the point of `1.5E7` exactly; nil for more than thirty places, which no value here has.
private func withoutExponent(_ text: String) -> String? {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let exponent = Int(parts[1]), exponent.magnitude <= 30 else { return nil }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard mantissa.count <= 2, mantissa.joined().unicodeScalars.allSatisfy(isDigit) else { return nil }
    var whole = String(mantissa[0])
    var fraction = mantissa.count == 2 ? String(mantissa[1]) : ""
    for _ in 0..<exponent.magnitude {
        if exponent > 0 {
            whole.append(fraction.isEmpty ? "0" : fraction.removeFirst())
        } else {
            fraction.insert(whole.popLast() ?? "0", at: fraction.startIndex)
        }
    }
    whole = String(whole.drop { $0 == "0" })
    return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
}

private func withoutGroups(_ text: String) -> String? {
    let marks = text.filter { $0 == "." || $0 == "," }
    guard text.unicodeScalars.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," }) else { return nil }
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
