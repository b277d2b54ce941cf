package import Quantities

/// What a site holds and what it was made from: the proof that nothing changed since.
///
/// Written to `manifest.json` in the site's root; it lists every file but itself.
package struct Manifest: Sendable, Hashable {
    package static let fileName = "manifest.json"

    /// One file or input by its content.
    package struct Entry: Sendable, Hashable {
        /// Path in the site, or the input's name.
        package var path: String
        package var bytes: Int
        /// SHA-256, 64 hexadecimal digits.
        package var sha256: String

        package init(path: String, bytes: Int, sha256: String) {
            self.path = path
            self.bytes = bytes
            self.sha256 = sha256
        }

        package init(path: String, contents: [UInt8]) {
            self.init(path: path, bytes: contents.count, sha256: contentHash(contents))
        }
    }

    /// Name and version of the program, such as `fieldbook 0.1.0`.
    package var generator: String
    package var asOf: Day
    /// Sorted by path.
    package var inputs: [Entry]
    /// Sorted by path.
    package var files: [Entry]

    /// The manifest of these files. O(bytes).
    package init(files: [SiteFile], inputs: ManifestInputs) {
        generator = inputs.generator
        asOf = inputs.asOf
        self.inputs = inputs.inputs.sorted { $0.path < $1.path }
        self.files = files.map { Entry(path: $0.path, contents: $0.bytes) }.sorted { $0.path < $1.path }
    }

    init(generator: String, asOf: Day, inputs: [Entry], files: [Entry]) {
        self.generator = generator
        self.asOf = asOf
        self.inputs = inputs
        self.files = files
    }
}

/// What the site was made from.
///
/// The same content must give the same entries on every machine: a store is entered by a hash over its records in
/// sorted order, not by its file, whose bytes depend on the order of writing.
package struct ManifestInputs: Sendable {
    package var generator: String
    package var asOf: Day
    package var inputs: [Manifest.Entry]

    package init(generator: String, asOf: Day, inputs: [Manifest.Entry] = []) {
        self.generator = generator
        self.asOf = asOf
        self.inputs = inputs
    }
}
