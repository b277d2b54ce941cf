package import Diagnostics
import Publishing
package import Quantities

/// Keeps the published site in the archive folder as `2026-W47/`, read-only, with its manifest and a seal.
///
/// The site is first checked against its manifest. All or nothing, also when killed; a week that is there is never
/// overwritten. `week` is that of the as-of date unless told otherwise. O(bytes).
///
/// - Throws: `archive.exists`; `archive.changed` when the site is not what was published; disk problems.
package func createSnapshot(
    of site: String, week: ISOWeek? = nil, in archive: String
) throws(ProblemError) -> SnapshotSummary {
    let manifestPath = site + "/" + Manifest.fileName
    guard Disk.kind(of: manifestPath, following: true) == .file else {
        throw ProblemError(
            "archive.no-site", "'\(site)' holds no published site", at: ProblemPlace(file: site),
            hint: "run 'fieldbook build' first, or name the site's folder")
    }
    let manifestBytes = try Disk.read(manifestPath)
    let manifest = try Manifest(reading: manifestBytes, file: manifestPath)
    let name = (week ?? manifest.asOf.week).iso
    let target = archive + "/" + name
    try refuseExisting(target, name)
    let findings = try compare(site, with: manifest, alsoThere: [Manifest.fileName])
    guard findings.isEmpty else {
        throw ProblemError(
            findings.map { finding in
                Problem(
                    .error, "archive.changed", "\(finding.sentence) since the site was published",
                    at: ProblemPlace(file: site + "/" + finding.path), hint: "build the site again, then keep it")
            })
    }

    let staging = try StagingFolder.claim(beside: target)
    var folders: Set<String> = []
    for file in manifest.files {
        let parent = Disk.parent(of: file.path)
        if !parent.isEmpty, folders.insert(parent).inserted { try Disk.makeFolders(staging.new + "/" + parent) }
        let bytes = try Disk.read(site + "/" + file.path)
        // Read once more than the check above did, so what is copied is checked too.
        guard contentHash(bytes) == file.sha256 else {
            throw ProblemError(
                "archive.changed", "'\(file.path)' changed while it was copied", at: ProblemPlace(file: file.path),
                hint: "wait for the running build to end, then try again")
        }
        try Disk.create(staging.new + "/" + file.path, bytes, mode: 0o444)
    }
    try Disk.create(staging.new + "/" + Manifest.fileName, manifestBytes, mode: 0o444)
    try Disk.create(staging.new + "/" + Seal.fileName, Array(Seal.text(for: manifestBytes).utf8), mode: 0o444)
    try Disk.flushFileSystem(of: staging.new)
    try refuseExisting(target, name)
    if try !Disk.renameToFree(staging.new, target) { try Disk.rename(staging.new, to: target) }
    try Disk.flushFolder(archive)
    try staging.clear()
    return SnapshotSummary(week: ISOWeek(name)!, manifest: manifest, path: target)
}

private func refuseExisting(_ target: String, _ name: String) throws(ProblemError) {
    if Disk.kind(of: target) == nil { return }
    throw ProblemError(
        "archive.exists", "The archive already has \(name), and a snapshot is never overwritten",
        at: ProblemPlace(file: target), hint: "move '\(target)' elsewhere if that week must be kept anew")
}
