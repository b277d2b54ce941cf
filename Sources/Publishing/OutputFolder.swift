package import Diagnostics

/// The manifest of the site in this folder, or nil where the folder is missing or empty.
///
/// - Throws: a problem when the folder holds anything that a build did not put there, so that replacing it can never
///   lose somebody's files.
package func replaceableSite(at output: String) throws(ProblemError) -> Manifest? {
    guard let kind = Disk.kind(of: output) else { return nil }
    guard kind == .folder else {
        throw ProblemError(
            "site.not-ours", "'\(output)' is not a folder, so the site can't be put there",
            at: ProblemPlace(file: output), hint: "choose another folder with --output")
    }
    // The manifest first: a folder of somebody else may be the whole disk, and is not walked.
    if try Disk.names(in: output).isEmpty { return nil }
    let manifestPath = output + "/" + Manifest.fileName
    guard Disk.kind(of: manifestPath) == .file, let bytes = try? Disk.read(manifestPath),
        let manifest = try? Manifest(reading: bytes, file: manifestPath)
    else {
        throw ProblemError(
            "site.not-ours", "'\(output)' holds files but no site of Fieldbook, so it is not replaced",
            at: ProblemPlace(file: output), hint: "choose an empty folder with --output, or empty this one yourself")
    }
    let found = try Disk.tree(output)
    let ours = Set(manifest.files.map(\.path)).union([Manifest.fileName])
    let foreign = found.filter {
        $0.kind != .folder && !ours.contains($0.path) && !leftByDesktops.contains(lastSegment($0.path))
    }
    if !foreign.isEmpty {
        let names = foreign.prefix(3).map { "'\($0.path)'" }.joined(separator: ", ")
        let more = foreign.count > 3 ? " and \(foreign.count - 3) more" : ""
        throw ProblemError(
            "site.not-ours", "'\(output)' also holds \(names)\(more), which no build put there",
            at: ProblemPlace(file: output), hint: "move what you want to keep out of the site's folder, delete the rest"
        )
    }
    return manifest
}

/// What file browsers drop into every folder they show.
private let leftByDesktops: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"]

private func lastSegment(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
}
