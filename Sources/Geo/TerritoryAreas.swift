/// Outlines of the areas that belong to each number, made from the points assigned to it: every place near a customer
/// belongs to the nearest one's territory. Areas do not overlap; neighbours share their edge.
///
/// A raster of nearest points within a margin around each point is traced along its cells' edges and smoothed; an edge
/// between two areas is smoothed once, for both. Works for one point, for collinear ones, for many in one place and
/// across the date line, and does not depend on the order of the points. At equal distance the smaller number wins; a
/// cell that holds points belongs to whoever has most of them. Rings follow the even-odd rule. O(cells + points log
/// points), about 25,000 cells.
public func territoryAreas(points: [(GeoPoint, Int)]) -> [Int: [[GeoPoint]]] {
    let sorted = points.filter { !$0.0.isNullIsland }
        .sorted { ($0.1, $0.0.latitude, $0.0.longitude) < ($1.1, $1.0.latitude, $1.0.longitude) }
    guard let raster = TerritoryRaster(sorted) else { return [:] }
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
    /// Degrees of the grid's corner: latitude, and longitude that may lie beyond ±180.
    private let origin: (latitude: Double, longitude: Double)
    /// For a degree.
    private let metres: (latitude: Double, longitude: Double)

    init?(_ points: [(GeoPoint, Int)]) {
        let latitudes = points.map(\.0.latitude)
        guard let south = latitudes.min(), let north = latitudes.max() else { return nil }
        let west = westernmost(points.map(\.0.longitude))
        func east(_ point: GeoPoint) -> Double {
            point.longitude >= west ? point.longitude - west : point.longitude - west + 360
        }
        let middle = (south + north) / 2
        let step = GeoPoint(latitude: middle, longitude: 0).flatMap { centre in
            GeoPoint(latitude: middle, longitude: 0.001).map(centre.distance)
        }
        metres = (GeoPoint.earthRadius * .pi / 180, max(1, (step ?? 0) * 1000))
        let width = (points.map { east($0.0) }.max() ?? 0) * metres.longitude
        let height = (north - south) * metres.latitude
        // Room around a point: wide where points are few, so that a territory is one shape and not a string of beads.
        let spread = max(width, height)
        let margin = max(400, spread * 0.05, (width * height / Double(points.count)).squareRoot() * 0.9)
        cell = (max(width, height) + 2 * margin) / 160
        columns = Int((width + 2 * margin) / cell) + 3
        let rows = Int((height + 2 * margin) / cell) + 3
        origin = (south - (margin + cell) / metres.latitude, west - (margin + cell) / metres.longitude)
        let corner = (margin + cell) / cell
        let cells = (latitude: metres.latitude / cell, longitude: metres.longitude / cell)
        let places = points.map { point, _ in
            PlanePoint(
                corner + east(point) * cells.longitude, corner + (point.latitude - south) * cells.latitude)
        }
        let nearest = nearestPoints(places, columns: columns, rows: rows, within: margin / cell)
        labels = nearest.map { $0 < 0 ? -1 : points[$0].1 }
        claimCells(of: places, territories: points.map(\.1))
    }

    /// Gives each cell that holds points to the territory with most of them.
    private mutating func claimCells(of places: [PlanePoint], territories: [Int]) {
        var held: [Int: [Int]] = [:]
        for (place, territory) in zip(places, territories) {
            held[Int(place.y) * columns + Int(place.x), default: []].append(territory)
        }
        for (cell, territories) in held where labels.indices.contains(cell) {
            // The points are sorted by territory: the longest run, the first of equal ones.
            var best = (territory: territories[0], count: 0)
            var run = best
            for territory in territories {
                run = territory == run.territory ? (territory, run.count + 1) : (territory, 1)
                if run.count > best.count { best = run }
            }
            labels[cell] = best.territory
        }
    }

    /// From grid units back to the earth.
    func point(_ place: PlanePoint) -> GeoPoint? {
        let longitude = origin.longitude + place.x * cell / metres.longitude
        return GeoPoint(
            latitude: max(-90, min(90, origin.latitude + place.y * cell / metres.latitude)),
            longitude: longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude)
    }
}

/// The longitude from which all others lie east within the shortest arc: the one after the widest gap.
private func westernmost(_ longitudes: [Double]) -> Double {
    let sorted = longitudes.sorted()
    guard var west = sorted.first, let last = sorted.last else { return 0 }
    // Across the date line only where that is clearly shorter.
    var widest = max(180, west + 360 - last)
    for (left, right) in zip(sorted, sorted.dropFirst()) where right - left > widest {
        (widest, west) = (right - left, right)
    }
    return west
}

/// For each cell's centre the index of the nearest point, −1 beyond `within`: candidates spread from cell to cell until
/// nothing changes, so the cost does not grow with cells times points. The outermost cells stay −1.
private func nearestPoints(_ places: [PlanePoint], columns: Int, rows: Int, within: Double) -> [Int] {
    var nearest = [Int](repeating: -1, count: columns * rows)
    var held = [Double](repeating: within * within, count: columns * rows)
    /// Squares of distances compare as well. Points are sorted by territory, so the smaller index wins at equal distance.
    func offer(_ candidate: Int, _ cell: Int) -> Bool {
        let (dx, dy) = (
            places[candidate].x - Double(cell % columns) - 0.5, places[candidate].y - Double(cell / columns) - 0.5
        )
        let offered = dx * dx + dy * dy
        guard offered < held[cell] || (offered == held[cell] && (nearest[cell] < 0 || candidate < nearest[cell]))
        else { return false }
        (nearest[cell], held[cell]) = (candidate, offered)
        return true
    }
    for index in places.indices {
        let cell =
            min(rows - 2, max(1, Int(places[index].y))) * columns + min(columns - 2, max(1, Int(places[index].x)))
        if !offer(index, cell), nearest[cell] < 0 { nearest[cell] = index }
    }
    let around = [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]
    let inner = (1..<max(2, rows - 1)).flatMap { row in
        (1..<max(2, columns - 1)).map { row * columns + $0 }
    }
    var hasChanged = true
    while hasChanged {
        hasChanged = false
        for step in 0..<2 * inner.count {
            let cell = step < inner.count ? inner[step] : inner[2 * inner.count - 1 - step]
            for offset in around {
                let candidate = nearest[cell + offset]
                if candidate >= 0, candidate != nearest[cell], offer(candidate, cell) { hasChanged = true }
            }
        }
    }
    return nearest
}
