/// What becomes of a link or picture in a note.
enum NoteLink: Equatable {
    /// To the world, by a scheme that is harmless to follow.
    case outside
    /// Within the site: the path from its root, fragment included.
    case site(String)
    /// To a heading of the page itself.
    case fragment
    case refused

    init(_ address: String) {
        let text = address.drop { $0.unicodeScalars.allSatisfy { $0.value <= 32 } }
        if text.isEmpty || text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
            self = .refused
        } else if text.hasPrefix("#") {
            self = .fragment
        } else if let colon = text.firstIndex(where: { ":/?#".contains($0) }), text[colon] == ":" {
            self = NoteLink.schemes.contains(text[..<colon].lowercased()) ? .outside : .refused
        } else if text.hasPrefix("/") || text.contains("\\") || NoteLink.leavesSite(text) {
            self = .refused
        } else {
            self = .site(String(text))
        }
    }

    private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "geo", "sms"]

    /// Whether `..` leads above the root at any point; browsers take `%2e` for a dot.
    private static func leavesSite(_ text: Substring) -> Bool {
        var depth = 0
        for segment in text.prefix(while: { $0 != "?" && $0 != "#" }).split(separator: "/") {
            switch segment.lowercased().replacing("%2e", with: ".") {
            case ".": continue
            case "..": depth -= 1
            default: depth += 1
            }
            if depth < 0 { return true }
        }
        return false
    }
}
