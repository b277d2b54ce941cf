/// What a browser asks for: as much of an HTTP request as a folder of files needs.
package struct PageRequest: Hashable, Sendable {
    /// As sent; methods are case-sensitive.
    package var method: String
    /// As sent, still percent-encoded: `/reps/ana-lima/?day=2`.
    package var target: String
    /// The `Host` header as sent, port included.
    package var host: String?

    package init(method: String, target: String, host: String?) {
        self.method = method
        self.target = target
        self.host = host
    }

    /// Reads the head of an HTTP/1.0 or 1.1 request: the lines before the empty one. Nil when it is not well-formed.
    ///
    /// A second `Host` and a continued line are refused, since programs differ in what they make of them
    /// (RFC 9112, sections 3.2 and 5.2).
    package init?(head: some Sequence<UInt8>) {
        let text = String(decoding: Array(head), as: UTF8.self)
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\n" }[...]
        guard let first = lines.popFirst() else { return nil }
        let words = first.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0", !words[0].isEmpty,
            words[1].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        var hosts: [String] = []
        for line in lines where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
                !line[..<colon].contains(where: \.isWhitespace)
            else { return nil }
            let value = trimmed(line[line.index(after: colon)...])
            if line[..<colon].lowercased() == "host" { hosts.append(value) }
        }
        guard hosts.count <= 1 else { return nil }
        self.init(method: String(words[0]), target: String(words[1]), host: hosts.first)
    }
}

/// Without the spaces and tabs around it.
private func trimmed(_ value: Substring) -> String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    let start = value.drop(while: isSpace)
    return String(start.reversed().drop(while: isSpace).reversed())
}
