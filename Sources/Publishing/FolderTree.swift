package import Diagnostics
import Glibc

extension Disk {
    package enum Kind: String, Sendable { case file, folder, link, other }

    package struct TreeEntry: Sendable, Hashable {
        /// Relative to the folder that was walked.
        package var path: String
        package var kind: Kind
        package var bytes: Int
    }

    /// What is at the path, or nil when nothing is. Looks at a symbolic link itself unless told to follow it.
    package static func kind(of path: String, following: Bool = false) -> Kind? {
        status(path, following: following)?.kind
    }

    /// Everything below a folder, each folder before what it holds, sorted by path. Empty when there is no folder.
    /// Symbolic links are listed and never followed.
    package static func tree(_ root: String) throws(ProblemError) -> [TreeEntry] {
        guard kind(of: root) == .folder else { return [] }
        var found: [TreeEntry] = []
        try walk(root, below: "", into: &found)
        return found
    }

    /// Names in the folder, sorted.
    package static func names(in folder: String) throws(ProblemError) -> [String] {
        guard let stream = opendir(folder) else { throw failure("list", folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The path without symbolic links, or nil when there is nothing.
    static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func walk(
        _ root: String, below folder: String, into found: inout [TreeEntry]
    ) throws(ProblemError) {
        for name in try names(in: folder.isEmpty ? root : root + "/" + folder) {
            let path = folder.isEmpty ? name : folder + "/" + name
            let status = status(root + "/" + path, following: false)
            found.append(TreeEntry(path: path, kind: status?.kind ?? .other, bytes: status?.bytes ?? 0))
            if status?.kind == .folder { try walk(root, below: path, into: &found) }
        }
    }

    private static func status(_ path: String, following: Bool) -> (kind: Kind, bytes: Int)? {
        var status = stat()
        guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        return (kind, Int(status.st_size))
    }
}
