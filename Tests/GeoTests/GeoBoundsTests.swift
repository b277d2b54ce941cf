import Quantities
import Testing

@testable import Geo

@Suite struct GeoBoundsTests {
    func bounds(_ west: Double, _ east: Double) -> GeoBounds {
        GeoBounds(south: -10, west: west, north: 10, east: east)!
    }

    func points(_ longitudes: [Double]) -> [GeoPoint] {
        longitudes.map { GeoPoint(latitude: 0, longitude: $0)! }
    }

    @Test(
        arguments: [
            ([177, -179, 178.5], 177, -179, 4), ([-74, 0, 151, -158], 151, 0, 209),
            ([10, 170, -170, -60], 170, 10, 200),
            ([9, 10], 9, 10, 1), ([-100, 90], 90, -100, 170), ([180, -180], 180, -180, 0),
        ] as [([Double], Double, Double, Double)])
    func `the box is the smallest, across the date line too`(
        longitudes: [Double], west: Double, east: Double, width: Double
    ) throws {
        let bounds = try #require(GeoBounds(points(longitudes)))
        #expect((bounds.west, bounds.east) == (west, east))
        #expect(abs(bounds.width - width) < 1e-9)
        for point in points(longitudes) { #expect(bounds.contains(point)) }
    }

    @Test func `what reaches around the earth is not cut at an odd place`() throws {
        let bounds = try #require(GeoBounds(points(stride(from: -180.0, through: 179, by: 1).map { $0 })))
        #expect((bounds.west, bounds.east) == (-180, 179))
    }

    @Test func `boxes across the date line meet and join like others`() {
        let fiji = bounds(177, -178)
        #expect(fiji.contains(points([179])[0]) && fiji.contains(points([-179])[0]))
        #expect(!fiji.contains(points([0])[0]))
        #expect(fiji.meets(bounds(-179, -170)) && fiji.meets(bounds(170, 178)) && !fiji.meets(bounds(-170, 170)))
        #expect(bounds(-170, 170).union(fiji).width == 352)
        let joined = fiji.union(bounds(-176, -175))
        #expect((joined.west, joined.east) == (177, -175))
        #expect(fiji.union(bounds(178, 179)) == fiji)
        #expect(wrappedDegrees(fiji.meridian - 179.5) == 0)
    }

    @Test func `a union holds what either holds and never depends on the order`() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<300 {
            let edges = (0..<4).map { _ in Double.random(in: -180...180, using: &random).rounded() }
            let (first, second) = (bounds(edges[0], edges[1]), bounds(edges[2], edges[3]))
            let both = first.union(second)
            #expect(abs(both.width - second.union(first).width) < 1e-9)
            for longitude in stride(from: -180.0, through: 180, by: 3) {
                let point = points([longitude])[0]
                if first.contains(point) || second.contains(point) { #expect(both.contains(point)) }
            }
        }
    }

    @Test func `a box off the earth is none`() {
        #expect(GeoBounds(south: 10, west: 0, north: 5, east: 1) == nil)
        #expect(GeoBounds(south: 10, west: 0, north: 95, east: 1) == nil)
        #expect(GeoBounds(south: 10, west: .nan, north: 15, east: 1) == nil)
    }
}
