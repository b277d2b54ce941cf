import Geo
import Testing

@testable import Maps

/// What stands in a map's corners.
@Suite struct MapFurnitureTests {
    func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    func frame(_ corners: [GeoPoint]) throws -> MapFrame {
        MapFrame(bounds: try #require(GeoBounds(corners)), width: 760, height: 500)
    }

    @Test func `north has an arrow only where it is not up`() throws {
        #expect(NorthArrow(try frame([point(47, 9), point(47.3, 9.5)])) == nil)
        #expect(NorthArrow(try frame([point(46, 6), point(48, 10)])) == nil)
        // The middle of a window that begins west of its projection's meridian.
        let polar = try frame([point(70, -170), point(85, -20), point(72, 120)])
        if let arrow = NorthArrow(polar) { #expect(abs(arrow.angle) > 4) }
    }

    @Test func `a long credit takes as many lines as it needs and keeps off the scale bar`() throws {
        var map = MapDrawing(
            id: "m", title: "t", summary: "", width: 328, height: 240,
            attribution: "© Street keepers · Coast keepers · Names (CC BY 4.0)")
        let credit = MapCredit(map)
        let box = try #require(credit.box)
        #expect(box.minX >= 0 && box.height > 30)
        #expect(credit.lastWidth <= 328 - 110)
        #expect(renderMap(map).matches(of: /class="small credit"/).count == 2)
        map.width = 760
        #expect(renderMap(map).matches(of: /class="small credit"/).count == 1)
        map.attribution = ""
        #expect(MapCredit(map).box == nil)
    }

    @Test func `a legend covers neither pin nor route, and goes below where no corner is free`() throws {
        let corners = [(47.0, 9.0), (47.0, 9.9), (47.5, 9.0), (47.5, 9.9)]
        var pins = corners.map { MapPin(point: point($0.0, $0.1), label: "x", symbol: .overdue) }
        var map = MapDrawing(id: "m", title: "t", summary: "", pins: pins, padding: 40)
        #expect(renderMap(map).contains("legend below"))
        pins.remove(at: 2)
        map.pins = pins
        #expect(renderMap(map).contains("legend corner"))
    }

    @Test func `territories are hatched for paper, each of eight in its own way`() {
        let areas = (0..<9).map { index -> MapArea in
            let (south, west) = (47 + Double(index / 3) * 0.1, 9 + Double(index % 3) * 0.1)
            let ring = [
                point(south, west), point(south, west + 0.1), point(south + 0.1, west + 0.1), point(south + 0.1, west),
            ]
            return MapArea(rings: [ring], name: "Territory \(index)", ink: .category(index))
        }
        let svg = renderMap(MapDrawing(id: "m", title: "t", summary: "", areas: areas))
        let patterns = svg.matches(of: /<pattern id="(m-p[0-9])"[^>]*><path d="([^"]*)"/)
        #expect(patterns.count == 8)
        #expect(Set(patterns.map { String($0.2) }).count == 8)
        #expect(svg.matches(of: /class="hatch"/).count == 9)
        #expect(svg.contains("area cat-1 again"))
    }

    @Test func `territories end at the land, unless many customers are beyond it`() {
        let shore = [point(47, 9), point(47, 9.4), point(47.3, 9.4), point(47.3, 9)]
        let land = BasemapLayer(role: .boundary, features: [GeoFeature(kind: "2", shape: .polygons([[shore]]))])
        var pins = (0..<30).map { index in
            MapPin(
                point: point(47.02 + Double(index % 6) * 0.05, 9.02 + Double(index / 6) * 0.08), label: "",
                symbol: .onCadence)
        }
        let outline = [point(46.95, 8.95), point(46.95, 9.45), point(47.35, 9.45), point(47.35, 8.95)]
        var map = MapDrawing(
            id: "m", title: "t", summary: "", basemap: [land],
            areas: [MapArea(rings: [outline], name: "All", ink: .category(0))], pins: pins)
        #expect(renderMap(map).contains("<g class=\"areas\" clip-path=\"url(#m-l-c)\">"))
        pins += (0..<10).map { MapPin(point: point(47.1, 9.5 + Double($0) / 100), label: "", symbol: .onCadence) }
        map.pins = pins
        #expect(!renderMap(map).contains("m-l-c"))
    }

    @Test func `a pair keeps what matters and drops links before it grows too large`() {
        let pins = (0..<110).map { index -> MapPin in
            let place = point(47 + Double(index % 10) / 30, 9 + Double(index / 10) / 25)
            return MapPin(
                point: place, label: "A customer with rather a long name, number \(index) · Due",
                href: "customers/a-customer-with-rather-a-long-name-number-\(index)/index.html", symbol: .due)
        }
        let pair = renderMapPair(MapDrawing(id: "m", title: "t", summary: "", pins: pins))
        #expect(pair.utf8.count < 40_000)
        #expect(pair.matches(of: /<a href="customers/).count < 110)
        #expect(pair.contains("number 109"))
    }
}
