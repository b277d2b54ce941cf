package import Diagnostics
import Glibc

/// A hidden folder beside the target, on the same file system, in which a new tree is put together before it takes
/// the target's place. Holding it is also the lock: two runs never work on one target at the same time.
///
/// `.public.staging/` for `public/`; within it `marker`, `new/`, `previous/` and `discarded/`:
///
/// | found at the next start | means | done |
/// |---|---|---|
/// | `new/` | killed before the swap, or the old tree after an exchange | removed |
/// | `previous/` and no target | killed within a swap by two renames | renamed back: the old tree, whole |
/// | `previous/` and a target | killed after it | removed |
/// | `discarded/` | killed while clearing up | removed |
package final class StagingFolder {
    package let target: String
    package let path: String
    package var new: String { path + "/new" }
    package var previous: String { path + "/previous" }
    private var discarded: String { path + "/discarded" }
    private var marker: String { path + "/marker" }
    private let descriptor: Int32

    /// Locks the folder of that target, clears up what a killed run left, and makes an empty `new/`.
    ///
    /// - Throws: `site.busy` when another run holds it, `site.not-ours` when the folder is somebody else's.
    package static func claim(
        beside target: String, step: (String) throws(ProblemError) -> Void = { _ in }
    ) throws(ProblemError) -> StagingFolder {
        let parent = Disk.parent(of: target)
        try Disk.makeFolders(parent)
        let name = target[(target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex)...]
        let path = (parent.isEmpty ? "" : parent == "/" ? "/" : parent + "/") + ".\(name).staging"
        let staging = StagingFolder(target: target, path: path, descriptor: try lockedFolder(path, target: target))
        try staging.mark()
        try step("locked")
        try staging.recover()
        try step("recovered")
        try Disk.makeFolder(staging.new)
        return staging
    }

    private init(target: String, path: String, descriptor: Int32) {
        self.target = target
        self.path = path
        self.descriptor = descriptor
    }

    /// Removes all of it, the old tree included, and lets go of the lock.
    package func clear() throws(ProblemError) {
        try discard(previous)
        try discard(new)
        try Disk.remove(marker)
        try Disk.remove(path)
    }

    deinit { close(descriptor) }

    private func mark() throws(ProblemError) {
        if Disk.kind(of: marker) == .file { return }
        guard try Disk.names(in: path).isEmpty else {
            throw ProblemError(
                "site.not-ours", "'\(path)' is not a staging folder of Fieldbook", at: ProblemPlace(file: path),
                hint: "move that folder elsewhere: Fieldbook works there while it builds '\(target)'")
        }
        try Disk.create(marker, Array("Fieldbook builds '\(target)' here; safe to delete when no build runs.\n".utf8))
    }

    private func recover() throws(ProblemError) {
        try Disk.removeTree(discarded)
        if Disk.kind(of: previous) != nil {
            if Disk.kind(of: target) == nil { try Disk.rename(previous, to: target) } else { try discard(previous) }
        }
        try discard(new)
    }

    /// By way of another name, so that a tree that is half removed is never taken for a whole one.
    private func discard(_ tree: String) throws(ProblemError) {
        if Disk.kind(of: tree) == nil { return }
        try Disk.rename(tree, to: discarded)
        try Disk.removeTree(discarded)
    }
}

/// Makes, opens and locks the folder. A run that ends removes its folder while it holds the lock, so a lock may be
/// won on a folder that is no longer at its path; then it is tried again.
private func lockedFolder(_ path: String, target: String) throws(ProblemError) -> Int32 {
    while true {
        try Disk.makeFolder(path)
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        if descriptor < 0 {
            if errno == ENOENT { continue }
            throw Disk.failure("open", path)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let busy = errno == EWOULDBLOCK
            let failure = Disk.failure("lock", path)
            close(descriptor)
            if !busy { throw failure }
            throw ProblemError(
                "site.busy", "Another run is writing '\(target)'", at: ProblemPlace(file: target),
                hint: "wait for it to end, or build into another folder with --output")
        }
        var held = stat()
        var present = stat()
        if fstat(descriptor, &held) == 0, stat(path, &present) == 0, held.st_ino == present.st_ino { return descriptor }
        close(descriptor)
    }
}
