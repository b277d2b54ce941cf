import Foundation
import Geo
import SVG

/// Draws routes as lines on a paper casing with chevrons in the direction of travel; a later one lies above an earlier one.
///
/// Lines are simplified to less than half a pixel, so a road with a point every few metres costs no more than what can be
/// seen of it.
func drawRoutes(
    _ routes: [MapRoute], in frame: MapFrame, pins: [PlacedPin], id: String, to writer: inout SVGWriter
) {
    var chevrons = RouteChevrons(pins: pins)
    let lines = routes.map { simplifiedLine($0.points.map(frame.place), tolerance: 0.4) }
    let box = frame.box.grown(by: 8)
    let lanes = RouteLanes(
        zip(routes, lines).filter { !$0.0.isEstimated }.flatMap { route, line in
            clippedLine(line, to: box).map { (route.ink, $0) }
        })
    for (index, route) in routes.enumerated() {
        let parts = clippedLine(lanes.moved(lines[index], ink: route.ink), to: box)
        var path = SVGPath()
        for part in parts { path.polyline(part) }
        guard !path.isEmpty else { continue }
        // So that a script that magnifies the map can keep the pixels between lanes.
        let shift = lanes.shift(route.ink).map { "\(svgNumber($0.x)) \(svgNumber($0.y))" }
        writer.element("g", ["class": .text(route.ink.cssClass), "data-shift": shift.map { .text($0) }]) { writer in
            if !route.label.isEmpty { writer.leaf("title", text: route.label) }
            let cssClass = route.isEstimated ? "route estimated" : "route"
            if route.isEstimated || path.byteCount < 150 {
                writer.path(path, ["class": "casing"])
                writer.path(path, ["class": .text(cssClass)])
            } else {
                // A long line is written once.
                writer.element("defs") { $0.path(path, ["id": .text("\(id)-r\(index)")]) }
                for part in ["casing", cssClass] {
                    writer.leaf("use", ["href": .text("#\(id)-r\(index)"), "class": .text(part)])
                }
            }
            let marks = chevrons.path(along: parts, isEstimated: route.isEstimated)
            writer.path(marks, ["class": "chevron"])
        }
    }
}

/// Small boxes along the routes, for names to keep off.
func routeBoxes(_ routes: [MapRoute], in frame: MapFrame) -> [PlaneBox] {
    var boxes: [PlaneBox] = []
    for route in routes {
        let line = simplifiedLine(route.points.map(frame.place), tolerance: 1)
        for part in clippedLine(line, to: frame.box) {
            if !route.isEstimated {
                boxes += PlaneWalk(part).evenSpots(about: 7).map { PlaneBox(centre: $0, width: 6, height: 6) }
                continue
            }
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
