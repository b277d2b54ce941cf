import Diagnostics
import Foundation

/// What can be said of a store's file before SQLite touches it.
struct StoreFile {
    var path: String

    /// Path for SQLite: never taken for a URI or for a database in memory.
    var safePath: String { path.hasPrefix("/") ? path : "./" + path }

    /// URI of a file that nobody can write: SQLite then needs neither locks nor files beside it.
    var immutableURI: String {
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7f}"))
            .union(CharacterSet(charactersIn: "/._-"))
        let escaped = safePath.addingPercentEncoding(withAllowedCharacters: allowed) ?? safePath
        return "file:\(escaped)?immutable=1"
    }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }
    var isEmpty: Bool { size == 0 }

    /// True when this user may write the file and the folder around it, as SQLite must even for reading.
    var isWritable: Bool {
        FileManager.default.isWritableFile(atPath: path)
            && FileManager.default.isWritableFile(atPath: (safePath as NSString).deletingLastPathComponent)
    }

    /// Throws for a file that cannot be a whole database; reads 100 bytes and writes nothing.
    func check() throws(ProblemError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ProblemError(
                "store.missing", "'\(path)' does not exist", at: ProblemPlace(file: path),
                hint: "make it with 'fieldbook demo' or 'fieldbook import', or name another one with --store")
        }
        if isFolder.boolValue {
            throw ProblemError(
                "store.is-folder", "'\(path)' is a folder; a store is a file", at: ProblemPlace(file: path))
        }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw StoreFile.noPermission(path) }
        defer { try? handle.close() }
        let header = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
        guard header.starts(with: Array("SQLite format 3\0".utf8)), header.count == 100 else {
            throw StoreFile.notADatabase(path)
        }
        // Pages that are still in the write-ahead log may lie past the end of the file.
        if StoreFile(path: path + "-wal").size > 0 { return }
        func number(_ offset: Int, _ count: Int) -> Int {
            header[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
        }
        let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
        // The page count is valid only when these two counters agree (SQLite file format, 1.3.8).
        if number(24, 4) == number(92, 4), number(28, 4) * pageSize > size {
            throw StoreFile.damaged(path, "its end is missing")
        }
    }

    private var size: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    static func notADatabase(_ path: String) -> ProblemError {
        ProblemError(
            "store.not-a-database", "'\(path)' is not a database", at: ProblemPlace(file: path),
            hint: "name the store with --store; it was left as it is")
    }

    static func damaged(_ path: String, _ why: String) -> ProblemError {
        ProblemError(
            "store.damaged", "'\(path)' is damaged: \(why)", at: ProblemPlace(file: path),
            hint: "bring it back from a copy, or make a new one from the exports")
    }

    static func noPermission(_ path: String) -> ProblemError {
        ProblemError(
            "store.no-permission", "'\(path)' can't be opened with your permissions", at: ProblemPlace(file: path),
            hint: "check the permissions of the file and of its folder")
    }
}
