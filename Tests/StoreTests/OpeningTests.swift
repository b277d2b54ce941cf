import Diagnostics
import Foundation
import GRDB
import Records
import Testing

@testable import Store

@Suite struct OpeningTests {
    @Test func `a missing file is a problem unless it may be made`() throws {
        try SmallCompany.withFolder { folder in
            expectProblem("store.missing") { try CustomerStore.open(folder + "/no.sqlite", access: .read) }
            expectProblem("store.missing") { try CustomerStore.open(folder + "/no.sqlite", access: .write) }
            expectProblem("store.no-folder") { try CustomerStore.open(folder + "/no/no.sqlite", access: .create) }
            expectProblem("store.is-folder") { try CustomerStore.open(folder, access: .create) }
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files.isEmpty)
        }
    }

    @Test(arguments: [CustomerStore.Access.read, .write, .create])
    func `a file that is no database is left as it is`(access: CustomerStore.Access) throws {
        try SmallCompany.withFolder { folder in
            let text = Data("Dear diary, today I sold nothing.".utf8)
            try expectUntouched(folder, text, "store.not-a-database", access)
            try expectUntouched(folder, Data("SQLite format 3\0".utf8), "store.not-a-database", access)
            let noise = Data("SQLite format 3\0".utf8) + Data((0..<8000).map { UInt8($0 * 7 % 251) })
            let path = folder + "/noise"
            try noise.write(to: URL(fileURLWithPath: path))
            #expect(throws: ProblemError.self) { try CustomerStore.open(path, access: access) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == noise)
        }
    }

    @Test(arguments: [CustomerStore.Access.read, .write, .create])
    func `another program's database is left as it is`(access: CustomerStore.Access) throws {
        try SmallCompany.withFolder { folder in
            let other = try DatabaseQueue(path: folder + "/other")
            try other.write { try $0.execute(sql: "CREATE TABLE team (id)") }
            try other.close()
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/other"))
            try expectUntouched(folder, bytes, "store.not-a-store", access)
        }
    }

    @Test(arguments: [CustomerStore.Access.read, .write, .create])
    func `a store of a newer layout is left as it is`(access: CustomerStore.Access) throws {
        try SmallCompany.withFolder { folder in
            let bytes = try storeBytes(folder) {
                try $0.queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
            }
            try expectUntouched(folder, bytes, "store.newer-version", access)
        }
    }

    @Test(arguments: [CustomerStore.Access.read, .write, .create])
    func `a store without its end is left as it is`(access: CustomerStore.Access) throws {
        try SmallCompany.withFolder { folder in
            let bytes = try storeBytes(folder) { _ = try $0.apply(SmallCompany.contents, run: SmallCompany.run()) }
            try expectUntouched(folder, bytes.prefix(bytes.count / 2), "store.damaged", access)
            try expectUntouched(folder, bytes.prefix(bytes.count - 1), "store.damaged", access)
        }
    }

    @Test func `a page of noise is a problem and no crash`() throws {
        try SmallCompany.withFolder { folder in
            var bytes = try storeBytes(folder) { _ = try $0.apply(SmallCompany.contents, run: SmallCompany.run()) }
            bytes.replaceSubrange(4096..., with: Data(repeating: 0xA5, count: bytes.count - 4096))
            let path = folder + "/noise"
            try bytes.write(to: URL(fileURLWithPath: path))
            expectProblem("store.damaged") {
                let store = try CustomerStore.open(path, access: .read)
                _ = try SmallCompany.book(store)
            }
        }
    }

    @Test func `a store that another program writes is waited for, but not forever`() throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/store.sqlite"
            _ = try storeBytes(folder) { _ in }
            let other = try DatabaseQueue(path: path)
            let store = try CustomerStore.open(path, access: .write, wait: 0.05)
            try other.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN EXCLUSIVE")
                expectProblem("store.locked") {
                    try store.apply(SmallCompany.contents, run: SmallCompany.run())
                }
                try database.execute(sql: "ROLLBACK")
            }
            #expect(try store.apply(SmallCompany.contents, run: SmallCompany.run()).isRecorded)
        }
    }

    @Test func `reading leaves the file and its folder as they are`() throws {
        try SmallCompany.withFolder { folder in
            let bytes = try storeBytes(folder) { _ = try $0.apply(SmallCompany.contents, run: SmallCompany.run()) }
            for isFixed in [false, true] {
                let path = folder + "/store.sqlite"
                let queue = try StoreFile(path: path).open(.read, wait: 1, isNew: false, isFixed: isFixed)
                let store = CustomerStore(queue: queue, path: path, canWrite: false)
                #expect(try SmallCompany.book(store).customers.count == 1)
                expectProblem("store.read-only") {
                    try store.apply(SmallCompany.contents, run: SmallCompany.run("2026-11-15T10:00:00Z", preset: "x"))
                }
                if isFixed {
                    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.sqlite"])
                }
                try store.close()
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.sqlite"])
                #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/store.sqlite")) == bytes)
            }
        }
    }

    @Test func `odd names are files and nothing else`() throws {
        try SmallCompany.withFolder { folder in
            for name in ["file:x?mode=memory", "a b%20c#?.sqlite", ":memory:", "ü'\"; --"] {
                let path = "\(folder)/\(name)"
                let store = try CustomerStore.open(path, access: .create)
                _ = try store.apply(SmallCompany.contents, run: SmallCompany.run())
                try store.close()
                let queue = try StoreFile(path: path).open(.read, wait: 1, isNew: false, isFixed: true)
                let fixed = CustomerStore(queue: queue, path: path, canWrite: false)
                #expect(try SmallCompany.book(fixed).customers.count == 1)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 4)
        }
    }

    @Test func `a store of an older layout is brought up to date and read only then`() throws {
        let queue = try DatabaseQueue()
        let first = ["CREATE TABLE team (id TEXT)"]
        try Schema.migrator([first]).migrate(queue)
        try queue.write { try $0.execute(sql: "INSERT INTO team VALUES ('kept')") }
        try Schema.migrator([first, ["ALTER TABLE team ADD COLUMN name TEXT"]]).migrate(queue)
        func cell(_ sql: String) throws -> String? { try queue.read { try String.fetchOne($0, sql: sql) } }
        #expect(try cell("PRAGMA user_version") == "2")
        #expect(try cell("PRAGMA application_id") == String(Schema.applicationID))
        #expect(try cell("SELECT id FROM team WHERE name IS NULL") == "kept")
    }

    @Test func `a cell without meaning is named`() throws {
        let store = try CustomerStore.inMemory()
        _ = try store.apply(SmallCompany.contents, run: SmallCompany.run())
        try store.queue.write { try $0.execute(sql: "UPDATE quota SET month = '2026-13-01'") }
        let error = #expect(throws: ProblemError.self) { try SmallCompany.book(store) }
        #expect(error?.problems.first?.kind == "store.bad-value")
        #expect(error?.problems.first?.message == "'2026-13-01' in column month of quota 't:q1' has no meaning")
    }

    private func storeBytes(_ folder: String, _ body: (CustomerStore) throws -> Void) throws -> Data {
        let path = folder + "/store.sqlite"
        let store = try CustomerStore.open(path, access: .create)
        try body(store)
        try store.close()
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    private func expectUntouched(
        _ folder: String, _ bytes: Data, _ kind: String, _ access: CustomerStore.Access,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let path = folder + "/bad"
        try bytes.write(to: URL(fileURLWithPath: path))
        expectProblem(kind, sourceLocation) { try CustomerStore.open(path, access: access) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes, sourceLocation: sourceLocation)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"), sourceLocation: sourceLocation)
        #expect(!FileManager.default.fileExists(atPath: path + "-shm"), sourceLocation: sourceLocation)
    }
}

func expectProblem<Result>(
    _ kind: String, _ sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Result
) {
    let error = #expect(throws: ProblemError.self, sourceLocation: sourceLocation) { _ = try body() }
    #expect(error?.problems.map(\.kind) == [kind], sourceLocation: sourceLocation)
}
