package import Diagnostics

/// A site that now is at its place.
package struct PublishedSite: Sendable {
    package var output: String
    package var manifest: Manifest
    /// SHA-256 of `manifest.json`.
    package var manifestHash: String
    /// Paths that are new, differ or are gone, against the site that was there before; sorted.
    package var added: [String]
    package var changed: [String]
    package var removed: [String]

    /// Nothing differs from what was there, manifest included.
    package var isUnchanged: Bool
    package var bytes: Int { manifest.files.reduce(0) { $0 + $1.bytes } }
}

/// What a caller may vary.
package struct PublishOptions: Sendable {
    /// Files outside the site that pages may link to, as paths from the site's root such as
    /// `../archive/2026-W46/index.html`.
    package var reachableOutside: Set<String> = []
    /// False takes the way of file systems that can't swap two folders in one step.
    package var canExchange = true
    /// Called after each step; one that throws ends the run there and leaves everything as it is, like a kill.
    package var afterStep: @Sendable (PublishStep) throws(ProblemError) -> Void = { _ in }

    package init() {}
}

/// The points between which a run may be killed.
package enum PublishStep: String, Sendable, CaseIterable {
    case checked, locked, recovered, halfStaged, staged, flushed, movedAway, swapped, cleared
}

/// Puts the site at `output`, all or nothing: whenever the run ends, by error or by kill, the folder holds the old
/// site or the new one. (Where the file system can't swap folders in one step there may be none for a moment; the old
/// one then comes back at the next start.)
///
/// Paths and links are checked first; then everything is written beside the output, flushed and swapped in.
/// O(bytes); one thread.
///
/// - Throws: every path and link that is wrong; `site.not-ours` when `output` holds files of somebody else;
///   `site.busy` when another run is at it; `site.disk` for what the disk refuses.
package func publish(
    _ files: [SiteFile], manifest inputs: ManifestInputs, to output: String, options: PublishOptions = PublishOptions()
) throws(ProblemError) -> PublishedSite {
    let problems = pathProblems(files.map(\.path) + [Manifest.fileName])
    if !problems.isEmpty { throw ProblemError(problems) }
    let broken = linkProblems(files, reachableOutside: options.reachableOutside)
    if !broken.isEmpty { throw ProblemError(broken) }
    let manifest = Manifest(files: files, inputs: inputs)
    try options.afterStep(.checked)

    let target = Disk.realPath(output) ?? trimmed(output)
    // Somebody's own folder is refused before anything is made beside it.
    _ = try replaceableSite(at: target)
    let staging = try StagingFolder.claim(beside: target) { (step: String) throws(ProblemError) in
        if let step = PublishStep(rawValue: step) { try options.afterStep(step) }
    }
    let old = try replaceableSite(at: target)
    try write(files + [SiteFile(path: Manifest.fileName, text: manifest.text)], into: staging.new, options: options)
    try options.afterStep(.staged)
    try Disk.flushFileSystem(of: staging.new)
    try options.afterStep(.flushed)
    try swap(staging, canExchange: options.canExchange) { () throws(ProblemError) in try options.afterStep(.movedAway) }
    try options.afterStep(.swapped)
    try staging.clear()
    try options.afterStep(.cleared)
    return PublishedSite(output: output, manifest: manifest, replacing: old)
}

private func write(_ files: [SiteFile], into folder: String, options: PublishOptions) throws(ProblemError) {
    var made: Set<String> = []
    for (index, file) in files.sorted(by: { $0.path < $1.path }).enumerated() {
        if index == files.count / 2 { try options.afterStep(.halfStaged) }
        let parent = Disk.parent(of: file.path)
        if !parent.isEmpty, made.insert(parent).inserted { try Disk.makeFolders(folder + "/" + parent) }
        try Disk.create(folder + "/" + file.path, file.bytes)
    }
}

private func swap(
    _ staging: StagingFolder, canExchange: Bool, between: () throws(ProblemError) -> Void
) throws(ProblemError) {
    let parent = Disk.parent(of: staging.target)
    if Disk.kind(of: staging.target) == nil {
        try between()
        try Disk.rename(staging.new, to: staging.target)
    } else if canExchange, try Disk.exchange(staging.new, staging.target) {
        try between()
    } else {
        try Disk.rename(staging.target, to: staging.previous)
        try between()
        try Disk.rename(staging.new, to: staging.target)
    }
    try Disk.flushFolder(parent)
}

/// Without a trailing slash, which would make the folder its own parent.
private func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
}

extension PublishedSite {
    fileprivate init(output: String, manifest: Manifest, replacing old: Manifest?) {
        let difference = ManifestDifference(from: old?.files ?? [], to: manifest.files)
        self.init(
            output: output, manifest: manifest, manifestHash: manifest.hash, added: difference.added.map(\.path),
            changed: difference.changed.map(\.path), removed: difference.removed.map(\.path),
            isUnchanged: old == manifest)
    }
}
