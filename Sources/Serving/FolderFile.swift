import Glibc

/// What is at a path below a folder.
enum FolderEntry: Hashable {
    case file([UInt8])
    case folder
    /// Nothing, nothing that may be read, or neither file nor folder.
    case missing
}

/// Walks down from the folder name by name, opening each within the one above and following no symbolic link: what is
/// opened lies below the folder, whatever is swapped meanwhile. Nothing stays open, so the next request sees the next site.
func entry(at names: [String], below root: String) -> FolderEntry {
    var descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for name in names {
        guard descriptor >= 0 else { return .missing }
        // Without O_NONBLOCK, opening a pipe would wait for its other end.
        let next = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        close(descriptor)
        descriptor = next
    }
    guard descriptor >= 0 else { return .missing }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return contents(descriptor, size: Int(status.st_size)).map { .file($0) } ?? .missing
    default: return .missing
    }
}

/// The first `size` bytes, or nil when there are less or reading fails.
private func contents(_ descriptor: Int32, size: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
            let got = read(descriptor, buffer.baseAddress! + count, size - count)
            if got < 0 && errno == EINTR { continue }
            if got <= 0 { break }
            count += got
        }
    }
    return bytes.count == size ? bytes : nil
}
