import Foundation
import Geo
import SVG
import Testing

@testable import Maps

@Suite struct RouteDrawingTests {
    private func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    /// A road that winds from west to east, with a point every few metres.
    private func winding(_ points: Int, from west: Double = 9, to east: Double = 9.3) -> [GeoPoint] {
        (0...points).map { index in
            let share = Double(index) / Double(points)
            return point(47 + 0.03 * sin(share * 12) + 0.000_01 * sin(share * 900), west + (east - west) * share)
        }
    }

    private func map(_ routes: [MapRoute], pins: [MapPin] = []) -> MapDrawing {
        MapDrawing(
            id: "m", title: "Monday", summary: "The list", width: 640, height: 420, routes: routes, pins: pins,
            extent: .bounds(GeoBounds([point(46.9, 9), point(47.1, 9.3)])!))
    }

    private func road(_ points: [GeoPoint]) -> MapRoute {
        MapRoute(points: points, ink: .category(0), isEstimated: false)
    }

    /// Where the marks of direction are drawn: their tips.
    private func chevrons(_ svg: String) -> [PlanePoint] {
        var tips: [PlanePoint] = []
        for path in svg.matches(of: /<path d="([^"]*)" class="chevron"/) {
            var (x, y) = (0.0, 0.0)
            for mark in path.1.split(separator: "z") {
                let numbers = mark.matches(of: /-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)/).compactMap { Double($0.0) }
                x += numbers[0]
                y += numbers[1]
                tips.append(PlanePoint(x, y))
            }
        }
        return tips
    }

    @Test func `roads are solid and what is only estimated is dashed, and the legend says so`() {
        let both = renderMap(
            map([road(winding(50, to: 9.2)), MapRoute(points: [point(47, 9.2), point(47, 9.3)], ink: .category(0))]))
        #expect(both.matches(of: /class="route"/).count == 1)
        #expect(both.matches(of: /class="route estimated"/).count == 1)
        #expect(both.contains(">Drive on roads</text>") && both.contains(">Drive, straight line</text>"))
        let roads = renderMap(map([road(winding(50))]))
        #expect(!roads.contains("estimated") && !roads.contains("straight line"))
        let straight = renderMap(map([MapRoute(points: [point(47, 9.2), point(47, 9.3)], ink: .category(0))]))
        #expect(!straight.contains("on roads") && !straight.contains("class=\"route\""))
    }

    @Test func `a road is drawn to the pixel, however many points it has`() {
        let (plain, fine) = (renderMap(map([road(winding(300))])), renderMap(map([road(winding(30_000))])))
        #expect(fine.utf8.count < plain.utf8.count + 400)
        #expect(fine.utf8.count < 6_000)
        // Casing and line share one path.
        #expect(fine.contains("<use href=\"#m-r0\" class=\"route\"/>") && fine.contains("<path d=\"m"))
    }

    @Test func `chevrons stand evenly along a winding road and off the pins`() {
        let drawing = map([road(winding(3_000))])
        let marks = chevrons(renderMap(drawing))
        let frame = MapFrame(bounds: drawing.bounds, width: 640, height: 420, padding: drawing.padding)
        let length = PlaneWalk(winding(3_000).map(frame.place)).length
        #expect(abs(Double(marks.count) - length / 90) <= 2)
        for (one, next) in zip(marks, marks.dropFirst()) { #expect(one.distance(to: next) > 20) }
        // A pin where the first mark was: it moves aside.
        let line = winding(3_000)
        let covered = line.min { frame.place($0).distance(to: marks[0]) < frame.place($1).distance(to: marks[0]) }!
        let pin = MapPin(point: covered, label: "", symbol: .stop(1), size: 2)
        let moved = chevrons(renderMap(map([road(line)], pins: [pin])))
        #expect(moved.allSatisfy { $0.distance(to: frame.place(covered)) > 11 })
    }

    @Test func `there and back on one road no mark lies upon another one`() {
        let line = winding(2_000)
        let marks = chevrons(renderMap(map([road(line + line.reversed()), road(line)])))
        #expect(marks.count > 5)
        for (index, one) in marks.enumerated() {
            for other in marks[(index + 1)...] { #expect(one.distance(to: other) > 12) }
        }
    }

    @Test func `days on one road lie side by side, and days that share none stay on theirs`() {
        func line(_ south: Double) -> [PlanePoint] { (0...100).map { PlanePoint(Double($0) * 3, 200 + south) } }
        let shared = RouteLanes([(.category(0), line(0)), (.category(1), line(1)), (.category(2), line(0).reversed())])
        let places = (0..<3).map { shared.moved([PlanePoint(50, 50)], ink: .category($0))[0] }
        #expect(places[0] == PlanePoint(50, 50))
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            #expect(abs(places[one].y - places[other].y) > 3 && abs(places[one].x - places[other].x) < 0.01)
        }
        let apart = RouteLanes([(.category(0), line(0)), (.category(1), line(60)), (.category(0), line(1))])
        #expect(apart.moved(line(60), ink: .category(1)) == line(60))
        // A crossing is no shared road.
        let across = (0...100).map { PlanePoint(150, 60 + Double($0) * 3) }
        #expect(
            RouteLanes([(.category(0), line(0)), (.category(1), across)]).moved(across, ink: .category(1)) == across)
    }

    @Test func `a lane says how far it is moved, in pixels, and a day on its own road says nothing`() {
        func day(_ index: Int, _ points: [GeoPoint]) -> MapRoute {
            MapRoute(points: points, ink: .category(index), isEstimated: false)
        }
        let line = winding(2_000)
        let both = renderMap(map([day(0, line), day(1, line)]))
        let shifts = both.matches(of: /<g class="cat-2" data-shift="(-?[0-9.]+) (-?[0-9.]+)">/)
        #expect(shifts.count == 1 && both.matches(of: /data-shift/).count == 1)
        let (dx, dy) = (Double(shifts.first?.1 ?? "") ?? 0, Double(shifts.first?.2 ?? "") ?? 0)
        #expect(abs((dx * dx + dy * dy).squareRoot() - 4) < 0.1)
        #expect(!renderMap(map([day(0, line)])).contains("data-shift"))
    }

    @Test func `a caption keeps to where its pin belongs, also where the pin is drawn aside`() {
        let home = point(47, 9.15)
        let drawing = map(
            [],
            pins: [MapPin(point: home, label: "Home", caption: "Home", symbol: .home)]
                + (1...4).map { MapPin(point: home, label: "Stop", symbol: .stop($0)) })
        let place = MapFrame(bounds: drawing.bounds, width: 640, height: 420, padding: drawing.padding).place(home)
        let svg = renderMap(drawing)
        #expect(svg.contains("data-at=\"\(svgNumber(place.x)) \(svgNumber(place.y))\">Home</text>"))
        #expect(svg.contains("class=\"stem\""))
    }

    @Test func `a walk knows the place after a distance`() {
        let walk = PlaneWalk([PlanePoint(0, 0), PlanePoint(3, 4), PlanePoint(3, 4), PlanePoint(3, 10)])
        #expect(walk.length == 11)
        #expect(walk.place(at: 2.5) == PlanePoint(1.5, 2))
        #expect(walk.place(at: 8) == PlanePoint(3, 7))
        #expect(walk.place(at: -1) == PlanePoint(0, 0) && walk.place(at: 99) == PlanePoint(3, 10))
        #expect(walk.evenSpots(about: 6).count == 3)
        #expect(PlaneWalk([PlanePoint(1, 1)]).place(at: 5) == PlanePoint(1, 1))
    }
}
