import Geo
import Quantities
import Testing

@testable import Maps

/// Bytes do not depend on the machine, so the promised sizes can be tested.
@Suite struct MapSizeTests {
    /// A country with more streets, woods and villages than any map may show.
    static let country: [BasemapLayer] = {
        var random = SeededRandom(seed: 11)
        func place(_ north: Double, _ east: Double) -> GeoPoint {
            GeoPoint(latitude: 47 + north, longitude: 9 + east)!
        }
        func wavy(_ points: Int, _ start: (Double, Double), _ step: (Double, Double)) -> [GeoPoint] {
            (0..<points).map { index in
                let (north, east) = (start.0 + step.0 * Double(index), start.1 + step.1 * Double(index))
                return place(north + random.unit() * 0.004, east + random.unit() * 0.004)
            }
        }
        let roads = (0..<300).map { index -> GeoFeature in
            let kind = ["residential", "secondary", "primary"][index % 3]
            let start = (random.unit() * 0.5, random.unit() * 0.5)
            return GeoFeature(kind: kind, shape: .lines([wavy(40, start, (0.003, random.unit() * 0.004))]))
        }
        let woods = (0..<200).map { _ -> GeoFeature in
            let (north, east) = (random.unit() * 0.5, random.unit() * 0.6)
            let ring = (0..<24).map { corner -> GeoPoint in
                let side = Double(corner) / 6
                let size = 0.01 + random.unit() * 0.01
                let steps = [(side, 0.0), (1, side - 1), (3 - side, 1), (0, 4 - side)][corner / 6]
                return place(north + steps.0 * size, east + steps.1 * size)
            }
            return GeoFeature(kind: "forest", shape: .polygons([[ring]]))
        }
        let places = (0..<80).map { index in
            GeoFeature(
                name: "Village \(index)", kind: index < 5 ? "town" : "village",
                shape: .points([place(random.unit() * 0.5, random.unit() * 0.6)]))
        }
        return [
            BasemapLayer(role: .landuse, features: woods), BasemapLayer(role: .road, features: roads),
            BasemapLayer(role: .place, features: places),
        ]
    }()

    func customers(_ count: Int, reps: Int, linked: Bool = true) -> [MapPin] {
        var random = SeededRandom(seed: 7)
        let words = ["Bäckerei", "Hotel", "Garage", "Café", "Apotheke", "Metzgerei", "Restaurant", "Praxis"]
        return (0..<count).map { index -> MapPin in
            // Half of them in three towns.
            let isTown = index % 2 == 0
            let spread = isTown ? 0.03 : 0.5
            let town = isTown ? Double(index % 3) * 0.15 + 0.05 : 0
            let place = GeoPoint(
                latitude: 47 + town + random.unit() * spread, longitude: 9 + town + random.unit() * spread * 1.3)!
            let symbol: PinSymbol = index % 9 == 0 ? .overdue : index % 4 == 0 ? .due : .onCadence
            let name = "\(words[index % 8]) \(words[(index / 8) % 8])hof \(index)"
            return MapPin(
                point: place, label: "\(name) · \(symbol.name)", href: "customers/kunde-\(index)-hof/index.html",
                symbol: symbol, size: 1 + index % 3, ink: .category(territory(of: place, random.unit(), reps)),
                card: MapCard(
                    lines: ["Rep \(index % reps)", "last visit \(index % 90) days ago"],
                    values: [Double(index % 50) * 0.7, Double(index % 13) * 4_500]))
        }
    }

    /// By bands from south to north, and one in thirty with another rep.
    private func territory(of place: GeoPoint, _ chance: Double, _ reps: Int) -> Int {
        let band = min(reps - 1, max(0, Int((place.latitude - 47) / 0.5 * Double(reps))))
        return chance < 0.033 ? (band + 2) % reps : band
    }

    func drawing(_ pins: [MapPin], reps: Int) -> MapDrawing {
        let outlines = territoryAreas(
            points: pins.map { pin in
                guard case .category(let index) = pin.ink else { return (pin.point, 0) }
                return (pin.point, index)
            })
        let areas = outlines.keys.sorted().map {
            MapArea(
                rings: outlines[$0] ?? [], name: "Rep number \($0)", ink: .category($0), href: "reps/\($0)/index.html",
                note: "\($0 * 31) h driving")
        }
        return MapDrawing(
            id: "m", title: "Where the overdue customers are", summary: "The table below names them.", height: 520,
            basemap: MapSizeTests.country, areas: areas, pins: pins,
            categories: (0..<reps).map { MapCategory(ink: .category($0), name: "Rep number \($0)", note: "412 h") },
            attribution: "© OpenStreetMap contributors", linkedPins: 120,
            measures: [MapMeasure(name: "a year", unit: "h"), MapMeasure(name: "open pipeline", unit: "€")])
    }

    @Test func `a team map of 600 customers is below 120 kB with both sizes and its data`() {
        let map = renderMapPair(drawing(customers(600, reps: 8), reps: 8))
        #expect(map.utf8.count < 120_000)
        #expect(map.contains("class=\"cluster"))
    }

    @Test func `a rep's map is below 40 kB`() {
        let pins = customers(70, reps: 1)
        var map = drawing(pins, reps: 1)
        map.routes = [MapRoute(points: pins.prefix(9).map(\.point), ink: .category(0))]
        #expect(renderMapPair(map).utf8.count < 40_000)
    }

    @Test func `50,000 customers are below 300 kB, as hexagons whose counts add up`() {
        var map = drawing(customers(50_000, reps: 8), reps: 8)
        map.areas = []
        let text = renderMapPair(map)
        #expect(text.utf8.count < 300_000)
        let frame = MapFrame(bounds: map.bounds, width: map.width, height: map.height)
        let hexagons = HexagonLayout(map, in: frame, radius: 9)
        #expect(hexagons.cells.reduce(0) { $0 + $1.count } == 50_000)
        #expect(hexagons.cells.reduce(0) { $0 + $1.overdue } == map.pins.count { $0.symbol == .overdue })
        #expect(hexagons.lowerEnds.count == 5 && hexagons.lowerEnds[0] == 1)
        #expect(text.contains("class=\"hex q5\"") && !text.contains("data-pins"))
    }

    @Test func `five strip maps leave a rep's page below 100 kB`() {
        let pins = customers(9, reps: 1)
        let stops = pins.enumerated().map { index, pin in
            StripStop(number: index + 1, point: pin.point, name: pin.label, href: "#mon-\(index + 1)")
        }
        let strip = StripMap(
            id: "mon", title: "Monday", summary: "9 stops", home: pins[0].point, stops: stops,
            basemap: MapSizeTests.country, attribution: "© OpenStreetMap contributors")
        #expect(renderStripMap(strip).utf8.count < 11_000)
    }
}
