import Geo
import Quantities
import SVG

@testable import Maps

/// Invented places: nothing here is on any real map.
enum GoldenMaps {
    static let all = [town, region, continent, dateLine, one, none]

    /// A day's route through a town, with streets, a lake and two territories.
    static let town: GoldenMap = {
        let pins = scattered(36, seed: 1, south: 47.1, west: 9.4, height: 0.03, width: 0.05, reps: 2)
        let stops = pins.prefix(4).enumerated().map { index, pin in
            MapPin(
                point: pin.point, label: "\(index + 1) \(pin.label)", href: "#stop-\(index + 1)",
                symbol: .stop(index + 1), size: index == 0 ? 1 : 2, ink: .category(2))
        }
        let home = point(47.112, 9.42)
        return GoldenMap(
            name: "town",
            drawing: drawing(
                "town",
                pins: Array(pins.dropFirst(4)) + stops
                    + [MapPin(point: home, label: "Home", symbol: .home, size: 2)],
                basemap: streets,
                routes: [MapRoute(points: [home] + stops.map(\.point) + [home], ink: .category(2), label: "Monday")],
                categories: [MapCategory(ink: .category(2), name: "Monday", note: "4 stops")]))
    }()

    /// Three territories in a country of two degrees; most customers in one town.
    static let region: GoldenMap = {
        let pins =
            scattered(50, seed: 2, south: 46.2, west: 8, height: 1.4, width: 2, reps: 3)
            + scattered(40, seed: 3, south: 46.8, west: 8.9, height: 0.03, width: 0.04, reps: 3)
        let outlines = territoryAreas(points: pins.map { ($0.point, index(of: $0.ink)) })
        var map = drawing("region", pins: pins, basemap: country)
        (map.width, map.height) = (760, 440)
        map.areas = outlines.keys.sorted().map {
            MapArea(
                rings: outlines[$0] ?? [], name: "Territory \($0 + 1)", ink: .category($0),
                href: "reps/\($0 + 1)/index.html", note: "\(100 + 90 * $0) h driving", isEmphasised: $0 == 2)
        }
        return GoldenMap(name: "region", drawing: map)
    }()

    static let continent = GoldenMap(
        name: "continent",
        drawing: drawing(
            "continent",
            pins: scattered(24, seed: 4, south: 38, west: -8, height: 22, width: 34, reps: 4), basemap: []))

    static let dateLine: GoldenMap = {
        var pins = scattered(20, seed: 5, south: -19, west: 176.5, height: 3, width: 3.4, reps: 2)
        pins += scattered(12, seed: 6, south: -18, west: -179.9, height: 2, width: 3, reps: 2)
        let outlines = territoryAreas(points: pins.map { ($0.point, index(of: $0.ink)) })
        var map = drawing("date-line", pins: pins, basemap: [])
        map.areas = outlines.keys.sorted().map {
            MapArea(rings: outlines[$0] ?? [], name: "Territory \($0 + 1)", ink: .category($0))
        }
        return GoldenMap(name: "date-line", drawing: map)
    }()

    static let one = GoldenMap(
        name: "one",
        drawing: drawing(
            "one",
            pins: [
                MapPin(
                    point: point(47.12, 9.43), label: "Hill Farm · Due", caption: "Hill Farm",
                    href: "customers/hill-farm/index.html", symbol: .due, size: 3, ink: .accent)
            ], basemap: streets))

    static let none = GoldenMap(name: "none", drawing: drawing("none", pins: [], basemap: []))

    private static func drawing(
        _ id: String, pins: [MapPin], basemap: [BasemapLayer], routes: [MapRoute] = [],
        categories: [MapCategory] = []
    ) -> MapDrawing {
        let used = Set(pins.filter { $0.symbol.isCustomer }.map(\.ink))
        let reps = (0..<8).filter { used.contains(.category($0)) }.map {
            MapCategory(ink: .category($0), name: "Rep \($0 + 1)")
        }
        return MapDrawing(
            id: id, title: "A map of \(id)", summary: "The list beside it says the same.", width: 640, height: 420,
            basemap: basemap, routes: routes, pins: pins, categories: reps + categories,
            attribution: basemap.isEmpty ? "" : "Invented ground", linkedPins: 3)
    }

    private static func scattered(
        _ count: Int, seed: UInt64, south: Double, west: Double, height: Double, width: Double, reps: Int
    ) -> [MapPin] {
        var random = SeededRandom(seed: seed)
        let symbols: [PinSymbol] = [.onCadence, .onCadence, .due, .onCadence, .overdue, .prospect]
        return (0..<count).map { index -> MapPin in
            let (north, east) = (random.unit(), random.unit())
            let symbol = symbols[index % symbols.count]
            return MapPin(
                point: point(south + north * height, west + east * width), label: "Customer \(index) · \(symbol.name)",
                href: "customers/customer-\(index)/index.html", symbol: symbol, size: 1 + index % 3,
                ink: .category(min(reps - 1, Int(east * Double(reps)))))
        }
    }

    private static func index(of ink: MapInk) -> Int {
        if case .category(let index) = ink { return index }
        return 0
    }

    private static func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    private static let streets: [BasemapLayer] = {
        let lines = (0..<8).map { index -> GeoFeature in
            let shift = Double(index) * 0.004
            let (from, to) =
                index % 2 == 0
                ? (point(47.1 + shift, 9.39), point(47.104 + shift, 9.46))
                : (point(47.095, 9.4 + 2 * shift), point(47.135, 9.405 + 2 * shift))
            return GeoFeature(kind: ["primary", "residential", "secondary"][index % 3], shape: .lines([[from, to]]))
        }
        let lake = [point(47.118, 9.425), point(47.121, 9.428), point(47.12, 9.434), point(47.116, 9.431)]
        return [
            BasemapLayer(role: .water, features: [GeoFeature(shape: .polygons([[lake]]))]),
            BasemapLayer(role: .road, features: lines),
            BasemapLayer(
                role: .place,
                features: [
                    GeoFeature(name: "Upper Town", kind: "town", shape: .points([point(47.124, 9.415)])),
                    GeoFeature(name: "Mill", kind: "village", shape: .points([point(47.105, 9.44)])),
                ]),
        ]
    }()

    private static let country: [BasemapLayer] = {
        let border = [
            point(46.1, 7.8), point(46.05, 9), point(46.2, 10.2), point(47, 10.3), point(47.75, 10.1), point(47.8, 8.8),
            point(47.6, 7.9), point(46.9, 7.7),
        ]
        let river = [point(46.1, 8.2), point(46.6, 8.7), point(46.8, 9.1), point(47.3, 9.3), point(47.8, 9.2)]
        return [
            BasemapLayer(role: .boundary, features: [GeoFeature(kind: "2", shape: .polygons([[border]]))]),
            BasemapLayer(role: .river, features: [GeoFeature(kind: "river", shape: .lines([river]))]),
            BasemapLayer(
                role: .place,
                features: [
                    GeoFeature(name: "Capital", kind: "city", shape: .points([point(46.815, 8.92)])),
                    GeoFeature(name: "Northport", kind: "town", shape: .points([point(47.5, 8.4)])),
                    GeoFeature(name: "Southfield", kind: "village", shape: .points([point(46.4, 9.6)])),
                ]),
        ]
    }()
}
