import Geo
import SVG

/// Where territories end at the edge of the land: the land, and a little ground around each of the few customers beyond
/// it, so that nobody is cut off.
struct LandClip {
    /// Customers who are not on the land, on the drawing.
    let outsiders: [PlanePoint]
    /// What is clipped to: a country of the user's, which is an outline where the world lies under it, or all land.
    let kind: BasemapKind

    /// Nil without land, and when more than one in twenty customers is beyond it, so that it can't be the country that
    /// the map is about.
    init?(_ map: MapDrawing, frame: MapFrame) {
        guard !map.areas.isEmpty, !map.basemap.isEmpty else { return nil }
        let visible = visibleLines(
            map.basemap, in: frame, leavingOut: Set(BasemapKind.allCases).subtracting([.land]))
        kind = visible[BasemapKind.region.rawValue].rings.isEmpty ? .land : .region
        let rings = visible[kind.rawValue].rings
        let customers = map.pins.filter { $0.symbol.isCustomer && !$0.point.isNullIsland }
        guard !rings.isEmpty else { return nil }
        let boxes = rings.map { PlaneBox($0) }
        outsiders = customers.map { frame.place($0.point) }.filter { place in
            !contains(place, in: zip(rings, boxes).filter { $1?.contains(place) ?? false }.map(\.0))
        }
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
