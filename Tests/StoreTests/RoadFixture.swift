import Diagnostics
import Foundation
import Quantities
import Roads

@testable import Store

/// A few places, drives and lines of an engine over the first version of its data.
enum RoadFixture {
    static let monday = Day(iso: "2026-11-16")!
    static let first = RoadEdition(engine: "osrm", profile: "driving", data: "2026-10")
    static let second = RoadEdition(engine: "osrm", profile: "driving", data: "2026-11")

    static func place(_ number: Int32) -> RoadPlace {
        RoadPlace(latitude: 47_100_000 + number * 1000, longitude: 9_500_000 - number * 700)!
    }

    static func pair(_ from: Int32, _ to: Int32) -> RoadPair { RoadPair(from: place(from), to: place(to)) }

    /// Drives between places 1, 2 and 3; there is no way to place 3, which lies far from any road.
    static func haul(_ edition: RoadEdition = first) -> RoadHaul {
        var haul = RoadHaul(edition: edition)
        haul.snaps = [place(1): 4.26, place(2): 0, place(3): 301]
        haul.drives = [
            pair(1, 2): .driven(deciseconds: 1234, decimetres: 98_765),
            pair(2, 1): .driven(deciseconds: 1300, decimetres: nil),
            pair(1, 3): .unreachable,
            pair(2, 3): .unreachable,
        ]
        haul.lines = [pair(1, 2): RoadLine(points: [place(1).point, place(2).point])]
        return haul
    }

    static func withCache(_ body: (_ path: String, RoadCache) throws -> Void) throws {
        try SmallCompany.withFolder { folder in
            let path = folder + "/roads.sqlite"
            let cache = try RoadCache.open(path, access: .create)
            try body(path, cache)
        }
    }

    static func drives(_ memory: RoadMemory) -> [RoadPair: RoadDrive] {
        var found: [RoadPair: RoadDrive] = [:]
        memory.forEachDrive { found[RoadPair(from: memory.places[$0], to: memory.places[$1])] = $2 }
        return found
    }

    static func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
}
