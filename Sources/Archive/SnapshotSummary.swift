import Publishing
package import Quantities

/// One kept site, as the archive page and `snapshot list` show it.
package struct SnapshotSummary: Sendable, Hashable, Encodable {
    package var week: ISOWeek
    package var asOf: Day
    package var generator: String
    /// Number of files, the manifest included.
    package var files: Int
    /// Total size without the manifest.
    package var bytes: Int
    /// SHA-256 of `manifest.json`: two snapshots of equal content have equal hashes.
    package var manifestHash: String
    /// Of the snapshot's folder, as the archive folder was given: `archive/2026-W47`.
    package var path: String

    init(week: ISOWeek, manifest: Manifest, path: String) {
        self.week = week
        asOf = manifest.asOf
        generator = manifest.generator
        files = manifest.files.count + 1
        bytes = manifest.files.reduce(0) { $0 + $1.bytes }
        manifestHash = manifest.hash
        self.path = path
    }

    private enum Key: String, CodingKey { case week, asOf, generator, files, bytes, manifestHash, path }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(week.iso, forKey: .week)
        try container.encode(asOf.iso, forKey: .asOf)
        try container.encode(generator, forKey: .generator)
        try container.encode(files, forKey: .files)
        try container.encode(bytes, forKey: .bytes)
        try container.encode(manifestHash, forKey: .manifestHash)
        try container.encode(path, forKey: .path)
    }
}
