package import Diagnostics
import Glibc

/// The few file operations that publishing needs, with every failure as a problem that names the path.
package enum Disk {
    package static func read(_ path: String) throws(ProblemError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("read", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw failure("read", path, because: "it is no regular file") }
        var bytes: [UInt8] = []
        var error: Int32 = 0
        // One byte more than the size, so that a full read also proves the end.
        while true {
            let room = max(Int(status.st_size) - bytes.count, 0) + 1
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let got = Glibc.read(descriptor, buffer.baseAddress, room)
                count = max(got, 0)
                error = got < 0 ? errno : 0
            }
            if error == EINTR { continue }
            guard error == 0 else { throw failure("read", path, because: String(cString: strerror(error))) }
            if chunk.isEmpty { return bytes }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
        }
    }

    /// Creates the file, which must not be there yet. `mode` is subject to the umask.
    package static func create(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(ProblemError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw failure("write", path) }
        let error = bytes.withUnsafeBytes { buffer -> Int32 in
            var start = 0
            while start < buffer.count {
                let count = write(descriptor, buffer.baseAddress! + start, buffer.count - start)
                if count < 0 && errno == EINTR { continue }
                if count < 0 { return errno }
                start += count
            }
            return 0
        }
        guard close(descriptor) == 0, error == 0 else {
            throw failure("write", path, because: String(cString: strerror(error == 0 ? errno : error)))
        }
    }

    /// Makes the folder; one that is there already will do.
    package static func makeFolder(_ path: String) throws(ProblemError) {
        if mkdir(path, 0o755) == 0 { return }
        let error = errno
        guard error == EEXIST, kind(of: path, following: true) == .folder else {
            throw failure("make the folder", path, because: String(cString: strerror(error)))
        }
    }

    /// Makes the folder and those above it.
    package static func makeFolders(_ path: String) throws(ProblemError) {
        if path.isEmpty || kind(of: path, following: true) == .folder { return }
        try makeFolders(parent(of: path))
        try makeFolder(path)
    }

    package static func rename(_ old: String, to new: String) throws(ProblemError) {
        guard Glibc.rename(old, new) == 0 else { throw failure("rename '\(old)' to", new) }
    }

    /// Removes a file, link or empty folder; false when there was none.
    @discardableResult
    package static func remove(_ path: String) throws(ProblemError) -> Bool {
        if unlink(path) == 0 || rmdir(path) == 0 { return true }
        guard errno == ENOENT else { throw failure("remove", path) }
        return false
    }

    /// Removes the folder with all that is in it, never following a symbolic link.
    package static func removeTree(_ path: String) throws(ProblemError) {
        for entry in try tree(path).reversed() { try remove(path + "/" + entry.path) }
        try remove(path)
    }

    /// The text up to the last slash: `a/b` gives `a`, `b` gives the empty string, `/b` gives `/`.
    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? (path.count > 1 ? "/" : "") : String(path[..<slash])
    }

    static func failure(_ action: String, _ path: String, because reason: String? = nil) -> ProblemError {
        let reason = reason ?? String(cString: strerror(errno))
        return ProblemError(
            "site.disk", "Can't \(action) '\(path)': \(reason)", at: ProblemPlace(file: path),
            hint: "check the folder's owner, permissions and free space")
    }
}
