import Quantities
import Testing

@testable import Geo

@Suite struct TerritoryAreasTests {
    func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
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
        #expect(own >= 145)
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
