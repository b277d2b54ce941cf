import Geo
import SVG

/// The map as an `<svg>` element for use inside HTML: no style, no script, classes and attributes only.
///
/// The same drawing gives the same bytes. Without anything to show it is an empty ground with its title.
package func renderMap(_ map: MapDrawing) -> String {
    let frame = MapFrame(
        bounds: bounds(of: map), width: map.width, height: map.height, padding: map.padding,
        leastSpan: map.leastSpan)
    let id = svgIdentifier(map.id)
    let layout = PinLayout(map.pins, in: frame)
    let legend = MapLegend(entries: map.showsLegend ? legendEntries(for: map, layout: layout) : [])
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
        writer.element("g", ["clip-path": "url(#\(id)-f)"]) { writer in
            drawInside(map, frame: frame, layout: layout, corner: corner, id: id, to: &writer)
            if let corner { legend.drawColumn(in: corner, id: id, to: &writer) }
        }
        if corner == nil, below > 0 {
            legend.drawRows(width: map.width, top: map.height, id: id, to: &writer)
        }
    }
}

private func drawInside(
    _ map: MapDrawing, frame: MapFrame, layout: PinLayout, corner: PlaneBox?, id: String,
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
    for area in map.areas {
        if let name = drawArea(area, in: frame, to: &writer) { names.append(name) }
    }
    for route in map.routes { drawRoute(route, in: frame, to: &writer) }
    drawPins(layout, linked: map.linkedPins, id: id, to: &writer)
    let scale = ScaleBar(metresPerPixel: frame.metresPerPixel, widest: min(90, map.width / 4))
    let credit = creditBox(map, frame: frame)
    var labels = LabelLayout(
        frame: frame.box.grown(by: -3),
        obstacles: layout.pins.map(\.box) + layout.clusters.map(\.box)
            + [corner, credit, scale.box(in: frame.box, figures: map.figures)].compactMap { $0 })
    for name in names { labels.place(name, clearances: [4, 16, 30, 46, 64]) }
    for caption in captions(layout) { labels.place(caption) }
    placeNames(map, frame: frame, in: &labels)
    writer.element("g", ["class": "labels"]) { writer in
        for placed in labels.labels { draw(placed, to: &writer) }
        if credit != nil {
            writer.leaf(
                "text",
                ["class": "small credit", "x": .number(map.width - 8), "y": .number(map.height - 8)],
                text: map.attribution)
        }
        scale.draw(in: frame.box, figures: map.figures, to: &writer)
    }
}

private func draw(_ placed: PlacedLabel, to writer: inout SVGWriter) {
    writer.leaf(
        "text",
        [
            "class": .text(placed.label.cssClass), "x": .number(placed.box.centre.x),
            "y": .number(placed.box.centre.y + placed.label.size * 0.36),
        ], text: placed.label.text)
}

private func captions(_ layout: PinLayout) -> [MapLabel] {
    layout.pins.reversed().compactMap { placed in
        guard let caption = placed.pin.caption, !caption.isEmpty else { return nil }
        return MapLabel(
            text: shortened(caption, toWidth: 150, size: 12), cssClass: "caption", size: 12,
            anchor: placed.place,
            clearance: placed.radius + 3, positions: MapLabel.Position.around)
    }
}

/// Names of places, important ones first, at most as many as the map's size bears.
private func placeNames(_ map: MapDrawing, frame: MapFrame, in labels: inout LabelLayout) {
    let sizes = [15.0, 13, 12, 12, 12]
    let coarsest = map.detail == .full ? 5 : 3
    let places = map.basemap.flatMap(\.places).filter { $0.rank <= coarsest }
        .sorted { ($0.rank, $0.name, $0.point.latitude) < ($1.rank, $1.name, $1.point.latitude) }
    var room = Int(map.width * map.height / 9000)
    for place in places where room > 0 {
        let rank = max(1, min(5, place.rank))
        let label = MapLabel(
            text: place.name, cssClass: "place place-\(rank)", size: sizes[rank - 1], isBold: rank < 3,
            anchor: frame.place(place.point),
            clearance: 4, positions: [.middle] + MapLabel.Position.around)
        guard frame.box.contains(label.anchor) else { continue }
        // A name may stand a little off where pins crowd around its place.
        if labels.place(label, clearances: [4, 14, 26]) { room -= 1 }
    }
}

private func creditBox(_ map: MapDrawing, frame: MapFrame) -> PlaneBox? {
    guard !map.attribution.isEmpty else { return nil }
    let width = estimatedWidth(map.attribution, size: 12)
    return PlaneBox(
        minX: map.width - 10 - width, minY: map.height - 20, maxX: map.width - 4, maxY: map.height - 3)
}

/// The upper corner in which the legend covers least; nil when it belongs below the map.
private func legendCorner(_ legend: MapLegend, map: MapDrawing, layout: PinLayout, frame: MapFrame)
    -> PlaneBox?
{
    let (width, height) = legend.column
    guard !legend.entries.isEmpty, map.width >= 520, height < map.height * 0.6,
        width < map.width * 0.4
    else {
        return nil
    }
    let points =
        layout.pins.map(\.place)
        + layout.clusters.flatMap { [PlanePoint](repeating: $0.place, count: $0.count) }
        + map.routes.flatMap(\.points).map(frame.place)
    let corners = [10, map.width - 10 - width].map {
        PlaneBox(minX: $0, minY: 10, maxX: $0 + width, maxY: 10 + height)
    }
    let counted = corners.map { box in
        (box: box, covered: points.count { box.grown(by: 6).contains($0) })
    }
    guard let best = counted.min(by: { $0.covered < $1.covered }), best.covered <= 2 else {
        return nil
    }
    return best.box
}

private func bounds(of map: MapDrawing) -> GeoBounds {
    let overlays =
        map.pins.map(\.point).filter { !$0.isNullIsland } + map.routes.flatMap(\.points)
        + map.areas.flatMap { $0.rings.joined() }
    let base = map.basemap.reduce(nil as GeoBounds?) { bounds, layer in
        layer.shapes.reduce(bounds) { $0?.union($1.bounds) ?? $1.bounds }
    }
    let fitted = GeoBounds(overlays)
    let result: GeoBounds? =
        switch map.extent {
        case .bounds(let bounds): bounds
        case .overlays: fitted ?? base
        case .everything: base.flatMap { base in fitted.map(base.union) ?? base } ?? fitted
        }
    // Nothing to show at all: any place will do for an empty ground.
    return result ?? GeoBounds(GeoPoint(latitude: 47, longitude: 9).map { [$0] } ?? [])
        ?? GeoBounds.world
}
