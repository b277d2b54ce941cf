import Diagnostics
import GRDB

/// A kind of database file of ours: what tells it from others, and the words of its problems.
struct FileKind: Sendable {
    /// Begins the kinds of problems, such as `store.locked`.
    var prefix: String
    var noun: String
    /// Kind and words for a database that is something else, such as `not-a-store`.
    var other: (kind: String, words: String)
    /// What to do about a file that is missing, that is another one, that is damaged, and that has an older layout.
    var missing: String
    var renaming: String
    var mending: String
    var updating: String

    var applicationID: Int
    /// One entry a version, in order; never changed once released.
    var migrations: [[String]]
    /// Whether what is written waits in a file beside the database until it is closed.
    var writesAhead: Bool

    var version: Int { migrations.count }
    var migrator: DatabaseMigrator { Schema.migrator(migrations, applicationID: applicationID) }

    static let store = FileKind(
        prefix: "store", noun: "store", other: ("not-a-store", "a Fieldbook store"),
        missing: "make it with 'fieldbook demo' or 'fieldbook import', or name another one with --store",
        renaming: "name the store with --store",
        mending: "bring it back from a copy, or make a new one from the exports",
        updating: "bring it up to date with 'fieldbook import'; the demo's store with 'fieldbook demo'",
        applicationID: Schema.applicationID, migrations: Schema.migrations, writesAhead: true)

    static let roads = FileKind(
        prefix: "roads-cache", noun: "roads cache", other: ("not-a-cache", "a roads cache of Fieldbook"),
        missing: "make it with 'fieldbook roads fetch', or name another one under 'paths: roads:'",
        renaming: "name the roads cache under 'paths: roads:'",
        mending: "bring it back from a copy, or remove it and fetch again",
        updating: "bring it up to date with 'fieldbook roads fetch'",
        applicationID: RoadSchema.applicationID, migrations: [RoadSchema.statements], writesAhead: false)
}

extension StoreFile {
    /// Checks the file and opens it; makes it where it may be made. Throws, with nothing changed on disk, what
    /// `CustomerStore.open` lists.
    func open(_ access: CustomerStore.Access, wait: Double) throws(ProblemError) -> DatabaseQueue {
        let isNew = access == .create && (!exists || isEmpty)
        if isNew {
            try checkFolder()
        } else {
            try check()
        }
        let isFixed = access == .read && !isWritable
        if access != .read, !isNew, !isWritable { throw noPermission }
        do {
            return try open(access, wait: wait, isNew: isNew, isFixed: isFixed)
        } catch {
            throw storeProblem(error, path: path, kind)
        }
    }

    /// `isFixed`: nobody can write the file, so it is read without locks. Otherwise also a reader's connection is one
    /// that could write: it tidies up after itself when it closes, where SQLite's read-only ones leave files behind.
    func open(_ access: CustomerStore.Access, wait: Double, isNew: Bool, isFixed: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(wait)
        configuration.readonly = isFixed
        configuration.label = kind.prefix
        if access != .read {
            // 64 MB: rows come in any order of ids, and pages that are put away half full are written over and over.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -65536") }
        }
        let queue = try DatabaseQueue(path: isFixed ? immutableURI : safePath, configuration: configuration)
        if !isNew {
            try checkVersion(queue, access)
        } else if kind.writesAhead {
            // The write-ahead log is a property of the file: set once.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        }
        if access != .read {
            let isCurrent = try queue.read { try kind.migrator.hasCompletedMigrations($0) }
            if !isCurrent { try kind.migrator.migrate(queue) }
        }
        return queue
    }

    private func checkVersion(_ queue: DatabaseQueue, _ access: CustomerStore.Access) throws {
        let (application, version) = try queue.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            )
        }
        guard application == kind.applicationID else {
            throw problem(
                kind.other.kind, "'\(path)' is a database, but not \(kind.other.words)",
                hint: "\(kind.renaming); this file was left as it is")
        }
        if version > kind.version {
            throw problem(
                "newer-version", "'\(path)' has layout \(version); this Fieldbook knows layouts up to \(kind.version)",
                hint: "use the newer Fieldbook that wrote it")
        }
        if version < kind.version, access == .read {
            throw problem(
                "older-version", "'\(path)' has layout \(version); this Fieldbook reads \(kind.version)",
                hint: kind.updating)
        }
    }
}
