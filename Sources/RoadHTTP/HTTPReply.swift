import Roads

/// An HTTP/1 answer as it stands on the wire (RFC 9112), read piece by piece.
struct HTTPReply {
    private(set) var status = 0
    private(set) var location: String?
    private(set) var body: [UInt8] = []
    /// Whether the connection can serve the next question.
    private(set) var isKept = false

    private static let maxHead = 64 << 10

    init(from wire: inout Wire, maxBytes: Int) throws(RoadFault) {
        var head: HTTPHead
        repeat {
            head = try HTTPHead(from: &wire, limit: HTTPReply.maxHead)
        } while (100..<200).contains(head.status)
        status = head.status
        location = head.fields["location"]
        if let coding = head.fields["content-encoding"], coding.lowercased() != "identity" {
            throw .garbled("a body in the encoding '\(coding)', which was not asked for")
        }
        var endsItself = true
        if status == 204 || status == 304 {
            body = []
        } else if let coding = head.fields["transfer-encoding"] {
            guard coding.lowercased() == "chunked" else { throw .garbled("a body in the encoding '\(coding)'") }
            body = try HTTPReply.chunks(&wire, maxBytes)
        } else if let text = head.fields["content-length"] {
            guard let length = Int(text), length >= 0 else { throw .garbled("a body of '\(text)' bytes") }
            if length > maxBytes { throw .tooLong(limit: maxBytes) }
            body = try wire.bytes(length)
        } else {
            body = try wire.rest(limit: maxBytes)
            endsItself = false
        }
        let connection = head.fields["connection"]?.lowercased() ?? ""
        isKept = endsItself && wire.isEmpty && (head.isLatest ? connection != "close" : connection == "keep-alive")
    }

    private static func chunks(_ wire: inout Wire, _ maxBytes: Int) throws(RoadFault) -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let line = String(decoding: try wire.line(limit: 1024), as: UTF8.self)
            let digits = line.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }
            guard let length = Int(digits, radix: 16), length >= 0 else { throw .garbled("no length of a chunk") }
            if length == 0 { break }
            if body.count + min(length, maxBytes + 1) > maxBytes { throw .tooLong(limit: maxBytes) }
            body += try wire.bytes(length)
            guard try wire.line(limit: 2).isEmpty else { throw .garbled("a chunk that does not end") }
        }
        // Fields after the last chunk say nothing that matters.
        var left = maxHead
        while true {
            let line = try wire.line(limit: left)
            if line.isEmpty { return body }
            left -= line.count
        }
    }
}

/// The first line and the fields of an answer.
private struct HTTPHead {
    var status: Int
    /// HTTP/1.1, where connections are kept unless something else is said.
    var isLatest: Bool
    /// By names in lowercase; the first one counts.
    var fields: [String: String] = [:]

    init(from wire: inout Wire, limit: Int) throws(RoadFault) {
        let first = String(decoding: try wire.line(limit: limit), as: UTF8.self)
        let words = first.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count >= 2, ["HTTP/1.0", "HTTP/1.1"].contains(words[0]), words[1].utf8.count == 3,
            let number = Int(words[1]), (100..<600).contains(number)
        else { throw .garbled("no HTTP: '\(first.prefix(40))'") }
        status = number
        isLatest = words[0] == "HTTP/1.1"
        for line in try wire.lines(limit: limit) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .garbled("no field of HTTP") }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = line[(colon + 1)...]
            let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            let trimmed = value.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
            if fields[name] == nil { fields[name] = String(decoding: Array(trimmed), as: UTF8.self) }
        }
    }
}
