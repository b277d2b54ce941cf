/// One file of the site: where it goes and what is in it.
package struct SiteFile: Sendable, Hashable {
    /// Relative POSIX path from the site's root, such as `reps/ana-lima/index.html`.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
