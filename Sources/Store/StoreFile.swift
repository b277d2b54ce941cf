import Diagnostics
import Foundation

/// What can be said of a database file of ours before SQLite touches it.
struct StoreFile {
    var path: String
    var kind = FileKind.store

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
            throw problem("missing", "'\(path)' does not exist", hint: kind.missing)
        }
        if isFolder.boolValue {
            throw problem("is-folder", "'\(path)' is a folder; a \(kind.noun) is a file")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw noPermission }
        defer { try? handle.close() }
        let header = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
        guard header.starts(with: Array("SQLite format 3\0".utf8)), header.count == 100 else {
            throw notADatabase
        }
        // Pages that are still in the write-ahead log may lie past the end of the file.
        if StoreFile(path: path + "-wal").size > 0 { return }
        func number(_ offset: Int, _ count: Int) -> Int {
            header[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
        }
        let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
        // The page count is valid only when these two counters agree (SQLite file format, 1.3.8).
        if number(24, 4) == number(92, 4), number(28, 4) * pageSize > size {
            throw damaged("its end is missing")
        }
    }

    /// Throws where no file can be made in the folder.
    func checkFolder() throws(ProblemError) {
        let folder = (safePath as NSString).deletingLastPathComponent
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw problem("no-folder", "the folder '\(folder)' does not exist", hint: "make the folder first")
        }
        guard FileManager.default.isWritableFile(atPath: folder) else { throw noPermission }
    }

    private var size: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
