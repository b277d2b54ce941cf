import Foundation
import Geo
import SVG

/// Draws a route as a line on a paper casing with chevrons in the direction of travel.
func drawRoute(_ route: MapRoute, in frame: MapFrame, to writer: inout SVGWriter) {
    let line = simplifiedLine(route.points.map(frame.place), tolerance: 0.4)
    let parts = clippedLine(line, to: frame.box.grown(by: 8))
    var path = SVGPath()
    for part in parts { path.polyline(part) }
    guard !path.isEmpty else { return }
    writer.element("g", ["class": .text(route.ink.cssClass)]) { writer in
        if !route.label.isEmpty { writer.leaf("title", text: route.label) }
        writer.path(path, ["class": "casing"])
        writer.path(path, ["class": route.isEstimated ? "route estimated" : "route"])
        var chevrons = SVGPath()
        for part in parts { addChevrons(along: part, to: &chevrons) }
        writer.path(chevrons, ["class": "chevron"])
    }
}

/// Small boxes along the routes, for names to keep off.
func routeBoxes(_ routes: [MapRoute], in frame: MapFrame) -> [PlaneBox] {
    var boxes: [PlaneBox] = []
    for route in routes {
        let line = simplifiedLine(route.points.map(frame.place), tolerance: 1)
        for part in clippedLine(line, to: frame.box) {
            for (start, end) in zip(part, part.dropFirst()) {
                let steps = max(1, Int(start.distance(to: end) / 7))
                boxes += (0...steps).map { step in
                    let share = Double(step) / Double(steps)
                    return PlaneBox(
                        centre: PlanePoint(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share),
                        width: 6, height: 6)
                }
            }
        }
    }
    return boxes
}

/// A chevron in the middle of each leg of 44 pixels or more, and every 90 pixels on longer ones.
private func addChevrons(along line: [PlanePoint], to path: inout SVGPath) {
    // Distance along the line, so that a leg of many short pieces gets its chevrons too.
    let length = zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    guard length >= 44 else { return }
    let isStraightLegs = line.count < 2 || length / Double(line.count - 1) > 40
    var spots: [(place: PlanePoint, dx: Double, dy: Double)] = []
    var next = 45.0
    var walked = 0.0
    for (start, end) in zip(line, line.dropFirst()) {
        let leg = start.distance(to: end)
        guard leg > 0 else { continue }
        let (dx, dy) = ((end.x - start.x) / leg, (end.y - start.y) / leg)
        if isStraightLegs {
            if leg >= 44 {
                spots.append((PlanePoint((start.x + end.x) / 2, (start.y + end.y) / 2), dx, dy))
            }
        } else {
            while next <= walked + leg {
                let along = next - walked
                spots.append((PlanePoint(start.x + dx * along, start.y + dy * along), dx, dy))
                next += 90
            }
        }
        walked += leg
    }
    for spot in spots {
        let (dx, dy) = (spot.dx, spot.dy)
        func corner(_ along: Double, _ across: Double) -> PlanePoint {
            PlanePoint(spot.place.x + dx * along - dy * across, spot.place.y + dy * along + dx * across)
        }
        path.polyline([corner(-4, -5), corner(5, 0), corner(-4, 5), corner(-2, 0)], closed: true)
    }
}
