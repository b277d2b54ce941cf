package import Diagnostics
import Glibc

// The C library has these two calls, but its headers show them only to programs that ask for GNU's extensions, which
// the compiler's import of the headers does not; so they are looked up by name.
private typealias RenameCall =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
private typealias SyncCall = @convention(c) (Int32) -> Int32

extension Disk {
    /// Swaps two folders of one file system in a single step. False when the file system or kernel can't.
    package static func exchange(_ one: String, _ other: String) throws(ProblemError) -> Bool {
        try renameWithFlag(2, one, other, "swap '\(one)' with")
    }

    /// Renames only where nothing is at the new path. False when the file system or kernel can't do that in one step.
    package static func renameToFree(_ old: String, _ new: String) throws(ProblemError) -> Bool {
        try renameWithFlag(1, old, new, "rename '\(old)' to")
    }

    private static func renameWithFlag(
        _ flag: UInt32, _ one: String, _ other: String, _ action: String
    ) throws(ProblemError) -> Bool {
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        if unsafeBitCast(symbol, to: RenameCall.self)(AT_FDCWD, one, AT_FDCWD, other, flag) == 0 { return true }
        if errno == EINVAL || errno == ENOSYS { return false }
        throw failure(action, other)
    }

    /// Waits until everything written to the file system of this folder is on the disk: one call for a whole site is
    /// many times faster than one for each file.
    package static func flushFileSystem(of folder: String) throws(ProblemError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", folder) }
        defer { close(descriptor) }
        guard let symbol = dlsym(nil, "syncfs") else { return sync() }
        guard unsafeBitCast(symbol, to: SyncCall.self)(descriptor) == 0 else { throw failure("flush", folder) }
    }

    /// Waits until the folder's own list of names is on the disk.
    package static func flushFolder(_ folder: String) throws(ProblemError) {
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("flush", folder) }
    }
}
