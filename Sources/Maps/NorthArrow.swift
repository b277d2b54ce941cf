import Foundation
import Geo
import SVG

/// An arrow to the north, where north is not up: away from the middle meridian of a conic, or around a pole.
struct NorthArrow {
    /// Degrees from up, clockwise.
    let angle: Double
    private let centre: PlanePoint

    /// Nil when the middle of the map has north within 4° of up.
    init?(_ frame: MapFrame) {
        let middle = PlanePoint(frame.width / 2, frame.height / 2)
        guard let here = frame.point(at: middle),
            let north = GeoPoint(latitude: min(90, here.latitude + 0.05), longitude: here.longitude)
        else { return nil }
        let step = frame.place(north) - frame.place(here)
        guard step.x != 0 || step.y != 0 else { return nil }
        angle = atan2(step.x, -step.y) / radians
        guard abs(angle) > 4 else { return nil }
        centre = PlanePoint(22, frame.height - 50)
    }

    var box: PlaneBox { PlaneBox(centre: centre, width: 34, height: 44) }

    func draw(to writer: inout SVGWriter) {
        let (sine, cosine) = (sin(angle * radians), cos(angle * radians))
        func turned(_ x: Double, _ y: Double) -> PlanePoint {
            PlanePoint(centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine)
        }
        var arrow = SVGPath()
        arrow.polyline([turned(0, -8), turned(5, 10), turned(0, 6), turned(-5, 10)], closed: true)
        let letter = turned(0, -15)
        writer.element("g", ["class": "north"]) { writer in
            writer.path(arrow)
            writer.leaf(
                "text", ["class": "small", "x": .number(letter.x), "y": .number(letter.y + 4.4)], text: "N")
        }
    }
}
