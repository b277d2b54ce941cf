/// Why a name is dangerous or awkward to whatever shows or stores it, as a clause, or nil for the usual name.
///
/// Nothing is taken out of the name: every page escapes what it shows. It is listed so that somebody asks how it got
/// into the CRM.
func hostileTrait(of name: String) -> (reason: String, isAttack: Bool)? {
    let lower = name.lowercased()
    let scalars = name.unicodeScalars
    if scalars.contains(where: isDirectionControl) { return ("holds marks that turn the direction of writing", true) }
    if hasMarkup(lower) { return ("holds markup", true) }
    if ["javascript:", "vbscript:", "data:text/html"].contains(where: lower.contains) {
        return ("holds a script link", true)
    }
    if ["{{", "}}", "{%", "${", "#{", "<%"].contains(where: lower.contains) { return ("holds template braces", true) }
    if lower.contains("../") || lower.contains("..\\") || ["/", "\\\\", "~/"].contains(where: lower.hasPrefix) {
        return ("is a file path", true)
    }
    if let first = name.first, "=@+-".contains(first), name.count > 1 {
        return ("would be taken for a formula by a spreadsheet", true)
    }
    if hasSQL(lower) { return ("holds SQL", true) }
    if deviceNames.contains(String(lower.prefix { $0 != "." })) { return ("is the name of a device on Windows", true) }
    if name.count > longestName { return ("is longer than \(longestName) characters", true) }
    if scalars.contains(where: isRightToLeft) { return ("is written from right to left", false) }
    if name.contains("\"") { return ("holds quotation marks, which break careless CSV tools", false) }
    return nil
}

let longestName = 120

private let deviceNames: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

private func hasMarkup(_ lower: String) -> Bool {
    let letters = Array(lower.unicodeScalars)
    return zip(letters, letters.dropFirst()).contains { first, second in
        first == "<" && (second.properties.isAlphabetic || second == "/" || second == "!" || second == "?")
            || first == "&" && second == "#"
    }
}

private func hasSQL(_ lower: String) -> Bool {
    ["';", "');", "'--", ";--", "' or '", "drop table", "union select", "insert into", "delete from"]
        .contains(where: lower.contains)
}

private func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
}

private func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
}

/// The name without blanks around it and with single ones in it.
func withoutExtraSpaces(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
