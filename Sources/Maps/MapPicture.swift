import Geo
import SVG

/// A map with everything laid out, so that it can be drawn more than once.
struct MapPicture {
    private(set) var map: MapDrawing
    private let id: String
    private let frame: MapFrame
    private let layout: PinLayout
    private let hexagons: HexagonLayout?
    private let areas: AreaDrawing
    private let land: LandClip?
    private let legend: MapLegend
    private let corner: PlaneBox?
    private let insets: [Inset]
    private let scale: ScaleBar
    private let credit: MapCredit
    private let north: NorthArrow?
    /// Height of the legend below the map.
    private let below: Double
    private let labels: [PlacedLabel]

    init(_ map: MapDrawing) {
        self.map = map
        id = svgIdentifier(map.id)
        credit = MapCredit(map)
        frame = MapFrame(
            bounds: map.bounds, width: map.width, height: map.height, padding: map.padding,
            foot: credit.foot(padding: map.padding), leastSpan: map.leastSpan)
        // Hexagons for customers, pins for the rest.
        hexagons = map.isDense ? HexagonLayout(map, in: frame, radius: map.width > 480 ? 9 : 7.5) : nil
        layout = PinLayout(map.pins, in: frame, leavesOutCustomers: hexagons != nil)
        areas = AreaDrawing(map.areas, in: frame, id: id)
        land = LandClip(map, frame: frame)
        // The credit stands at the other end of the same line.
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

    /// The same layout for a drawing that differs in its basemap's detail and in how many pins are links, both of which
    /// take no room: short of `.full` the same names of places are asked for.
    func redrawn(as map: MapDrawing) -> MapPicture {
        var picture = self
        picture.map.detail = map.detail
        picture.map.linkedPins = map.linkedPins
        return picture
    }

    var svg: String {
        let isLinked = map.pins.contains { $0.href != nil } || map.areas.contains { $0.href != nil }
        let figure = SVGFigure(
            id: id, cssClass: "drawing map", width: map.width, height: map.height + below, title: map.title,
            summary: map.summary, holdsLinks: isLinked)
        return figure.svg { draw(to: &$0) }
    }

    private func draw(to writer: inout SVGWriter) {
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
            writer.element("g", ["class": "routes"]) {
                drawRoutes(map.routes, in: frame, pins: layout.pins, id: id, to: &$0)
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
