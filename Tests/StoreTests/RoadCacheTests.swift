import Diagnostics
import Foundation
import GRDB
import Geo
import Quantities
import Roads
import Testing

@testable import Store

@Suite struct RoadCacheTests {
    private typealias Fixture = RoadFixture

    @Test func `what was kept is what is remembered`() throws {
        try Fixture.withCache { path, cache in
            var haul = Fixture.haul()
            haul.snaps[Fixture.place(4)] = .some(nil)
            haul.problems = [
                Problem(
                    .warning, "roads.far", "'Löwen' lies 301 m from any road",
                    at: ProblemPlace(file: "site-config.yml", line: 3, column: 5, field: "f", sourceLine: "  s"),
                    value: "301", hint: "move it"),
                Problem(.note, "roads.slow", "the server was slow"),
            ]
            try cache.keep(haul, on: Fixture.monday)
            try cache.close()
            let again = try RoadCache.open(path, access: .read)
            let memory = try again.memory(of: Fixture.first)
            #expect(memory.edition == Fixture.first)
            #expect(memory.places == (1...4).map { Fixture.place($0) })
            #expect(Fixture.drives(memory) == haul.drives)
            #expect(memory.drive(Fixture.pair(2, 1)) == .driven(deciseconds: 1300, decimetres: nil))
            #expect(memory.drive(Fixture.pair(3, 1)) == nil)
            #expect(memory.snap(of: Fixture.place(1)) == .some(4.3))
            #expect(memory.snap(of: Fixture.place(2)) == .some(0))
            #expect(memory.snap(of: Fixture.place(4)) == .some(nil))
            #expect(memory.problems == haul.problems)
            #expect(memory.linePairs == [Fixture.pair(1, 2)])
            let lines = try again.lines(of: [Fixture.pair(2, 1), Fixture.pair(1, 2)], in: Fixture.first)
            #expect(lines == haul.lines)
        }
    }

    @Test func `the first answer stays, and what was not told is filled in`() throws {
        try Fixture.withCache { _, cache in
            var early = Fixture.haul()
            early.snaps[Fixture.place(2)] = nil
            try cache.keep(early, on: Fixture.monday)
            var late = Fixture.haul()
            late.snaps = [Fixture.place(1): 99, Fixture.place(2): 7]
            late.drives = [
                Fixture.pair(1, 2): .unreachable, Fixture.pair(1, 3): .driven(deciseconds: 1, decimetres: 1),
                Fixture.pair(3, 1): .unreachable,
            ]
            late.lines = [Fixture.pair(1, 2): RoadLine(points: [])]
            try cache.keep(late, on: Fixture.monday + 1)
            let memory = try cache.memory(of: Fixture.first)
            var drives = early.drives
            drives[Fixture.pair(3, 1)] = .unreachable
            #expect(Fixture.drives(memory) == drives)
            #expect(memory.snap(of: Fixture.place(1)) == .some(4.3))
            #expect(memory.snap(of: Fixture.place(2)) == .some(7))
            #expect(try cache.lines(of: [Fixture.pair(1, 2)], in: Fixture.first) == early.lines)
        }
    }

    @Test func `the same haul again leaves every byte as it was`() throws {
        try Fixture.withCache { path, cache in
            var haul = Fixture.haul()
            haul.problems = [Problem(.warning, "roads.far", "far away")]
            try cache.keep(haul, on: Fixture.monday)
            try cache.close()
            let bytes = try Fixture.bytes(path)
            let again = try RoadCache.open(path, access: .create)
            try again.keep(haul, on: Fixture.monday + 30)
            #expect(try again.prune(keeping: nil, dropsOldEditions: true) == (0, 0, 0))
            #expect(try again.prune(keeping: Set(haul.snaps.keys), dropsOldEditions: false) == (0, 0, 0))
            try again.close()
            #expect(try Fixture.bytes(path) == bytes)
        }
    }

    @Test func `the same hauls in the same order make the same file`() throws {
        var files: [Data] = []
        for _ in 0..<2 {
            try Fixture.withCache { path, cache in
                try cache.keep(Fixture.haul(), on: Fixture.monday)
                try cache.keep(Fixture.haul(Fixture.second), on: Fixture.monday + 1)
                try cache.close()
                files.append(try Fixture.bytes(path))
            }
        }
        #expect(files[0] == files[1])
    }

    @Test func `another version of the data becomes current, and its answers stay apart`() throws {
        try Fixture.withCache { _, cache in
            #expect(try cache.current(engine: "osrm", profile: "driving") == nil)
            try cache.keep(Fixture.haul(), on: Fixture.monday)
            var other = RoadHaul(edition: Fixture.second)
            other.drives = [Fixture.pair(1, 2): .unreachable]
            try cache.keep(other, on: Fixture.monday + 3)
            #expect(try cache.current(engine: "osrm", profile: "driving") == Fixture.second)
            #expect(try cache.current(engine: "osrm", profile: "bike") == nil)
            #expect(try Fixture.drives(cache.memory(of: Fixture.first)) == Fixture.haul().drives)
            #expect(try Fixture.drives(cache.memory(of: Fixture.second)) == other.drives)
            #expect(try cache.lines(of: [Fixture.pair(1, 2)], in: Fixture.second).isEmpty)
            try cache.keep(RoadHaul(edition: Fixture.first), on: Fixture.monday + 4)
            #expect(try cache.current(engine: "osrm", profile: "driving") == Fixture.first)
            let editions = try cache.editions()
            #expect(editions.map(\.edition) == [Fixture.first, Fixture.second])
            #expect(editions.map(\.isCurrent) == [true, false])
            #expect(editions.map(\.places) == [3, 2])
            #expect(editions.map(\.farPlaces) == [1, 0])
            #expect(editions.map(\.drives) == [4, 1])
            #expect(editions.map(\.unreachable) == [2, 1])
            #expect(editions.map(\.lines) == [1, 0])
            #expect(editions.map(\.firstDay) == [Fixture.monday, Fixture.monday + 3])
            #expect(editions.map(\.lastDay) == [Fixture.monday, Fixture.monday + 3])
        }
    }

    @Test func `an edition that never said anything goes when another comes, with its problems`() throws {
        try Fixture.withCache { _, cache in
            var nothing = RoadHaul(edition: RoadEdition(engine: "osrm", profile: "driving", data: ""))
            nothing.problems = [Problem(.warning, "roads.no-server", "nobody answers")]
            try cache.keep(nothing, on: Fixture.monday)
            #expect(try cache.memory(of: nothing.edition).problems == nothing.problems)
            #expect(try cache.editions().map(\.firstDay) == [nil])
            try cache.keep(Fixture.haul(), on: Fixture.monday)
            #expect(try cache.editions().map(\.edition) == [Fixture.first])
            #expect(try cache.memory(of: nothing.edition).problems.isEmpty)
        }
    }

    @Test func `a line that is refused for good is known, and no line to draw`() throws {
        try Fixture.withCache { _, cache in
            var haul = Fixture.haul()
            haul.lines[Fixture.pair(2, 1)] = RoadLine(points: [])
            try cache.keep(haul, on: Fixture.monday)
            #expect(try cache.memory(of: Fixture.first).linePairs == [Fixture.pair(1, 2), Fixture.pair(2, 1)])
            #expect(try cache.lines(of: [Fixture.pair(1, 2), Fixture.pair(2, 1)], in: Fixture.first).count == 2)
            #expect(try cache.lines(of: [Fixture.pair(2, 1)], in: Fixture.first).values.map(\.points) == [[]])
            #expect(try cache.editions().map(\.lines) == [1])
        }
    }

    @Test func `an engine with a null in its name is found again`() throws {
        try Fixture.withCache { _, cache in
            let edition = RoadEdition(engine: "os\0rm", profile: "dri\0ving", data: "1")
            try cache.keep(Fixture.haul(edition), on: Fixture.monday)
            #expect(try cache.current(engine: "os\0rm", profile: "dri\0ving") == edition)
        }
    }

    @Test func `problems are those of the last time`() throws {
        try Fixture.withCache { _, cache in
            var haul = Fixture.haul()
            haul.problems = [Problem(.warning, "a", "one"), Problem(.warning, "b", "two")]
            try cache.keep(haul, on: Fixture.monday)
            haul.problems = [Problem(.warning, "b", "two")]
            try cache.keep(haul, on: Fixture.monday)
            #expect(try cache.editions()[0].problems.map(\.kind) == ["b"])
            haul.problems = []
            try cache.keep(haul, on: Fixture.monday)
            #expect(try cache.memory(of: Fixture.first).problems.isEmpty)
        }
    }

    @Test func `pruning drops old editions and places that are gone, and the file shrinks`() throws {
        try Fixture.withCache { path, cache in
            var old = RoadHaul(edition: Fixture.first)
            for from in Int32(1)...120 {
                for to in Int32(1)...120 where to != from { old.drives[Fixture.pair(from, to)] = .unreachable }
            }
            try cache.keep(old, on: Fixture.monday)
            try cache.keep(Fixture.haul(Fixture.second), on: Fixture.monday)
            let size = try Fixture.bytes(path).count
            #expect(try cache.prune(keeping: nil, dropsOldEditions: true) == (120, 120 * 119, 0))
            #expect(try Fixture.bytes(path).count < size / 2)
            #expect(try cache.editions().map(\.edition) == [Fixture.second])
            let kept: Set<RoadPlace> = [Fixture.place(1), Fixture.place(3)]
            #expect(try cache.prune(keeping: kept, dropsOldEditions: false) == (1, 3, 1))
            let memory = try cache.memory(of: Fixture.second)
            #expect(memory.places == kept.sorted())
            #expect(Fixture.drives(memory) == [Fixture.pair(1, 3): .unreachable])
            #expect(memory.linePairs.isEmpty)
        }
    }
}
