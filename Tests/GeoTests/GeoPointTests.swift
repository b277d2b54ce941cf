import Testing

@testable import Geo

@Suite struct GeoPointTests {
    @Test func `one degree of latitude is 111.2 km and the antipode is half the earth away`() {
        let origin = GeoPoint(latitude: 0, longitude: 0)!
        #expect(abs(origin.distance(to: GeoPoint(latitude: 1, longitude: 0)!) - 111_195) < 1)
        #expect(abs(origin.distance(to: GeoPoint(latitude: 0, longitude: 180)!) - 20_015_115) < 10)
    }

    @Test(arguments: [(97.5, 9.5), (0, 181), (.nan, 0)] as [(Double, Double)])
    func `an impossible coordinate is no point`(latitude: Double, longitude: Double) {
        #expect(GeoPoint(latitude: latitude, longitude: longitude) == nil)
    }

    @Test func `bounds hold every point`() {
        let points = [(47.1, 9.5), (47.3, 9.4), (47.0, 9.6)].map { GeoPoint(latitude: $0.0, longitude: $0.1)! }
        let bounds = GeoBounds(points)!
        #expect((bounds.south, bounds.west, bounds.north, bounds.east) == (47.0, 9.4, 47.3, 9.6))
        #expect(points.allSatisfy(bounds.contains))
        #expect(GeoBounds([]) == nil)
    }
}
