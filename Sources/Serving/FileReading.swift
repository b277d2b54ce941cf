import Glibc

/// What can be told of files without opening them: a change of content nearly always shows in time or size.
package struct FileReading: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        var path: String
        var seconds: Int
        var nanoseconds: Int
        var bytes: Int
    }

    var entries: [Entry] = []

    /// Of these files and of everything in these folders, except hidden names, empty write-ahead logs (a reader of
    /// the store makes and removes them) and what lies in `ignored`. Links within folders are not followed. What is
    /// missing is simply not in it. O(files).
    package init(of paths: [String], ignoring ignored: [String] = []) {
        for path in paths where !ignored.contains(path) { add(path, ignored, follows: true) }
    }

    private mutating func add(_ path: String, _ ignored: [String], follows: Bool) {
        var status = stat()
        guard (follows ? stat(path, &status) : lstat(path, &status)) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in names(in: path) where !name.hasPrefix(".") && !ignored.contains(path + "/" + name) {
                add(path + "/" + name, ignored, follows: false)
            }
        } else if status.st_size > 0 || !path.hasSuffix("-wal") {
            entries.append(
                Entry(
                    path: path, seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
                    bytes: Int(status.st_size)))
        }
    }
}

/// Sorted; empty when the folder can't be read.
private func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
}
