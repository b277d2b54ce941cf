package import Diagnostics
import Publishing

/// One thing in which a folder differs from its manifest.
package struct SnapshotFinding: Sendable, Hashable, Encodable {
    package enum Kind: String, Sendable, Encodable { case changed, missing, added }

    package var kind: Kind
    /// From the snapshot's root.
    package var path: String
    /// What was found there: `file`, `folder`, `link`, `other`, or `nothing`.
    package var found: String
    /// By the manifest; nil for what it does not list.
    package var expectedBytes: Int?
    /// Nil where there is no file.
    package var foundBytes: Int?

    /// Such as `'index.html' is missing`.
    package var sentence: String {
        switch kind {
        case .missing: "'\(path)' is missing"
        case .added: "The \(found) '\(path)' was added"
        case .changed where found != "file": "'\(path)' was replaced by a \(found)"
        case .changed where expectedBytes == foundBytes: "'\(path)' was changed, with its size kept"
        case .changed:
            "'\(path)' was changed (\(expectedBytes.map(String.init) ?? "?") bytes before, \(foundBytes ?? 0) now)"
        }
    }
}

/// The answer of `snapshot verify`.
package struct SnapshotVerification: Sendable, Hashable, Encodable {
    package var path: String
    package var manifestHash: String
    package var filesChecked: Int
    package var bytesChecked: Int
    /// Sorted by path; empty when the snapshot is as it was.
    package var findings: [SnapshotFinding]
    package var isIntact: Bool

    package var problems: [Problem] {
        findings.map { finding in
            Problem(
                .error, "archive.changed", finding.sentence, at: ProblemPlace(file: path + "/" + finding.path),
                hint: "restore it from a copy of the archive")
        }
    }
}

/// Compares every byte of a snapshot with its manifest, and the manifest with its seal.
///
/// Names each file that changed or is missing, and each file, folder and symbolic link that was added. O(bytes).
package func verifySnapshot(_ snapshot: String) throws(ProblemError) -> SnapshotVerification {
    let (manifest, bytes) = try snapshotManifest(snapshot)
    var findings = try compare(snapshot, with: manifest, alsoThere: [Manifest.fileName, Seal.fileName])
    let sealPath = snapshot + "/" + Seal.fileName
    let expected = Seal.text(for: bytes)
    if Disk.kind(of: sealPath) == .file {
        let seal = try Disk.read(sealPath)
        if seal != Array(expected.utf8) {
            findings.append(
                SnapshotFinding(kind: .changed, path: Manifest.fileName, found: "file", foundBytes: bytes.count))
        }
    } else {
        findings.append(
            SnapshotFinding(kind: .missing, path: Seal.fileName, found: "nothing", expectedBytes: expected.utf8.count))
    }
    findings.sort { ($0.path, $0.kind.rawValue) < ($1.path, $1.kind.rawValue) }
    return SnapshotVerification(
        path: snapshot, manifestHash: contentHash(bytes), filesChecked: manifest.files.count + 1,
        bytesChecked: manifest.files.reduce(bytes.count) { $0 + $1.bytes }, findings: findings,
        isIntact: findings.isEmpty)
}

/// How the folder differs from the manifest, sorted by path. `alsoThere` are files that it does not list.
func compare(_ folder: String, with manifest: Manifest, alsoThere: Set<String>) throws(ProblemError)
    -> [SnapshotFinding]
{
    var findings: [SnapshotFinding] = []
    let root = Disk.kind(of: folder) == .link ? folder + "/." : folder
    let found = Dictionary(try Disk.tree(root).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var expected = alsoThere
    for file in manifest.files {
        expected.insert(file.path)
        for end in file.path.indices where file.path[end] == "/" { expected.insert(String(file.path[..<end])) }
        guard let entry = found[file.path] else {
            findings.append(
                SnapshotFinding(kind: .missing, path: file.path, found: "nothing", expectedBytes: file.bytes))
            continue
        }
        if try !holds(entry, root, file) {
            findings.append(
                SnapshotFinding(
                    kind: .changed, path: file.path, found: entry.kind.rawValue, expectedBytes: file.bytes,
                    foundBytes: entry.kind == .file ? entry.bytes : nil))
        }
    }
    let files = Set(manifest.files.map(\.path))
    for entry in found.values where !files.contains(entry.path) {
        let isExpected = expected.contains(entry.path)
        // A folder of the manifest, or one of the files beside it, must at least be of that kind.
        if isExpected, entry.kind == (alsoThere.contains(entry.path) ? .file : .folder) { continue }
        findings.append(
            SnapshotFinding(
                kind: isExpected ? .changed : .added, path: entry.path, found: entry.kind.rawValue,
                foundBytes: entry.kind == .file ? entry.bytes : nil))
    }
    return findings.sorted { $0.path < $1.path }
}

private func holds(_ entry: Disk.TreeEntry, _ root: String, _ file: Manifest.Entry) throws(ProblemError) -> Bool {
    guard entry.kind == .file, entry.bytes == file.bytes else { return false }
    return contentHash(try Disk.read(root + "/" + file.path)) == file.sha256
}
