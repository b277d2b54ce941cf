import Geo
import Roads
import Testing

struct RoadPlaceTests {
    @Test func `points within a tenth of a metre are one place`() throws {
        let one = RoadPlace(try #require(GeoPoint(latitude: 47.141_000_1, longitude: 9.520_899_9)))
        let other = RoadPlace(try #require(GeoPoint(latitude: 47.140_999_9, longitude: 9.520_900_1)))
        #expect(one == other)
        #expect(one.latitude == 47_141_000 && one.longitude == 9_520_900)
        #expect(one.point.latitude == 47.141 && one.point.longitude == 9.5209)
    }

    @Test func `places sort from south to north and then from west to east`() throws {
        let places = [(2, 1), (1, 2), (1, 1)].compactMap { RoadPlace(latitude: $0.0, longitude: $0.1) }
        #expect(places.sorted().map { [$0.latitude, $0.longitude] } == [[1, 1], [1, 2], [2, 1]])
        #expect(RoadPlace(latitude: 90_000_001, longitude: 0) == nil)
    }
}
