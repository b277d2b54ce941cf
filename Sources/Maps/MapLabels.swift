import Geo
import SVG

/// Text beside a pin.
func captions(_ layout: PinLayout) -> [MapLabel] {
    layout.pins.reversed().compactMap { placed in
        guard let caption = placed.pin.caption, !caption.isEmpty else { return nil }
        return MapLabel(
            text: shortened(caption, toWidth: 150, size: MapLabel.small), cssClass: "caption", size: MapLabel.small,
            anchor: placed.place, clearance: placed.radius + 3, positions: MapLabel.Position.around)
    }
}

/// Names of places, important ones first, at most as many as the map's size bears; `except` has been said already.
func placeNames(_ map: MapDrawing, frame: MapFrame, except: String? = nil, in labels: inout LabelLayout) {
    let sizes = [15.0, 13, MapLabel.small, MapLabel.small, MapLabel.small]
    let coarsest = map.detail == .full ? 5 : 3
    let places = basemapPlaces(map.basemap, in: frame).filter { $0.rank <= coarsest && $0.name != except }
    var room = Int(map.width * map.height / 9000)
    for place in places where room > 0 {
        let rank = max(1, min(5, place.rank))
        let label = MapLabel(
            text: place.name, cssClass: "place place-\(rank)", size: sizes[rank - 1], isBold: rank < 3,
            anchor: frame.place(place.point), clearance: 4, positions: [.middle] + MapLabel.Position.around)
        guard frame.box.contains(label.anchor) else { continue }
        // A name may stand a little off where pins crowd around its place.
        if labels.place(label, clearances: [4, 14, 26]) { room -= 1 }
    }
}

/// `data-at` is the place that the text belongs to, where it does not stand on it: magnified, the text keeps its
/// distance.
func drawLabel(_ placed: PlacedLabel, to writer: inout SVGWriter) {
    let label = placed.label
    let (x, y) = (placed.box.centre.x, placed.box.minY + label.lineHeight / 2 + label.size * 0.36)
    let isAside = placed.box.centre.distance(to: label.anchor) > 1
    writer.element(
        "text",
        [
            "class": .text(label.cssClass), "x": .number(x), "y": .number(y),
            "data-at": isAside ? "\(svgNumber(label.anchor.x)) \(svgNumber(label.anchor.y))" : nil,
        ]
    ) { writer in
        writer.words(label.text)
        if let note = label.note {
            writer.leaf("tspan", ["class": "note", "x": .number(x), "dy": "1.2em"], text: note)
        }
    }
}
