import Diagnostics
import Foundation
import GRDB
import Quantities
import Roads
import Testing

@testable import Store

@Suite struct RoadCacheFileTests {
    private typealias Fixture = RoadFixture

    @Test func `reading leaves the file and its folder as they are`() throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/roads.sqlite"
            try made(path)
            let bytes = try Fixture.bytes(path)
            for isFixed in [false, true] {
                let file = StoreFile(path: path, kind: .roads)
                let queue = try file.open(.read, wait: 1, isNew: false, isFixed: isFixed)
                let cache = RoadCache(queue: queue, path: path, canWrite: false)
                #expect(try cache.memory(of: Fixture.first).driveCount == 4)
                #expect(try cache.editions().count == 1)
                expectProblem("roads-cache.read-only") { try cache.keep(Fixture.haul(), on: Fixture.monday) }
                expectProblem("roads-cache.read-only") { try cache.prune(keeping: nil, dropsOldEditions: true) }
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["roads.sqlite"])
                try cache.close()
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["roads.sqlite"])
                #expect(try Fixture.bytes(path) == bytes)
            }
        }
    }

    @Test func `no file stays beside the cache after writing`() throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/roads.sqlite"
            try made(path)
            let cache = try RoadCache.open(path, access: .write)
            _ = try cache.prune(keeping: [], dropsOldEditions: false)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["roads.sqlite"])
            try cache.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["roads.sqlite"])
        }
    }

    @Test func `a missing cache is a problem unless it may be made`() throws {
        try SmallCompany.withFolder { folder in
            expectProblem("roads-cache.missing") { try RoadCache.open(folder + "/no", access: .read) }
            expectProblem("roads-cache.missing") { try RoadCache.open(folder + "/no", access: .write) }
            expectProblem("roads-cache.no-folder") { try RoadCache.open(folder + "/no/no", access: .create) }
            expectProblem("roads-cache.is-folder") { try RoadCache.open(folder, access: .create) }
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files.isEmpty)
        }
    }

    @Test(arguments: [CustomerStore.Access.read, .write, .create])
    func `a file that is no cache is left as it is`(access: CustomerStore.Access) throws {
        try SmallCompany.withFolder { folder in
            try expectUntouched(folder, Data("Dear diary".utf8), "roads-cache.not-a-database", access)
            let store = folder + "/store.sqlite"
            try CustomerStore.open(store, access: .create).close()
            try expectUntouched(folder, try Fixture.bytes(store), "roads-cache.not-a-cache", access)
            let cache = folder + "/roads.sqlite"
            try made(cache)
            let bytes = try Fixture.bytes(cache)
            expectProblem("store.not-a-store") { try CustomerStore.open(cache, access: access) }
            #expect(try Fixture.bytes(cache) == bytes)
            try expectUntouched(folder, bytes.prefix(bytes.count - 1), "roads-cache.damaged", access)
            let queue = try DatabaseQueue(path: cache)
            try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
            try queue.close()
            try expectUntouched(folder, try Fixture.bytes(cache), "roads-cache.newer-version", access)
        }
    }

    @Test func `pages of noise are a problem with what to do, and no crash`() throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/roads.sqlite"
            try made(path)
            var bytes = try Fixture.bytes(path)
            bytes.replaceSubrange(4096..., with: Data(repeating: 0xA5, count: bytes.count - 4096))
            try bytes.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: ProblemError.self) {
                let cache = try RoadCache.open(path, access: .read)
                _ = try cache.memory(of: Fixture.first)
            }
            #expect(error?.problems.map(\.kind) == ["roads-cache.damaged"])
            #expect(error?.problems.first?.hint == "bring it back from a copy, or remove it and fetch again")
        }
    }

    @Test func `rows that contradict each other are damage, and no crash`() throws {
        for change in [
            "INSERT INTO drive VALUES (1, 77, 1, 1)", "UPDATE drive SET deciseconds = 9999999999 WHERE deciseconds > 0",
            "UPDATE drive SET deciseconds = 10000001 WHERE deciseconds > 0", "UPDATE drive SET deciseconds = -5",
            "UPDATE drive SET decimetres = 400750001 WHERE decimetres > 0",
            "UPDATE drive SET decimetres = -5 WHERE decimetres > 0", "INSERT INTO drive VALUES (1, -3, 1, 1)",
            "UPDATE place SET latitude = 91000000 WHERE number = 1", "UPDATE place SET snap = -1 WHERE number = 1",
            "UPDATE place SET snap = 5000000000 WHERE number = 1", "UPDATE place SET number = -7 WHERE number = 3",
            "UPDATE place SET number = 9223372036854775807 WHERE number = 3",
        ] {
            try Fixture.withCache { _, cache in
                try cache.keep(Fixture.haul(), on: Fixture.monday)
                try cache.queue.write { try $0.execute(sql: "PRAGMA ignore_check_constraints = 1; \(change)") }
                expectProblem("roads-cache.damaged") { try cache.memory(of: Fixture.first) }
            }
        }
    }

    @Test func `odd numbers of places are no damage where the drives agree`() throws {
        try Fixture.withCache { _, cache in
            try cache.keep(Fixture.haul(), on: Fixture.monday)
            for (number, odd) in [(1, -7), (3, Int.max)] {
                let change = """
                    UPDATE place SET number = \(odd) WHERE number = \(number);
                    UPDATE drive SET origin = \(odd) WHERE origin = \(number);
                    UPDATE drive SET destination = \(odd) WHERE destination = \(number)
                    """
                try cache.queue.write { try $0.execute(sql: change) }
            }
            #expect(try Fixture.drives(cache.memory(of: Fixture.first)) == Fixture.haul().drives)
        }
    }

    @Test func `a place off the earth goes when the cache is pruned`() throws {
        try Fixture.withCache { _, cache in
            try cache.keep(Fixture.haul(), on: Fixture.monday)
            try cache.queue.write { try $0.execute(sql: "UPDATE place SET latitude = 99999999999 WHERE number = 3") }
            let kept = Set(Fixture.haul().snaps.keys)
            #expect(try cache.prune(keeping: kept, dropsOldEditions: false) == (1, 2, 0))
            #expect(try cache.memory(of: Fixture.first).places.count == 2)
        }
    }

    @Test func `a cache that another program writes is waited for, but not forever`() throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/roads.sqlite"
            try made(path)
            let other = try DatabaseQueue(path: path)
            let cache = try RoadCache.open(path, access: .write, wait: 0.05)
            try other.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN EXCLUSIVE")
                expectProblem("roads-cache.locked") { try cache.keep(Fixture.haul(), on: Fixture.monday) }
                try database.execute(sql: "ROLLBACK")
            }
            try cache.keep(Fixture.haul(), on: Fixture.monday)
        }
    }

    private func made(_ path: String) throws {
        let cache = try RoadCache.open(path, access: .create)
        try cache.keep(Fixture.haul(), on: Fixture.monday)
        try cache.close()
    }

    private func expectUntouched(
        _ folder: String, _ bytes: Data, _ kind: String, _ access: CustomerStore.Access,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let path = folder + "/bad"
        try bytes.write(to: URL(fileURLWithPath: path))
        expectProblem(kind, sourceLocation) { try RoadCache.open(path, access: access) }
        #expect(try Fixture.bytes(path) == bytes, sourceLocation: sourceLocation)
        #expect(!FileManager.default.fileExists(atPath: path + "-journal"), sourceLocation: sourceLocation)
    }
}
