import Diagnostics
import Foundation
import Geo
import Quantities
import Testing

@testable import Maps

@Suite struct WorldReadingTests {
    static let square = [(0.0, 0.0), (0, 10), (10, 10), (10, 0)]

    var file: WorldFile {
        var file = WorldFile()
        file.add(kind: 0, lines: [WorldReadingTests.square, [(170, -1), (190, -1), (190, 3)]])
        file.add(kind: 3, lines: [[(1, 1), (2, 2.5), (3, -1)]])
        file.add(kind: 2, lines: [[(1, 1), (9, 9)]], rank: 6)
        file.add(places: [(40, 5, 5, "Großstadt"), (20, -5.5, 60, "Ærø")])
        return file
    }

    @Test func `shapes, ranks and names come back as they were written`() throws {
        let world = try readWorldBasemap(file.bytes, file: "w")
        #expect(world.shapes.map(\.kind) == [.land, .land, .frontier, .river])
        #expect(world.shapes[0].lines == [WorldReadingTests.square.map { PlanePoint($0.0, $0.1) }])
        #expect(world.shapes[1].bounds.crossesDateLine)
        #expect(world.shapes[2].lines == [[PlanePoint(1, 1), PlanePoint(2, 2.5), PlanePoint(3, -1)]])
        #expect(world.shapes.map(\.rank) == [0, 0, 0, 6])
        #expect(world.places.map(world.name) == ["Großstadt", "Ærø"])
        #expect(world.places.map(\.importance) == [40, 20])
        #expect(world.places[1].north == 60)
    }

    @Test func `a file that is cut short anywhere is a problem`() throws {
        let bytes = file.bytes
        for length in 0..<bytes.count {
            let problem = #expect(throws: ProblemError.self) {
                try readWorldBasemap(Array(bytes[..<length]), file: "w")
            }
            #expect(problem?.problems.map(\.kind) == ["basemap.world"])
        }
    }

    @Test func `a damaged file is read or refused, and never more than that`() {
        let bytes = file.bytes
        var random = SeededRandom(seed: 3)
        for _ in 0..<800 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: 8..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let world = try? readWorldBasemap(damaged, file: "w") else { continue }
            for place in world.places { _ = world.name(place) }
            for shape in world.shapes { #expect(shape.box.minY >= -90 && shape.box.maxX <= 540) }
        }
    }

    @Test(arguments: [6, 7, 90])
    func `names without places and sections of no known kind are refused`(kind: Int) {
        var file = WorldFile()
        file.add(kind: kind, grid: 1, count: 1, body: [65, 0])
        #expect(throws: ProblemError.self) { try readWorldBasemap(file.bytes, file: "w") }
    }

    @Test func `false counts ask for no memory`() {
        for (kind, count, body) in [
            (0, 1, [0, 1, 254, 255, 255, 255, 127, 0]), (0, 1, [0, 255, 255, 255, 255, 127]), (5, 1, [1, 1, 1]),
            (5, 99, [1]), (0, 1, [0, 1, 4, 255, 255, 255, 255, 255, 255, 255, 255, 255]),
        ] as [(Int, Int, [UInt8])] {
            var file = WorldFile()
            file.add(kind: kind, grid: 10, count: count, body: body)
            #expect(throws: ProblemError.self) { try readWorldBasemap(file.bytes, file: "w") }
        }
    }

    @Test func `codes that overlap are no code, and long codes are read`() throws {
        var lengths = [UInt8](repeating: 0, count: 256)
        (lengths[7], lengths[8], lengths[9]) = (1, 1, 1)
        #expect(PrefixCode(lengths: lengths) == nil)
        // 0, 10, 110, …: the last of them longer than the table.
        for index in 0..<16 { lengths[index] = UInt8(index + 1) }
        let code = try #require(PrefixCode(lengths: lengths))
        #expect(code.decoded([0b0101_1011, 0b1111_1111, 0b1111_1000][...], count: 5) == [0, 1, 2, 15, 0])
        #expect(code.decoded([0xFF][...], count: 1) == nil)
        #expect(code.decoded([0][...], count: 9) == nil)
        #expect(code.decoded([][...], count: 0) == [])
    }

    @Test func `a file that is not there is a problem with a hint`() {
        let problem = #expect(throws: ProblemError.self) { try readWorldBasemap(file: "/nowhere/world.basemap") }
        #expect(problem?.problems.map(\.kind) == ["basemap.unreadable"])
        #expect(problem?.problems.first?.hint?.contains("world: false") == true)
    }

    @Test func `the world that comes with the program is whole`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
        let path = root.appendingPathComponent("assets/maps/world.basemap").standardizedFileURL.path
        let world = try readWorldBasemap(file: path)
        let counts = Dictionary(grouping: world.shapes, by: \.kind).mapValues(\.count)
        for (kind, least) in [
            (BasemapKind.land, 4000), (.water, 1000), (.river, 1000), (.frontier, 300), (.province, 2000),
        ] {
            #expect(counts[kind, default: 0] > least)
        }
        #expect(world.shapes.count(where: \.roundsPole) == 1)
        let names = Set(world.places.map(world.name))
        for name in ["London", "Vaduz", "Suva", "Longyearbyen", "Ushuaia", "Tokyo", "Nuku‘alofa"] {
            #expect(names.contains(name), "\(name)")
        }
        #expect(world.places.map(\.importance) == world.places.map(\.importance).sorted(by: >))
    }
}
