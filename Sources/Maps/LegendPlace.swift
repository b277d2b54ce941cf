import Geo

/// The corner in which the legend covers least; nil when it belongs below the map.
func legendCorner(_ legend: MapLegend, map: MapDrawing, layout: PinLayout, frame: MapFrame) -> PlaneBox? {
    let (width, height) = legend.column
    guard !legend.entries.isEmpty, map.width >= 520, height < map.height * 0.6, width < map.width * 0.42
    else { return nil }
    let points =
        layout.pins.map(\.place)
        + layout.clusters.flatMap { [PlanePoint](repeating: $0.place, count: $0.count) }
        + map.routes.flatMap(\.points).map(frame.place)
    // Scale bar and credit keep the lower edge.
    let corners = [10, map.height - 30 - height].flatMap { top in
        [10, map.width - 10 - width].map { left in
            PlaneBox(minX: left, minY: top, maxX: left + width, maxY: top + height)
        }
    }
    let counted = corners.enumerated().map { rank, box in
        (box: box, covered: points.count { box.grown(by: 6).contains($0) }, rank: rank)
    }
    guard let best = counted.min(by: { ($0.covered, $0.rank) < ($1.covered, $1.rank) }), best.covered <= 2
    else { return nil }
    return best.box
}
