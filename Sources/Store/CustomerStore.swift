package import Diagnostics
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
        let queue = try StoreFile(path: path).open(access, wait: wait)
        return CustomerStore(queue: queue, path: path, canWrite: access != .read)
    }

    /// A store that lives in memory, empty, for tests and for an import that only shows what it would do.
    package static func inMemory() throws(ProblemError) -> CustomerStore {
        do {
            let queue = try DatabaseQueue()
            try FileKind.store.migrator.migrate(queue)
            return CustomerStore(queue: queue, path: "(memory)", canWrite: true)
        } catch {
            throw storeProblem(error, path: "(memory)")
        }
    }

    /// Closes the file. Using the store afterwards is a problem `store.failed`.
    package func close() throws(ProblemError) {
        do { try queue.close() } catch { throw storeProblem(error, path: path) }
    }
}
