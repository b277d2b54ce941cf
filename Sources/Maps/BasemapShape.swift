package import Geo

/// How a shape of the basemap is drawn, in painting order.
package enum BasemapKind: Int, CaseIterable, Hashable, Sendable {
    case sea, land, wood, builtUp, water, stream, river, province, border, frontier, region
    case roadMinor, roadSecondary, roadMajor

    var cssClass: String {
        switch self {
        case .sea: "sea"
        case .land: "land"
        case .wood: "wood"
        case .builtUp: "built"
        case .water: "water"
        case .stream: "stream"
        case .river: "river"
        case .province: "province"
        case .border: "border"
        case .frontier: "frontier"
        case .region: "region"
        case .roadMinor: "road road-3"
        case .roadSecondary: "road road-2"
        case .roadMajor: "road road-1"
        }
    }
}

/// One shape of the basemap, sorted into its kind when it is read.
package struct BasemapShape: Hashable, Sendable {
    package var kind: BasemapKind
    /// Rings of an area (even-odd, the first point not repeated) or lines, x degrees east and y degrees north. A line
    /// goes on beyond ±180° where it crosses the date line.
    package var lines: [[PlanePoint]]
    package var box: PlaneBox
    /// Whether the lines are rings.
    package var isArea: Bool
    /// Of its kind, 0 the most important: only rivers and provinces of the world have one.
    package var rank = 0
    /// The line is a coast from 180° west to 180° east, with a pole behind it.
    package var roundsPole = false

    /// Nil for no points.
    package init?(kind: BasemapKind, lines: [[PlanePoint]]) {
        guard let first = lines.lazy.compactMap(\.first).first else { return nil }
        var box = PlaneBox(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
        for line in lines {
            for point in line {
                if point.x < box.minX { box.minX = point.x } else if point.x > box.maxX { box.maxX = point.x }
                if point.y < box.minY { box.minY = point.y } else if point.y > box.maxY { box.maxY = point.y }
            }
        }
        self.kind = kind
        self.lines = lines
        self.box = box
        switch kind {
        case .sea, .land, .wood, .builtUp, .water, .border, .region: isArea = true
        default: isArea = false
        }
    }

    package var bounds: GeoBounds {
        let isAround = box.width >= 360
        return GeoBounds(
            south: max(-90, box.minY), west: isAround ? -180 : wrappedDegrees(box.minX), north: min(90, box.maxY),
            east: isAround ? 180 : wrappedDegrees(box.maxX)) ?? .world
    }
}

/// The name of a place; rank 1 is the most important.
package struct BasemapPlace: Hashable, Sendable {
    package var name: String
    package var rank: Int
    package var point: GeoPoint
}

/// The line with longitudes that go on where it crosses the date line. A step of exactly 360° stays: it runs along a pole
/// or from one edge of a map of the world to the other.
func unwrapped(_ line: [GeoPoint]) -> [PlanePoint] {
    var result: [PlanePoint] = []
    result.reserveCapacity(line.count)
    var (previous, turn) = (line.first?.longitude ?? 0, 0.0)
    for point in line {
        let step = point.longitude - previous
        if abs(step) > 180, abs(step) < 359.999 { turn += step > 0 ? -360 : 360 }
        previous = point.longitude
        result.append(PlanePoint(point.longitude + turn, point.latitude))
    }
    return result
}
