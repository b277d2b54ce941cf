import Geo
import SVG

/// Text beside a pin.
func captions(_ layout: PinLayout) -> [MapLabel] {
    layout.pins.reversed().compactMap { placed in
        guard let caption = placed.pin.caption, !caption.isEmpty else { return nil }
        return MapLabel(
            text: shortened(caption, toWidth: 150, size: MapLabel.small), cssClass: "caption", size: MapLabel.small,
            anchor: placed.place, home: placed.home, clearance: placed.radius + 3, positions: MapLabel.Position.around)
    }
}

/// Names of places, important ones first, at most as many as the map's size bears; `except` has been said already.
func placeNames(_ map: MapDrawing, frame: MapFrame, except: String? = nil, in labels: inout LabelLayout) {
    let sizes = [15.0, 13, MapLabel.small, MapLabel.small, MapLabel.small]
    let coarsest = map.detail == .full ? 5 : 3
    let places = weighted(
        basemapPlaces(map.basemap, in: frame).filter { $0.rank <= coarsest && $0.name != except }, map: map,
        frame: frame)
    let spots = places.map { frame.place($0.point) }
    var room = Int(map.width * map.height / 9000)
    var nameless: [PlanePoint] = []
    for (place, spot) in zip(places, spots) where room > 0 {
        let rank = max(1, min(5, place.rank))
        let label = MapLabel(
            text: place.name, cssClass: "place place-\(rank)", size: sizes[rank - 1], isBold: rank < 3,
            anchor: spot, clearance: 4, positions: [.middle] + MapLabel.Position.around)
        // A hamlet's name where the town's has found no room would be taken for the town's.
        guard frame.box.contains(label.anchor), !nameless.contains(where: { $0.distance(to: label.anchor) < 24 })
        else { continue }
        // A name may stand a little off where pins crowd around its place.
        let isPlaced =
            labels.place(label, clearances: [4, 9, 14])
            || placeAside(
                label, peers: zip(places, spots).filter { $0.0.rank <= place.rank && $0.0 != place }.map(\.1),
                in: &labels)
        if isPlaced {
            room -= 1
        } else {
            nameless.append(label.anchor)
        }
    }
}

/// Up to 30 pixels off. Farther off than just beside it, it has to be this place's name that one reads, and not that of
/// another as large, one of the peers.
private func placeAside(_ label: MapLabel, peers: [PlanePoint], in labels: inout LabelLayout) -> Bool {
    let most = 30.0
    let reach = PlaneBox(centre: label.anchor, width: 2 * most, height: 2 * most).grown(by: 1)
    // Nearer to the box than the anchor is, and that is at most `most` away.
    let size = label.box(.middle)
    let room = reach.grown(by: most + max(size.width, size.height))
    let near = peers.filter { room.contains($0) }
    return labels.place(label, within: reach) { box in
        let gap = box.distance(to: label.anchor)
        return gap > most || near.contains { box.distance(to: $0) < gap } ? nil : gap
    }
}

extension PlaneBox {
    /// From its nearest point; 0 inside.
    fileprivate func distance(to point: PlanePoint) -> Double {
        PlanePoint(max(minX, min(maxX, point.x)), max(minY, min(maxY, point.y))).distance(to: point)
    }
}

/// Places by rank, and among those of one rank first those to which most of the map's customers are nearest: layers
/// often call all from a market town to a hamlet a village. O(places × customers), of whom 2,000 are asked at most.
private func weighted(_ places: [BasemapPlace], map: MapDrawing, frame: MapFrame) -> [BasemapPlace] {
    let spots = places.map { frame.place($0.point) }
    let customers = map.pins.filter(\.symbol.isCustomer)
    var counts = [Int](repeating: 0, count: places.count)
    for index in stride(from: 0, to: customers.count, by: customers.count / 2000 + 1) {
        let home = frame.place(customers[index].point)
        if let nearest = spots.indices.min(by: { spots[$0].distance(to: home) < spots[$1].distance(to: home) }) {
            counts[nearest] += 1
        }
    }
    return places.indices.sorted { (places[$0].rank, -counts[$0], $0) < (places[$1].rank, -counts[$1], $1) }
        .map { places[$0] }
}

/// `data-at` is the place that the text belongs to, where it does not stand on it: magnified, the text keeps its
/// distance. A symbol drawn aside keeps its own distance to its home, so the text's is counted from there too.
func drawLabel(_ placed: PlacedLabel, to writer: inout SVGWriter) {
    let label = placed.label
    let (x, y) = (placed.box.centre.x, placed.box.minY + label.lineHeight / 2 + label.size * 0.36)
    let isAside = placed.box.centre.distance(to: label.anchor) > 1
    let home = label.home ?? label.anchor
    writer.element(
        "text",
        [
            "class": .text(label.cssClass), "x": .number(x), "y": .number(y),
            "data-at": isAside ? "\(svgNumber(home.x)) \(svgNumber(home.y))" : nil,
        ]
    ) { writer in
        writer.words(label.text)
        if let note = label.note {
            writer.leaf("tspan", ["class": "note", "x": .number(x), "dy": "1.2em"], text: note)
        }
    }
}
