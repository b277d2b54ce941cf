package import Diagnostics
import Publishing

/// What changed from one snapshot to another, file by file; each list sorted by path.
package struct SnapshotComparison: Sendable, Hashable, Encodable {
    package struct File: Sendable, Hashable, Encodable {
        package var path: String
        /// Nil where the file is not.
        package var oldBytes: Int?
        package var newBytes: Int?
    }

    package var old: SnapshotSummary
    package var new: SnapshotSummary
    package var added: [File]
    package var removed: [File]
    package var changed: [File]
    package var unchangedCount: Int
}

/// Compares two snapshots by their manifests, without reading their files. O(files).
package func compareSnapshots(
    _ old: SnapshotSummary, _ new: SnapshotSummary
) throws(ProblemError) -> SnapshotComparison {
    let difference = ManifestDifference(
        from: try snapshotManifest(old.path).manifest.files, to: try snapshotManifest(new.path).manifest.files)
    return SnapshotComparison(
        old: old, new: new,
        added: difference.added.map { .init(path: $0.path, newBytes: $0.bytes) },
        removed: difference.removed.map { .init(path: $0.path, oldBytes: $0.bytes) },
        changed: difference.changed.map { .init(path: $0.path, oldBytes: $0.oldBytes, newBytes: $0.newBytes) },
        unchangedCount: difference.unchangedCount)
}
