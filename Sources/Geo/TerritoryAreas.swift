/// Outlines of the areas that belong to each number, made from the points assigned to it: every place near a customer
/// belongs to the nearest one's territory. Areas do not overlap; neighbours share their edge.
///
/// A raster of nearest points within a margin around each point is traced along its cells' edges and smoothed; an edge
/// between two areas is smoothed once, for both. Works for one point, for collinear ones and for many in one place, and
/// does not depend on the order of the points. At equal distance the smaller number wins. Rings follow the even-odd
/// rule. O(cells + points), about 12,000 cells.
public func territoryAreas(points: [(GeoPoint, Int)]) -> [Int: [[GeoPoint]]] {
    let sorted = points.filter { !$0.0.isNullIsland }
        .sorted { ($0.1, $0.0.latitude, $0.0.longitude) < ($1.1, $1.0.latitude, $1.0.longitude) }
    guard let bounds = GeoBounds(sorted.map(\.0)) else { return [:] }
    let raster = TerritoryRaster(sorted, bounds: bounds)
    let grid = tracedAreas(raster.labels, columns: raster.columns)
    return grid.mapValues { rings in
        rings.map { $0.compactMap(raster.point) }.filter { $0.count >= 3 }
    }
}

/// The nearest territory for each cell of a grid; −1 where no point is near. Plane metres on the centre's parallel.
private struct TerritoryRaster {
    let columns: Int
    private(set) var labels: [Int]
    private let cell: Double
    private let origin: (latitude: Double, longitude: Double)
    private let metres: (latitude: Double, longitude: Double)

    init(_ points: [(GeoPoint, Int)], bounds: GeoBounds) {
        let middle = (bounds.south + bounds.north) / 2
        let centre = GeoPoint(latitude: middle, longitude: bounds.west)
        let beside = GeoPoint(latitude: middle, longitude: min(180, bounds.west + 0.001))
        let back = GeoPoint(latitude: middle, longitude: max(-180, bounds.west - 0.001))
        let step =
            [
                centre.flatMap { centre in beside.map(centre.distance) },
                centre.flatMap { centre in back.map(centre.distance) },
            ]
            .compactMap { $0 }.max() ?? 0
        metres = (GeoPoint.earthRadius * .pi / 180, max(1, step * 1000))
        let width = (bounds.east - bounds.west) * metres.longitude
        let height = (bounds.north - bounds.south) * metres.latitude
        // Room around a point: wide where points are few, so that a territory is one shape and not a string of beads.
        let spread = max(width, height)
        let margin = max(400, spread * 0.05, (width * height / Double(points.count)).squareRoot() * 0.9)
        cell = (max(width, height) + 2 * margin) / 110
        columns = Int((width + 2 * margin) / cell) + 3
        let rows = Int((height + 2 * margin) / cell) + 3
        origin = (
            bounds.south - (margin + cell) / metres.latitude, bounds.west - (margin + cell) / metres.longitude
        )
        labels = [Int](repeating: -1, count: columns * rows)
        let places = points.map { point, _ in
            PlanePoint(
                (point.longitude - origin.longitude) * metres.longitude / cell,
                (point.latitude - origin.latitude) * metres.latitude / cell)
        }
        let nearest = nearestPoints(places, columns: columns, rows: rows, within: margin / cell)
        labels = nearest.map { $0 < 0 ? -1 : points[$0].1 }
    }

    /// From grid units back to the earth.
    func point(_ place: PlanePoint) -> GeoPoint? {
        GeoPoint(
            latitude: origin.latitude + place.y * cell / metres.latitude,
            longitude: origin.longitude + place.x * cell / metres.longitude)
    }
}

/// For each cell's centre the index of the nearest point, −1 beyond `within`: candidates spread from cell to cell until
/// nothing changes, so the cost does not grow with cells times points. The outermost cells stay −1.
private func nearestPoints(_ places: [PlanePoint], columns: Int, rows: Int, within: Double) -> [Int] {
    var nearest = [Int](repeating: -1, count: columns * rows)
    func distance(_ candidate: Int, _ cell: Int) -> Double {
        places[candidate].distance(to: PlanePoint(Double(cell % columns) + 0.5, Double(cell / columns) + 0.5))
    }
    func offer(_ candidate: Int, _ cell: Int) -> Bool {
        guard candidate >= 0, candidate != nearest[cell] else { return false }
        let (column, row) = (cell % columns, cell / columns)
        guard column > 0, row > 0, column < columns - 1, row < rows - 1 else { return false }
        let offered = distance(candidate, cell)
        // Points are sorted by territory, so the smaller index wins at equal distance.
        if nearest[cell] >= 0 {
            let held = distance(nearest[cell], cell)
            guard (offered, candidate) < (held, nearest[cell]) else { return false }
        } else if offered > within {
            return false
        }
        nearest[cell] = candidate
        return true
    }
    for index in places.indices {
        let cell =
            min(rows - 2, max(1, Int(places[index].y))) * columns + min(columns - 2, max(1, Int(places[index].x)))
        if !offer(index, cell), nearest[cell] < 0 { nearest[cell] = index }
    }
    var hasChanged = true
    while hasChanged {
        hasChanged = false
        for step in 0..<2 * nearest.count {
            let cell = step < nearest.count ? step : 2 * nearest.count - 1 - step
            for (dx, dy) in [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)] {
                let (column, row) = (cell % columns + dx, cell / columns + dy)
                guard column >= 0, row >= 0, column < columns, row < rows else { continue }
                if offer(nearest[row * columns + column], cell) { hasChanged = true }
            }
        }
    }
    return nearest
}
