import Geo
import SVG

/// The map as an `<svg>` element for use inside HTML: no style, no script, classes and attributes only.
///
/// What moves with the earth is in the group `view`, what stays in its corner in the group `fixed`. The same drawing
/// gives the same bytes. Without anything to show it is an empty ground with its title.
package func renderMap(_ map: MapDrawing) -> String {
    let picture = MapPicture(map)
    let isLinked = map.pins.contains { $0.href != nil } || map.areas.contains { $0.href != nil }
    let figure = SVGFigure(
        id: picture.id, cssClass: "drawing map", width: map.width, height: map.height + picture.below,
        title: map.title, summary: map.summary, holdsLinks: isLinked)
    return figure.svg { picture.draw(to: &$0) }
}

/// A map with everything laid out.
private struct MapPicture {
    let map: MapDrawing
    let id: String
    let frame: MapFrame
    let layout: PinLayout
    let hexagons: HexagonLayout?
    let areas: AreaDrawing
    let land: LandClip?
    let legend: MapLegend
    let corner: PlaneBox?
    let insets: [Inset]
    let scale: ScaleBar
    let credit: MapCredit
    let north: NorthArrow?
    /// Height of the legend below the map.
    let below: Double
    let labels: [PlacedLabel]

    init(_ map: MapDrawing) {
        self.map = map
        id = svgIdentifier(map.id)
        frame = MapFrame(
            bounds: map.bounds, width: map.width, height: map.height, padding: map.padding,
            leastSpan: map.leastSpan)
        // Hexagons for customers, pins for the rest.
        hexagons = map.isDense ? HexagonLayout(map, in: frame, radius: map.width > 480 ? 9 : 7.5) : nil
        layout = PinLayout(map.pins, in: frame, leavesOutCustomers: hexagons != nil)
        areas = AreaDrawing(map.areas, in: frame, id: id)
        land = LandClip(map, frame: frame)
        // The credit stands at the other end of the same line.
        credit = MapCredit(map)
        let room = map.width - credit.lastWidth - 100
        scale = ScaleBar(metresPerPixel: frame.metresPerPixel, widest: max(25, min(90, map.width / 4, room)))
        north = NorthArrow(frame)
        legend = MapLegend(
            entries: map.showsLegend ? legendEntries(for: map, layout: layout, hexagons: hexagons) : [], id: id)
        corner = legendCorner(legend, map: map, layout: layout, frame: frame)
        below = corner == nil ? legend.rows(width: map.width).height : 0
        let edge = [
            corner, credit.box, scale.box(in: frame.box, figures: map.figures), north?.box,
        ].compactMap { $0 }
        let marks = (hexagons?.mostOverdue ?? []).map { PlaneBox(centre: $0.centre, width: 12, height: 12) }
        var labels = LabelLayout(frame: frame.box.grown(by: -3), obstacles: layout.obstacles + edge + marks)
        areas.placeNames(in: &labels, frame: frame.box, pins: layout.pins)
        insets = chosenInsets(for: map, layout: layout, frame: frame, kept: edge + labels.labels.map(\.box))
        labels.keepFree(insets.map { $0.box.grown(by: 2) } + routeBoxes(map.routes, in: frame))
        for caption in captions(layout) { labels.place(caption) }
        placeNames(map, frame: frame, in: &labels)
        self.labels = labels.labels
    }

    func draw(to writer: inout SVGWriter) {
        writer.element("clipPath", ["id": "\(id)-f"]) { writer in
            writer.leaf("rect", ["width": .number(map.width), "height": .number(map.height), "rx": 6])
        }
        let landID = land == nil ? nil : "\(id)-l"
        if let landID { land?.draw(id: landID, to: &writer) }
        areas.drawPatterns(to: &writer)
        writer.element("g", ["clip-path": "url(#\(id)-f)"]) { writer in
            writer.element("g", ["class": "view"]) { drawView(landID: landID, to: &$0) }
            writer.element("g", ["class": "fixed"]) { drawFixed(to: &$0) }
        }
        if corner == nil, below > 0 { legend.drawRows(width: map.width, top: map.height, to: &writer) }
    }

    private func drawView(landID: String?, to writer: inout SVGWriter) {
        let clip = land.flatMap { land in landID.map { (kind: land.kind, id: $0) } }
        drawBase(map, frame: frame, clip: clip, to: &writer)
        areas.draw(clip: landID.map { "\($0)-c" }, to: &writer)
        if !map.routes.isEmpty {
            writer.element("g", ["class": "routes"]) { writer in
                for route in map.routes { drawRoute(route, in: frame, to: &writer) }
            }
        }
        if let hexagons { drawHexagons(hexagons, to: &writer) }
        // Below the pins: a line through a disc would strike out its number.
        for inset in insets { inset.drawFrame(to: &writer) }
        PinDrawing(id: id, linked: map.linkedPins, numbers: map.pinNumbers).draw(layout, to: &writer)
        writer.element("g", ["class": "labels"]) { writer in
            for placed in labels { drawLabel(placed, to: &writer) }
        }
    }

    private func drawFixed(to writer: inout SVGWriter) {
        for (index, inset) in insets.enumerated() {
            inset.draw(map, frame: frame, id: "\(id)-i\(index)", numbers: map.pinNumbers, to: &writer)
        }
        writer.leaf(
            "rect",
            [
                "class": "edge", "x": 0.5, "y": 0.5, "width": .number(map.width - 1), "height": .number(map.height - 1),
                "rx": 5.5,
            ])
        if let corner { legend.drawColumn(in: corner, to: &writer) }
        scale.draw(in: frame.box, figures: map.figures, to: &writer)
        north?.draw(to: &writer)
        credit.draw(to: &writer)
    }
}
