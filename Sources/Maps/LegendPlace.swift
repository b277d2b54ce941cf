import Geo

/// The first corner in which the legend covers no pin and no route; nil when it belongs below the map.
func legendCorner(_ legend: MapLegend, map: MapDrawing, layout: PinLayout, frame: MapFrame) -> PlaneBox? {
    let (width, height) = legend.column
    guard !legend.entries.isEmpty, map.width >= 520, height < map.height * 0.6, width < map.width * 0.42
    else { return nil }
    let taken = layout.obstacles + routeBoxes(map.routes, in: frame)
    // Scale bar and credit keep the lower edge.
    let corners = [10, map.height - 30 - height].flatMap { top in
        [10, map.width - 10 - width].map { left in
            PlaneBox(minX: left, minY: top, maxX: left + width, maxY: top + height)
        }
    }
    return corners.first { corner in !taken.contains { $0.overlaps(corner.grown(by: 4)) } }
}
