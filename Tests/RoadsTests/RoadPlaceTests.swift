import Geo
import Roads
import Testing

struct RoadPlaceTests {
    @Test func `points within half a metre are one place`() throws {
        let one = RoadPlace(try #require(GeoPoint(latitude: 47.141_001, longitude: 9.520_899)))
        let other = RoadPlace(try #require(GeoPoint(latitude: 47.140_999, longitude: 9.520_901)))
        #expect(one == other)
        #expect(one.latitude == 4_714_100 && one.longitude == 952_090)
        #expect(one.point.latitude == 47.141 && one.point.longitude == 9.5209)
    }

    @Test func `places sort from south to north and then from west to east`() throws {
        let places = [(2, 1), (1, 2), (1, 1)].compactMap { RoadPlace(latitude: $0.0, longitude: $0.1) }
        #expect(places.sorted().map { [$0.latitude, $0.longitude] } == [[1, 1], [1, 2], [2, 1]])
        #expect(RoadPlace(latitude: 9_000_001, longitude: 0) == nil)
    }
}
