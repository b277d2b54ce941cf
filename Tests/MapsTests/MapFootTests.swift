import Geo
import Quantities
import Testing

@testable import Maps

@Suite struct MapFootTests {
    private func drawing(_ attribution: String) throws -> MapDrawing {
        let points = try [(47.1, 9.5), (47.2, 9.6)].map {
            try #require(GeoPoint(latitude: $0.0, longitude: $0.1))
        }
        return MapDrawing(
            id: "m", title: "t", summary: "s", width: 360, height: 220,
            pins: points.map { MapPin(point: $0, label: "p", symbol: .home) }, attribution: attribution,
            padding: 36, figures: .british)
    }

    private func lowest(_ map: MapDrawing) throws -> Double {
        let frame = MapFrame(
            bounds: map.bounds, width: map.width, height: map.height, padding: map.padding,
            foot: MapCredit(map).foot(padding: map.padding), leastSpan: 500)
        return try #require(map.pins.map { frame.place($0.point).y }.max())
    }

    @Test func `no mark lies under a credit of several lines`() throws {
        let long = "© OpenStreetMap contributors · Natural Earth · GeoNames (CC BY 4.0)"
        let map = try drawing(long)
        let box = try #require(MapCredit(map).box)
        #expect(box.maxY - box.minY > 30)
        #expect(try lowest(map) <= box.minY - 10)
    }

    @Test func `a credit of one line changes nothing`() throws {
        let map = try drawing("© OpenStreetMap contributors")
        #expect(MapCredit(map).foot(padding: map.padding) == 0)
    }

    @Test func `what the frame places it finds again`() throws {
        let point = try #require(GeoPoint(latitude: 47.15, longitude: 9.52))
        let map = try drawing("")
        let frame = MapFrame(bounds: map.bounds, width: 360, height: 220, padding: 36, foot: 20, leastSpan: 500)
        let found = try #require(frame.point(at: frame.place(point)))
        #expect(found.distance(to: point) < 1)
    }
}
