import Geo
import SVG

/// The map as an `<svg>` element for use inside HTML: no style, no script, classes and attributes only.
///
/// What moves with the earth is in the group `view`, what stays in its corner in the group `fixed`. The same drawing
/// gives the same bytes. Without anything to show it is an empty ground with its title.
package func renderMap(_ map: MapDrawing) -> String {
    let frame = MapFrame(
        bounds: map.bounds, width: map.width, height: map.height, padding: map.padding,
        leastSpan: map.leastSpan)
    let id = svgIdentifier(map.id)
    let layout = PinLayout(map.pins, in: frame)
    let legend = MapLegend(entries: map.showsLegend ? legendEntries(for: map, layout: layout) : [], id: id)
    let corner = legendCorner(legend, map: map, layout: layout, frame: frame)
    let below = corner == nil ? legend.rows(width: map.width).height : 0
    let isLinked = map.pins.contains { $0.href != nil } || map.areas.contains { $0.href != nil }
    let figure = SVGFigure(
        id: id, cssClass: "drawing map", width: map.width, height: map.height + below, title: map.title,
        summary: map.summary, holdsLinks: isLinked)
    return figure.svg { writer in
        writer.element("clipPath", ["id": "\(id)-f"]) { writer in
            writer.leaf("rect", ["width": .number(map.width), "height": .number(map.height), "rx": 6])
        }
        let scale = ScaleBar(metresPerPixel: frame.metresPerPixel, widest: min(90, map.width / 4))
        writer.element("g", ["clip-path": "url(#\(id)-f)"]) { writer in
            writer.element("g", ["class": "view"]) { writer in
                let kept = [
                    corner, creditBox(map, frame: frame), scale.box(in: frame.box, figures: map.figures),
                ]
                drawView(map, frame: frame, layout: layout, kept: kept.compactMap { $0 }, id: id, to: &writer)
            }
            writer.element("g", ["class": "fixed"]) { writer in
                if let corner { legend.drawColumn(in: corner, to: &writer) }
                scale.draw(in: frame.box, figures: map.figures, to: &writer)
                drawCredit(map, to: &writer)
            }
        }
        if corner == nil, below > 0 { legend.drawRows(width: map.width, top: map.height, to: &writer) }
    }
}

/// `kept` are places that no label may use.
private func drawView(
    _ map: MapDrawing, frame: MapFrame, layout: PinLayout, kept: [PlaneBox], id: String,
    to writer: inout SVGWriter
) {
    writer.element("g", ["class": "base"]) { writer in
        writer.leaf(
            "rect", ["class": "ground", "width": .number(map.width), "height": .number(map.height)])
        for (kind, path) in basemapPaths(map.basemap, in: frame, detail: map.detail) {
            writer.path(path, ["class": .text(kind.cssClass)])
        }
    }
    var names: [MapLabel] = []
    if !map.areas.isEmpty {
        writer.element("g", ["class": "areas"]) { writer in
            for area in map.areas {
                if let name = drawArea(area, in: frame, to: &writer) { names.append(name) }
            }
        }
    }
    if !map.routes.isEmpty {
        writer.element("g", ["class": "routes"]) { writer in
            for route in map.routes { drawRoute(route, in: frame, to: &writer) }
        }
    }
    PinDrawing(id: id, linked: map.linkedPins, numbers: map.pinNumbers).draw(layout, to: &writer)
    var labels = LabelLayout(frame: frame.box.grown(by: -3), obstacles: layout.obstacles + kept)
    for name in names { labels.place(name, clearances: [4, 16, 30, 46, 64]) }
    for caption in captions(layout) { labels.place(caption) }
    placeNames(map, frame: frame, in: &labels)
    writer.element("g", ["class": "labels"]) { writer in
        for placed in labels.labels { draw(placed, to: &writer) }
    }
}

private func drawCredit(_ map: MapDrawing, to writer: inout SVGWriter) {
    guard !map.attribution.isEmpty else { return }
    writer.leaf(
        "text", ["class": "small credit", "x": .number(map.width - 8), "y": .number(map.height - 8)],
        text: map.attribution)
}

private func creditBox(_ map: MapDrawing, frame: MapFrame) -> PlaneBox? {
    guard !map.attribution.isEmpty else { return nil }
    let width = estimatedWidth(map.attribution, size: MapLabel.small)
    return PlaneBox(
        minX: map.width - 10 - width, minY: map.height - 20, maxX: map.width - 4, maxY: map.height - 3)
}
