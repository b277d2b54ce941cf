import Geo
import SVG

/// Ground and basemap. The land gets an id when territories end at it.
func drawBase(_ map: MapDrawing, frame: MapFrame, landID: String? = nil, to writer: inout SVGWriter) {
    writer.element("g", ["class": "base"]) { writer in
        writer.leaf(
            "rect", ["class": "ground", "width": .number(map.width), "height": .number(map.height)])
        // On the basemap of the world, the land of the user's layers is an outline.
        let ownLand = map.basemap.contains { $0.world != nil } ? BasemapKind.region : .land
        for (kind, path) in basemapPaths(map.basemap, in: frame, detail: map.detail) {
            writer.path(
                path,
                [
                    "class": .text(kind.cssClass), "id": kind == ownLand ? landID.map(SVGValue.text) : nil,
                    "clip-rule": kind == ownLand && landID != nil ? "evenodd" : nil,
                ])
        }
    }
}
