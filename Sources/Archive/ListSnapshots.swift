package import Diagnostics
import Publishing
import Quantities

/// The snapshots of an archive folder, oldest first, and what is wrong with folders named like one.
///
/// Reads the manifests only; `verifySnapshot` reads every byte. A missing folder is an empty archive.
package func listSnapshots(
    in archive: String
) throws(ProblemError) -> (snapshots: [SnapshotSummary], problems: [Problem]) {
    guard Disk.kind(of: archive, following: true) == .folder else { return ([], []) }
    var snapshots: [SnapshotSummary] = []
    var problems: [Problem] = []
    for name in try Disk.names(in: archive) {
        guard let week = ISOWeek(name) else { continue }
        do {
            let manifest = try snapshotManifest(archive + "/" + name).manifest
            snapshots.append(SnapshotSummary(week: week, manifest: manifest, path: archive + "/" + name))
        } catch {
            problems += error.problems
        }
    }
    return (snapshots.sorted { $0.week < $1.week }, problems)
}

/// Reads the manifest of a snapshot's folder, and its bytes.
func snapshotManifest(_ snapshot: String) throws(ProblemError) -> (manifest: Manifest, bytes: [UInt8]) {
    let path = snapshot + "/" + Manifest.fileName
    guard Disk.kind(of: path) == .file else {
        throw ProblemError(
            "archive.no-snapshot", "'\(snapshot)' is no snapshot: it has no manifest.json",
            at: ProblemPlace(file: snapshot), hint: "see 'fieldbook snapshot list'")
    }
    let bytes = try Disk.read(path)
    return (try Manifest(reading: bytes, file: path), bytes)
}
