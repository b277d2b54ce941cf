import Geo
import SVG

/// Where territories end at the edge of the land: the land, and a little ground around each of the few customers beyond
/// it, so that nobody is cut off.
struct LandClip {
    /// Customers who are not on the land, on the drawing.
    let outsiders: [PlanePoint]

    /// Nil without land, and when more than one in twenty customers is beyond it, so that it can't be the country that
    /// the map is about.
    init?(_ map: MapDrawing, frame: MapFrame) {
        let land = map.basemap.flatMap(\.shapes).filter { $0.kind == .land }
        let corners = land.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.count } }
        let customers = map.pins.filter { $0.symbol.isCustomer && !$0.point.isNullIsland }
        // A coast of the whole world is no outline of a country, and not worth the time.
        guard !map.areas.isEmpty, corners > 0, corners * customers.count < 20_000_000 else { return nil }
        let rings = land.map { shape in (shape.bounds, shape.lines.map { $0.map { frame.place($0) } }) }
        outsiders = customers.filter { pin in
            !rings.contains { bounds, rings in
                bounds.contains(pin.point) && contains(frame.place(pin.point), in: rings)
            }
        }
        .map { frame.place($0.point) }
        guard outsiders.count * 20 <= customers.count else { return nil }
    }

    /// The clip path `id`-c; the land has the id itself.
    func draw(id: String, to writer: inout SVGWriter) {
        writer.element("clipPath", ["id": .text("\(id)-c")]) { writer in
            writer.leaf("use", ["href": .text("#\(id)")])
            var path = SVGPath(decimals: 0)
            for place in outsiders { path.circle(centre: place, radius: 12) }
            writer.path(path)
        }
    }
}
