/// What goes back to the browser.
package struct PageAnswer: Hashable, Sendable {
    package enum Status: Int, Sendable {
        case ok = 200
        case redirect = 308
        case malformed = 400
        case notFound = 404
        case methodNotAllowed = 405
        case foreignHost = 421
        case tooLong = 431

        var phrase: String {
            switch self {
            case .ok: "OK"
            case .redirect: "Permanent Redirect"
            case .malformed: "Bad Request"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .foreignHost: "Misdirected Request"
            case .tooLong: "Request Header Fields Too Large"
            }
        }
    }

    package struct Header: Hashable, Sendable {
        package var name: String
        package var value: String
    }

    package var status: Status
    /// In the order of sending.
    package var headers: [Header]
    /// Empty for `HEAD`; `Content-Length` then still tells the size.
    package var body: [UInt8]

    init(_ status: Status, type: ContentType, body: [UInt8], other: [Header] = []) {
        self.status = status
        self.body = body
        headers =
            [
                Header(name: "Content-Type", value: type.header),
                Header(name: "Content-Length", value: String(body.count)),
                // The site is rebuilt under the server: what a browser keeps would be last week's.
                Header(name: "Cache-Control", value: "no-store"),
                Header(name: "X-Content-Type-Options", value: "nosniff"),
                Header(name: "Referrer-Policy", value: "no-referrer"),
                Header(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
                Header(name: "Connection", value: "close"),
            ] + other
    }

    /// A line of plain text for whoever reads it in the browser.
    package init(_ status: Status, _ text: String, other: [Header] = []) {
        self.init(status, type: .text, body: Array((text + "\n").utf8), other: other)
    }

    /// The value of that header; names are compared as written.
    package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// As it goes over the wire.
    var bytes: [UInt8] {
        let lines = ["HTTP/1.1 \(status.rawValue) \(status.phrase)"] + headers.map { "\($0.name): \($0.value)" }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }
}
