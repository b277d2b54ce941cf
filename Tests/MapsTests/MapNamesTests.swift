import Geo
import Quantities
import Testing

@testable import Maps

/// What a reader has to be told on the smallest map.
@Suite struct MapNamesTests {
    func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    /// A long valley with four territories, nearly all of it in one.
    func valley() -> MapDrawing {
        var random = SeededRandom(seed: 12)
        let pins = (0..<260).map { index -> MapPin in
            let (north, east) = (random.unit() * 0.24, random.unit() * 0.07)
            let rep = north < 0.04 ? 1 : north > 0.2 ? 3 : east > 0.055 && north < 0.09 ? 2 : 0
            let symbol: PinSymbol = index % 5 < 2 ? .overdue : .onCadence
            return MapPin(
                point: point(47.04 + north, 9.48 + east), label: "\(index)", symbol: symbol, size: 1 + index % 2,
                ink: .category(rep))
        }
        let outlines = territoryAreas(
            points: pins.map { pin in
                guard case .category(let rep) = pin.ink else { return (pin.point, 0) }
                return (pin.point, rep)
            })
        var map = MapDrawing(id: "m", title: "t", summary: "", width: 760, height: 680, pins: pins)
        map.areas = outlines.keys.sorted().map {
            MapArea(
                rings: outlines[$0] ?? [], name: "Name \($0)", ink: .category($0),
                note: "\($0 == 0 ? "drives most" : "drives"): 6 h 19 a week, more or less", isEmphasised: $0 == 0)
        }
        return map
    }

    @Test func `a phone's map names every territory, and first the one that matters most`() throws {
        let svg = renderMap(valley().narrowed())
        let names = svg.matches(of: /class="area-name cat-([0-9])( most)?"[^>]*>Name [0-9](<tspan[^>]*>([^<]*))?/)
        #expect(Set(names.map { String($0.1) }) == ["1", "2", "3", "4"])
        let first = try #require(names.first)
        #expect(first.1 == "1" && first.2 != nil)
        #expect(first.4?.hasPrefix("drives most") == true)
    }

    @Test func `a note too long for the room is cut at its colon, then left out`() {
        func placed(width: Double) -> MapLabel? {
            let side = [(0.0, 0.0), (width, 0), (width, 40), (0, 40)].map { PlanePoint($0.0, $0.1) }
            let frame = PlaneBox(minX: 0, minY: 0, maxX: width, maxY: 40)
            let room = AreaNameRoom(
                grid: AreaGrid([[side]], width: width, height: 40), frame: frame, pins: [])
            var labels = LabelLayout(frame: frame, obstacles: [])
            let label = MapLabel(
                text: "Ana", note: "drives most: 6 h 19 a week", cssClass: "", size: 14, isBold: true,
                anchor: frame.centre, clearance: 8, positions: [.middle])
            return room.place(label, of: 0, in: &labels) ? labels.labels.first?.label : nil
        }
        #expect(placed(width: 300)?.note == "drives most: 6 h 19 a week")
        #expect(placed(width: 100)?.note == "drives most")
        #expect(placed(width: 40).map { $0.note == nil } == true)
        #expect(placed(width: 12) == nil)
    }

    @Test func `of places of one rank the one with the customers is named, and no hamlet in its stead`() {
        let places = [("Aaberg", 47.05), ("Zettau", 47.051)].map { name, latitude in
            GeoFeature(name: name, kind: "village", shape: .points([point(latitude, 9.1)]))
        }
        let pins = [(47.06, 9.1), (47.061, 9.11), (47.0, 9.0), (47.1, 9.2)].map {
            MapPin(point: point($0.0, $0.1), label: "", symbol: .onCadence)
        }
        var map = MapDrawing(
            id: "m", title: "t", summary: "", width: 300, height: 200,
            basemap: [BasemapLayer(role: .place, features: places)], pins: pins)
        let frame = MapFrame(bounds: map.bounds, width: 300, height: 200)
        func names(keeping boxes: [PlaneBox]) -> [String] {
            var labels = LabelLayout(frame: frame.box, obstacles: boxes)
            placeNames(map, frame: frame, in: &labels)
            return labels.labels.map(\.label.text)
        }
        #expect(names(keeping: []).first == "Zettau")
        map.pins.removeFirst(2)
        map.pins += (0..<3).map { MapPin(point: point(47.03, 9.1 + Double($0) / 1000), label: "", symbol: .onCadence) }
        #expect(names(keeping: []).first == "Aaberg")
        // Room for the hamlet's shorter name only: neither is named.
        #expect(names(keeping: [frame.box]).isEmpty)
    }

    @Test func `the legend says what the two marks of a cluster mean, and no more than the map has`() {
        var map = valley().narrowed()
        #expect(renderMap(map).contains("Several; red: overdue"))
        for index in map.pins.indices where map.pins[index].symbol == .overdue { map.pins[index].symbol = .due }
        let calm = renderMap(map)
        #expect(calm.contains(">Several customers<") && !calm.contains("red: overdue"))
    }

    @Test func `a box in a map keeps its marks whole and says that it magnifies`() throws {
        var random = SeededRandom(seed: 8)
        let pins = (0..<200).map { index -> MapPin in
            let spread = index < 150 ? 0.03 : 0.6
            return MapPin(
                point: point(47 + random.unit() * spread, 9 + random.unit() * spread), label: "\(index)",
                symbol: index % 3 == 0 ? .overdue : .onCadence, size: 3)
        }
        let map = MapDrawing(id: "m", title: "t", summary: "", width: 760, height: 500, pins: pins)
        let frame = MapFrame(bounds: map.bounds, width: 760, height: 500)
        let layout = PinLayout(map.pins, in: frame)
        let inset = try #require(chosenInsets(for: map, layout: layout, frame: frame, kept: []).first)
        let inside = try #require(inset.drawing(of: map, frame: frame, id: "i"))
        let whole = PlaneBox(minX: 0, minY: Inset.heading, maxX: inset.box.width, maxY: inset.box.height)
        let marks = inset.layout(
            of: inside,
            in: MapFrame(
                bounds: inside.bounds, width: inset.box.width, height: inset.box.height, padding: 0, leastSpan: 1))
        #expect(marks.pins.count + marks.clusters.reduce(0) { $0 + $1.count } + marks.outside == inset.orders.count)
        #expect(!marks.obstacles.isEmpty && marks.obstacles.allSatisfy(whole.contains))
        let svg = renderMap(map)
        #expect(svg.contains(/>[0-9]+.customers, [0-9]+ overdue<\/text>/))
        #expect(svg.contains("agnified</text>"))
    }
}
