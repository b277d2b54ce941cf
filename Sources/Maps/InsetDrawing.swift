import Geo
import Quantities
import SVG

extension Inset {
    /// The map that the box shows: the pins of the window on a thin basemap.
    func drawing(of map: MapDrawing, frame: MapFrame, id: String) -> MapDrawing? {
        // The strip with the name lies over what is just above the window.
        let top = window.minY - Inset.heading * window.width / box.width
        let corners = [
            PlanePoint(window.minX, top), PlanePoint(window.maxX, top),
            PlanePoint(window.minX, window.maxY), PlanePoint(window.maxX, window.maxY),
        ].compactMap(frame.point)
        guard let bounds = GeoBounds(corners) else { return nil }
        var inside = map
        inside.id = id
        (inside.width, inside.height) = (box.width, box.height)
        inside.extent = .bounds(bounds)
        (inside.padding, inside.leastSpan) = (0, 1)
        inside.detail = .sketch
        inside.pins = orders.map { map.pins[$0] }
        (inside.routes, inside.areas, inside.linkedPins) = ([], [], 0)
        return inside
    }

    /// The name of the most important place in the window, or of the nearest one.
    func name(_ map: MapDrawing, frame: MapFrame) -> String? {
        let places = basemapPlaces(map.basemap, in: frame, limit: 1000).map { (place: $0, at: frame.place($0.point)) }
        let near = places.filter { window.grown(by: max(12, window.width / 4)).contains($0.at) }
        return near.min {
            ($0.place.rank, $0.at.distance(to: window.centre), $0.place.name)
                < ($1.place.rank, $1.at.distance(to: window.centre), $1.place.name)
        }?.place.name
    }

    /// The frame around the window with lines to the box, for the part of the drawing that moves.
    func drawFrame(to writer: inout SVGWriter) {
        var path = SVGPath()
        path.polyline(
            [
                PlanePoint(window.minX, window.minY), PlanePoint(window.maxX, window.minY),
                PlanePoint(window.maxX, window.maxY), PlanePoint(window.minX, window.maxY),
            ], closed: true)
        // From the middle of the side that faces the box to the box's nearest point.
        let isBeside = box.minX >= window.maxX || box.maxX <= window.minX
        let from =
            isBeside
            ? PlanePoint(box.minX >= window.maxX ? window.maxX : window.minX, window.centre.y)
            : PlanePoint(window.centre.x, box.minY >= window.maxY ? window.maxY : window.minY)
        path.polyline([
            from,
            PlanePoint(max(box.minX, min(box.maxX, from.x)), max(box.minY, min(box.maxY, from.y))),
        ])
        writer.path(path, ["class": "inset-frame"])
    }

    /// The pins of the box below its heading, none cut at an edge.
    func layout(of inside: MapDrawing, in frame: MapFrame) -> PinLayout {
        let kept = PlaneBox(
            minX: Inset.margin, minY: Inset.heading + Inset.margin, maxX: box.width - Inset.margin,
            maxY: box.height - Inset.margin)
        return PinLayout(inside.pins, in: frame, kept: kept)
    }

    /// The box itself, for the part of the drawing that stays.
    func draw(_ map: MapDrawing, frame: MapFrame, id: String, numbers: [Int?], to writer: inout SVGWriter) {
        guard let inside = drawing(of: map, frame: frame, id: id) else { return }
        let insideFrame = MapFrame(
            bounds: inside.bounds, width: box.width, height: box.height, padding: 0, leastSpan: 1)
        let layout = layout(of: inside, in: insideFrame)
        let name = name(map, frame: frame)
        let overdue = inside.pins.count { $0.symbol == .overdue }
        let count =
            map.figures.count(orders.count, "customer")
            + (overdue > 0 ? ", \(map.figures.integer(overdue)) overdue" : "")
        let title = name.map { "\($0), magnified" } ?? "Magnified"
        let heading = PlaneBox(minX: 0, minY: 0, maxX: box.width, maxY: Inset.heading)
        writer.element(
            "g", ["class": "inset", "transform": "translate(\(svgNumber(box.minX)) \(svgNumber(box.minY)))"]
        ) { writer in
            writer.element("clipPath", ["id": .text("\(id)-f")]) { writer in
                writer.leaf("rect", ["width": .number(box.width), "height": .number(box.height), "rx": 4])
            }
            writer.element("g", ["clip-path": .text("url(#\(id)-f)")]) { writer in
                drawBase(inside, frame: insideFrame, to: &writer)
                PinDrawing(id: id, linked: 0, numbers: orders.map { numbers[$0] }).draw(layout, to: &writer)
                var labels = LabelLayout(frame: insideFrame.box.grown(by: -3), obstacles: layout.obstacles + [heading])
                placeNames(inside, frame: insideFrame, except: name, in: &labels)
                writer.element("g", ["class": "labels"]) { writer in
                    for placed in labels.labels { drawLabel(placed, to: &writer) }
                }
            }
            writer.leaf(
                "rect",
                ["class": "panel", "width": .number(box.width), "height": .number(Inset.heading), "rx": 4])
            writer.leaf(
                "rect", ["class": "inset-edge", "width": .number(box.width), "height": .number(box.height), "rx": 4])
            for (text, y) in [(title, 15.0), (count, 30)] {
                writer.leaf(
                    "text", ["class": .text(y < 20 ? "small inset-name" : "small"), "x": 8, "y": .number(y)],
                    text: shortened(text, toWidth: box.width - 20, size: MapLabel.small))
            }
        }
    }
}
