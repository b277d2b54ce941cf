import Geo
import SVG

/// Ground and basemap. What territories end at gets an id.
func drawBase(
    _ map: MapDrawing, frame: MapFrame, clip: (kind: BasemapKind, id: String)? = nil, to writer: inout SVGWriter
) {
    writer.element("g", ["class": "base"]) { writer in
        writer.leaf(
            "rect", ["class": "ground", "width": .number(map.width), "height": .number(map.height)])
        for (kind, path) in basemapPaths(map.basemap, in: frame, detail: map.detail) {
            let id = kind == clip?.kind ? clip?.id : nil
            writer.path(
                path,
                [
                    "class": .text(kind.cssClass), "id": id.map(SVGValue.text),
                    "clip-rule": id == nil ? nil : "evenodd",
                ])
        }
    }
}
