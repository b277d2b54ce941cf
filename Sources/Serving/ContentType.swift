/// What a browser is told a file is; it never guesses (`nosniff`).
package struct ContentType: Hashable, Sendable {
    package var header: String

    static let text = ContentType(header: "text/plain; charset=utf-8")

    /// By the file name's extension; unknown ones are bytes, which a browser offers to save.
    package static func named(_ file: String) -> ContentType {
        let ending = file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() }
        return ContentType(header: ending.flatMap { known[$0] } ?? "application/octet-stream")
    }

    private init(header: String) { self.header = header }

    private static let known = [
        "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "geojson": "application/geo+json; charset=utf-8",
        "gpx": "application/gpx+xml; charset=utf-8",
        "html": "text/html; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json; charset=utf-8",
        "png": "image/png",
        "svg": "image/svg+xml; charset=utf-8",
        "txt": text.header,
    ]
}
