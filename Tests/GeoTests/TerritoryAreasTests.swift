import Quantities
import Testing

@testable import Geo

@Suite struct TerritoryAreasTests {
    func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    /// Places in rows, the lower half 1 and the upper half 2.
    func grid(rows: Int, columns: Int, step: Double) -> [(north: Double, east: Double, half: Int)] {
        (0..<rows * columns).map { index in
            let row = index / columns
            return (Double(row) * step, Double(index % columns) * step, row < rows / 2 ? 1 : 2)
        }
    }

    func plane(_ rings: [[GeoPoint]]) -> [[PlanePoint]] {
        rings.map { $0.map { PlanePoint($0.longitude, $0.latitude) } }
    }

    @Test(arguments: 1...6)
    func `areas of random customers do not overlap and hold nearly all their own`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let points = (0..<150).map { _ in
            (point(47 + random.unit() * 0.3, 9.4 + random.unit() * 0.3), random.integer(in: 0..<5))
        }.map { point, _ in (point, (point.latitude > 47.15 ? 2 : 0) + (point.longitude > 9.55 ? 1 : 0)) }
        let areas = territoryAreas(points: points).mapValues(plane)
        #expect(areas.keys.sorted() == [0, 1, 2, 3])
        var shared = 0
        for _ in 0..<4000 {
            let spot = PlanePoint(9.35 + random.unit() * 0.4, 46.95 + random.unit() * 0.4)
            if areas.values.count(where: { contains(spot, in: $0) }) > 1 { shared += 1 }
        }
        #expect(shared == 0)
        let own = points.count { contains(PlanePoint($0.0.longitude, $0.0.latitude), in: areas[$0.1] ?? []) }
        #expect(own >= 148)
    }

    @Test(arguments: 1...6)
    func `areas of mixed territories do not overlap either, and islands are drawn`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let points = (0..<220).map { _ in
            let place = point(47 + random.unit() * 0.3, 9.4 + random.unit() * 0.3)
            // Two halves, and every eighth customer with the other one's rep.
            let half = place.longitude > 9.55 ? 1 : 0
            return (place, random.integer(in: 0..<8) == 0 ? 1 - half : half)
        }
        let areas = territoryAreas(points: points).mapValues(plane)
        var shared = 0
        for _ in 0..<6000 {
            let spot = PlanePoint(9.35 + random.unit() * 0.4, 46.95 + random.unit() * 0.4)
            if areas.values.count(where: { contains(spot, in: $0) }) > 1 { shared += 1 }
        }
        #expect(shared == 0)
        let own = points.count { contains(PlanePoint($0.0.longitude, $0.0.latitude), in: areas[$0.1] ?? []) }
        #expect(own >= 212)
        #expect((areas[0]?.count ?? 0) > 3)
    }

    @Test func `neighbours have the corners of their common edge in common`() throws {
        let points = grid(rows: 5, columns: 8, step: 0.02).map { (point(47 + $0.east, 9 + $0.north), $0.half) }
        let areas = territoryAreas(points: points)
        let first = Set(try #require(areas[1]).joined())
        let second = Set(try #require(areas[2]).joined())
        #expect(first.intersection(second).count >= 2)
    }

    @Test func `territories across the date line are as those elsewhere`() {
        let offsets = grid(rows: 6, columns: 5, step: 0.3)
        let here = territoryAreas(points: offsets.map { (point(-17 + $0.north, 20 + $0.east), $0.half) })
        let there = territoryAreas(
            points: offsets.map { offset in
                let longitude = 179.2 + offset.east
                return (point(-17 + offset.north, longitude > 180 ? longitude - 360 : longitude), offset.half)
            })
        #expect(here.keys.sorted() == there.keys.sorted())
        #expect(here.mapValues { $0.map { $0.count } } == there.mapValues { $0.map { $0.count } })
        for ring in there.values.joined() {
            #expect(ring.allSatisfy { abs($0.longitude) > 178 })
        }
    }

    @Test func `the order of the points does not matter`() {
        var random = SeededRandom(seed: 9)
        let points = (0..<60).map { index in (point(47 + random.unit(), 9 + random.unit()), index % 3) }
        #expect(territoryAreas(points: points) == territoryAreas(points: points.reversed()))
    }

    @Test func `one point, points in one place and collinear points have areas around them`() {
        let one = territoryAreas(points: [(point(47, 9), 4)])
        #expect(one.keys.sorted() == [4])
        #expect(contains(PlanePoint(9, 47), in: plane(one[4] ?? [])))
        let same = territoryAreas(points: (0..<20).map { _ in (point(47, 9), 1) })
        #expect(same == territoryAreas(points: [(point(47, 9), 1)]).mapValues { $0 })
        let line = territoryAreas(points: (0..<10).map { (point(47, 9 + Double($0) * 0.01), $0 / 5) })
        #expect(line.keys.sorted() == [0, 1])
        #expect(territoryAreas(points: []).isEmpty)
        #expect(territoryAreas(points: [(point(0, 0), 1)]).isEmpty)
    }
}
