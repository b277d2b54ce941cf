package import Diagnostics
import Foundation
import GRDB

/// The customer store: one SQLite file. Nothing outside this module knows SQL.
///
/// Usable from several threads; closed by `close` or when the last copy of the value is gone.
package struct CustomerStore: Sendable {
    package enum Access: Sendable {
        /// Works on a read-only file system too; leaves no file beside the store.
        case read
        /// The file must exist; an older layout is brought up to date.
        case write
        /// Like `write`, and makes the file where there is none.
        case create
    }

    let queue: DatabaseQueue
    let path: String
    let canWrite: Bool

    /// Opens a store. `wait` is how many seconds another program's lock is waited for.
    ///
    /// Throws, with nothing changed on disk: `store.missing`, `store.is-folder`, `store.not-a-database`,
    /// `store.not-a-store`, `store.newer-version`, `store.older-version` (only when reading), `store.damaged`,
    /// `store.locked`, `store.no-permission`, `store.no-folder`.
    package static func open(
        _ path: String, access: Access, wait: Double = 5
    ) throws(ProblemError) -> CustomerStore {
        let file = StoreFile(path: path)
        let isNew = access == .create && (!file.exists || file.isEmpty)
        if isNew {
            try checkFolder(of: file)
        } else {
            try file.check()
        }
        let isFixed = access == .read && !file.isWritable
        if access != .read, !isNew, !file.isWritable { throw StoreFile.noPermission(path) }
        do {
            return try open(file, access: access, wait: wait, isNew: isNew, isFixed: isFixed)
        } catch {
            throw storeProblem(error, path: path)
        }
    }

    /// A store that lives in memory, empty, for tests and for an import that only shows what it would do.
    package static func inMemory() throws(ProblemError) -> CustomerStore {
        do {
            let queue = try DatabaseQueue()
            try Schema.migrator().migrate(queue)
            return CustomerStore(queue: queue, path: "(memory)", canWrite: true)
        } catch {
            throw storeProblem(error, path: "(memory)")
        }
    }

    /// Closes the file. Using the store afterwards is a problem `store.failed`.
    package func close() throws(ProblemError) {
        do { try queue.close() } catch { throw storeProblem(error, path: path) }
    }

    /// `isFixed`: nobody can write the file, so it is read without locks. Otherwise also a reader's connection is one
    /// that could write: it tidies up after itself when it closes, where SQLite's read-only ones leave files behind.
    static func open(
        _ file: StoreFile, access: Access, wait: Double, isNew: Bool, isFixed: Bool
    ) throws -> CustomerStore {
        var configuration = Configuration()
        configuration.busyMode = .timeout(wait)
        configuration.readonly = isFixed
        configuration.label = "store"
        if access != .read {
            // 64 MB: rows come in any order of ids, and pages that are put away half full are written over and over.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -65536") }
        }
        let queue = try DatabaseQueue(
            path: isFixed ? file.immutableURI : file.safePath, configuration: configuration)
        if isNew {
            // The write-ahead log is a property of the file: set once.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        } else {
            try checkVersion(queue, file.path, access)
        }
        if access != .read {
            let isCurrent = try queue.read { try Schema.migrator().hasCompletedMigrations($0) }
            if !isCurrent { try Schema.migrator().migrate(queue) }
        }
        return CustomerStore(queue: queue, path: file.path, canWrite: access != .read)
    }

    private static func checkVersion(_ queue: DatabaseQueue, _ path: String, _ access: Access) throws {
        let (application, version) = try queue.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            )
        }
        let place = ProblemPlace(file: path)
        guard application == Schema.applicationID else {
            throw ProblemError(
                "store.not-a-store", "'\(path)' is a database, but not a Fieldbook store", at: place,
                hint: "name the store with --store; this file was left as it is")
        }
        if version > Schema.version {
            throw ProblemError(
                "store.newer-version",
                "'\(path)' has layout \(version); this Fieldbook knows layouts up to \(Schema.version)", at: place,
                hint: "use the newer Fieldbook that wrote it")
        }
        if version < Schema.version, access == .read {
            throw ProblemError(
                "store.older-version", "'\(path)' has layout \(version); this Fieldbook reads \(Schema.version)",
                at: place, hint: "bring it up to date with 'fieldbook import'; the demo's store with 'fieldbook demo'")
        }
    }

    private static func checkFolder(of file: StoreFile) throws(ProblemError) {
        let folder = (file.safePath as NSString).deletingLastPathComponent
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw ProblemError(
                "store.no-folder", "the folder '\(folder)' does not exist", at: ProblemPlace(file: file.path),
                hint: "make the folder first")
        }
        guard FileManager.default.isWritableFile(atPath: folder) else { throw StoreFile.noPermission(file.path) }
    }
}
