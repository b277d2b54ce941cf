import Foundation

/// A server's address in its parts, as it is given or as a redirect names it.
struct RoadAddress: Hashable, Sendable {
    var isEncrypted: Bool
    /// Without the brackets of IPv6.
    var host: String
    var port: UInt16
    /// What stands before every question's path; no slash at its end.
    var path: String

    /// Nil for what is no address of an HTTP server.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.query == nil, parts.fragment == nil
        else { return nil }
        isEncrypted = scheme == "https"
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host.lowercased()
        guard let port = UInt16(exactly: parts.port ?? (isEncrypted ? 443 : 80)), port > 0 else { return nil }
        self.port = port
        path = parts.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
    }

    /// As the `Host` field of a request wants it.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isEncrypted ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// Without a slash at its end.
    var url: String { "\(isEncrypted ? "https" : "http")://\(authority)\(path)" }

    /// Where a redirect leads, with its query; nil where it leaves the server.
    func target(of location: String) -> String? {
        if location.hasPrefix("/") { return location.hasPrefix("//") ? nil : location }
        let end = location.firstIndex(of: "?") ?? location.endIndex
        guard let other = RoadAddress(String(location[..<end])),
            (other.isEncrypted, other.host, other.port) == (isEncrypted, host, port)
        else { return nil }
        return (other.path.isEmpty ? "/" : other.path) + location[end...]
    }
}
