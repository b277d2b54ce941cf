import Geo
import Quantities
import Testing

@testable import Maps

@Suite struct RenderMapTests {
    func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    func map(_ pins: [MapPin]) -> MapDrawing {
        MapDrawing(id: "m", title: "Finding", summary: "What is shown", width: 400, height: 300, pins: pins)
    }

    @Test func `a pin is a link with a tooltip, and the legend counts it`() {
        let svg = renderMap(
            map([
                MapPin(point: point(47, 9), label: "Ana & Co", href: "a.html", symbol: .overdue, ink: .category(2)),
                MapPin(point: point(47.1, 9.1), label: "", symbol: .onCadence),
            ]))
        #expect(
            svg.contains(
                "<a href=\"a.html\" class=\"pin cat-3 s-overdue\" data-pin=\"0\"><title>Ana &amp; Co</title><path d=\"M"
            ))
        #expect(svg.contains(">Overdue <tspan class=\"count\">1</tspan></text>"))
        #expect(svg.contains(">On cadence <tspan class=\"count\">1</tspan></text>"))
        #expect(!svg.contains("Prospect"))
        #expect(svg.contains("role=\"group\""))
        #expect(!svg.contains("style"))
    }

    @Test func `a map without anything is an empty ground and still a valid drawing`() {
        let svg = renderMap(map([]))
        #expect(svg.hasPrefix("<svg class=\"drawing map\" id=\"m\" width=\"400\" height=\"300\""))
        #expect(svg.contains("role=\"img\""))
        #expect(!svg.contains("NaN") && !svg.contains("inf"))
    }

    @Test func `pins at one place are moved apart and stay near it`() throws {
        let pins = (0..<6).map { _ in MapPin(point: point(47, 9), label: "x", symbol: .onCadence) }
        let frame = MapFrame(bounds: try #require(GeoBounds([point(47, 9)])), width: 400, height: 300)
        let layout = PinLayout(pins, in: frame)
        #expect(layout.pins.count == 6)
        for (index, pin) in layout.pins.enumerated() {
            #expect(pin.place.distance(to: pin.home) <= 12.01)
            for other in layout.pins[(index + 1)...] { #expect(pin.place.distance(to: other.place) > 6) }
        }
    }

    @Test func `crowded pins become clusters whose counts add up`() throws {
        let pins = (0..<1200).map { index -> MapPin in
            let place = point(47 + Double(index % 60) / 100, 9 + Double(index / 60) / 60)
            let symbol: PinSymbol = index % 4 == 0 ? .overdue : .due
            return MapPin(point: place, label: "", symbol: symbol, ink: .category(index % 2))
        }
        let frame = MapFrame(bounds: try #require(GeoBounds(pins.map(\.point))), width: 400, height: 300)
        let layout = PinLayout(pins, in: frame)
        #expect(layout.clusters.reduce(0) { $0 + $1.count } + layout.pins.count == 1200)
        #expect(layout.clusters.count > 5)
        for (index, cluster) in layout.clusters.enumerated() {
            #expect(cluster.count > 1)
            for other in layout.clusters[(index + 1)...] {
                #expect(cluster.place.distance(to: other.place) >= cluster.radius + other.radius)
                // No badge on another's number, nor on another's badge.
                #expect(!cluster.crowds(other))
            }
        }
    }

    @Test func `pins outside the frame are counted and not lost`() throws {
        var drawing = map([
            MapPin(point: point(47, 9), label: "", symbol: .due), MapPin(point: point(-30, 9), label: "", symbol: .due),
        ])
        drawing.extent = .bounds(try #require(GeoBounds([point(46.9, 8.9), point(47.1, 9.1)])))
        #expect(renderMap(drawing).contains(">1 outside this map</text>"))
    }

    @Test func `hostile text is escaped and a hostile id is cleaned`() {
        var drawing = map([
            MapPin(
                point: point(47, 9), label: "</title><script>", caption: "\"><b>\u{0}", href: "\" onclick=\"x",
                symbol: .due)
        ])
        drawing.id = "\"><script>"
        drawing.title = "<script>alert(1)</script>"
        drawing.attribution = "<img>"
        let svg = renderMap(drawing)
        #expect(
            !svg.contains("<script") && !svg.contains("<img") && !svg.contains("<b>") && !svg.contains("\" onclick"))
        #expect(!svg.unicodeScalars.contains("\u{0}"))
    }

    @Test func `the same drawing gives the same bytes`() {
        let pins = (0..<200).map { index -> MapPin in
            let place = point(47 + Double(index * 37 % 101) / 500, 9 + Double(index * 53 % 97) / 300)
            let symbol: PinSymbol = index % 3 == 0 ? .overdue : .onCadence
            return MapPin(point: place, label: "Customer \(index)", symbol: symbol, ink: .category(index % 11))
        }
        #expect(renderMap(map(pins)) == renderMap(map(pins)))
    }

    @Test func `a strip map numbers its stops and marks a straight line as estimated`() {
        let stops = (1...3).map {
            StripStop(number: $0, point: point(47 + Double($0) / 50, 9.1), name: "Stop \($0)", isDone: $0 == 1)
        }
        var strip = StripMap(id: "day", title: "Monday", summary: "3 stops", home: point(47, 9), stops: stops)
        let svg = renderStripMap(strip)
        #expect(svg.contains("class=\"route estimated\""))
        #expect(svg.contains("class=\"dot disc done\""))
        for number in 1...3 { #expect(svg.contains(">\(number)</text>")) }
        strip.routes = [
            MapRoute(points: [point(47, 9), point(47.01, 9.05), point(47.06, 9.1)], ink: .plain, isEstimated: false)
        ]
        #expect(!renderStripMap(strip).contains("estimated"))
        strip = StripMap(id: "day", title: "Monday", summary: "", stops: [])
        #expect(renderStripMap(strip).contains("class=\"ground\""))
    }

    @Test func `a wide map comes with a narrow one whose ids differ`() {
        var drawing = map([MapPin(point: point(47, 9), label: "", symbol: .due)])
        #expect(renderMapPair(drawing).hasPrefix("<div class=\"map-box\">\(renderMap(drawing))<script type"))
        drawing.width = 760
        let pair = renderMapPair(drawing)
        #expect(pair.contains("<div class=\"for-wide\"><svg class=\"drawing map\" id=\"m\" width=\"760\""))
        #expect(pair.contains("<div class=\"for-narrow\"><svg class=\"drawing map\" id=\"m-narrow\" width=\"328\""))
    }

    @Test func `a territory has its name inside and the scale bar is round`() {
        var drawing = map([])
        drawing.areas = [
            MapArea(
                rings: [[point(47, 9), point(47, 9.2), point(47.1, 9.2), point(47.1, 9)]], name: "North",
                ink: .category(0))
        ]
        let svg = renderMap(drawing)
        #expect(svg.contains("class=\"area-name cat-1\""))
        #expect(ScaleBar(metresPerPixel: 27).metres == 2000)
        #expect(ScaleBar(metresPerPixel: 0.3).metres == 20)
        #expect(ScaleBar(metresPerPixel: .infinity).metres > 0)
    }

    @Test func `each territory's name stands on it or just beside it, and not on another's`() throws {
        var random = SeededRandom(seed: 4)
        // Six bands from south to north, so narrow that names hardly fit, with pins all over.
        let pins = (0..<240).map { _ -> MapPin in
            let place = point(47 + random.unit() * 0.3, 9 + random.unit() * 0.4)
            let band = min(5, Int((place.latitude - 47) * 20))
            return MapPin(point: place, label: "", symbol: .onCadence, ink: .category(band))
        }
        let outlines = territoryAreas(
            points: pins.map { pin in
                guard case .category(let band) = pin.ink else { return (pin.point, 0) }
                return (pin.point, band)
            })
        var drawing = map(pins)
        (drawing.width, drawing.height) = (760, 420)
        drawing.areas = outlines.keys.sorted().map {
            MapArea(rings: outlines[$0] ?? [], name: "Territory \($0)", ink: .category($0), note: "100 h driving")
        }
        let frame = MapFrame(bounds: drawing.bounds, width: 760, height: 420)
        let rings = drawing.areas.map { $0.rings.map { $0.map(frame.place) } }
        let svg = renderMap(drawing)
        let names = svg.matches(of: /class="area-name cat-([0-9])" x="([0-9.]+)" y="([0-9.]+)"/)
        #expect(names.count == 6)
        for name in names {
            let (band, x, y) = (Int(name.1)! - 1, Double(name.2)!, Double(name.3)!)
            for (other, rings) in rings.enumerated() where other != band {
                #expect(!contains(PlanePoint(x, y), in: rings), "Territory \(band) on \(other)")
            }
        }
    }

    @Test func `territories share their edges on the drawing too`() throws {
        let left = [point(47, 9), point(47.05, 9.021), point(47.1, 9.02), point(47.1, 8.9), point(47, 8.9)]
        let right = [point(47, 9), point(47, 9.2), point(47.1, 9.2), point(47.1, 9.02), point(47.05, 9.021)]
        let frame = MapFrame(bounds: try #require(GeoBounds(left + right)), width: 760, height: 400)
        for tolerance in [0.1, 0.6, 50] {
            let simple = simplifiedTogether([left, right].map { [$0.map(frame.place)] }, tolerance: tolerance)
            let edges = simple.map {
                $0.joined().filter { point in
                    left.map(frame.place).contains {
                        $0.distance(to: point) < 0.1
                    } && right.map(frame.place).contains { $0.distance(to: point) < 0.1 }
                }
            }
            #expect(Set(edges[0]) == Set(edges[1]))
            #expect(edges[0].count == (tolerance > 10 ? 2 : 3))
        }
    }

    @Test func `where many pins crowd in a part of the map, a magnified box shows them`() {
        var random = SeededRandom(seed: 8)
        let pins = (0..<120).map { index -> MapPin in
            let spread = index < 90 ? 0.02 : 0.6
            let place = point(47 + random.unit() * spread, 9 + random.unit() * spread)
            return MapPin(point: place, label: "\(index)", symbol: index == 5 ? .overdue : .onCadence)
        }
        var drawing = map(pins)
        (drawing.width, drawing.height) = (760, 500)
        let svg = renderMap(drawing)
        #expect(svg.contains("<g class=\"inset\" transform=\"translate("))
        #expect(svg.contains("class=\"inset-frame\""))
        #expect(svg.contains("class=\"badge\""))
        drawing.mostInsets = 0
        #expect(!renderMap(drawing).contains("inset"))
    }
}
