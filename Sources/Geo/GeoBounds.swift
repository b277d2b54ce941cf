/// The box of latitudes and longitudes around a set of points. It does not cross the date line.
public struct GeoBounds: Hashable, Sendable {
    public var south: Double
    public var west: Double
    public var north: Double
    public var east: Double

    /// Nil for no points.
    public init?(_ points: some Sequence<GeoPoint>) {
        var iterator = points.makeIterator()
        guard let first = iterator.next() else { return nil }
        (south, west, north, east) = (first.latitude, first.longitude, first.latitude, first.longitude)
        while let point = iterator.next() {
            south = min(south, point.latitude)
            north = max(north, point.latitude)
            west = min(west, point.longitude)
            east = max(east, point.longitude)
        }
    }

    public func contains(_ point: GeoPoint) -> Bool {
        (south...north).contains(point.latitude) && (west...east).contains(point.longitude)
    }
}

extension GeoBounds {
    /// Whether the two share any point.
    public func meets(_ other: GeoBounds) -> Bool {
        south <= other.north && other.south <= north && west <= other.east && other.west <= east
    }

    /// The smallest bounds around both.
    public func union(_ other: GeoBounds) -> GeoBounds {
        var result = self
        result.south = min(south, other.south)
        result.north = max(north, other.north)
        result.west = min(west, other.west)
        result.east = max(east, other.east)
        return result
    }
}

extension GeoBounds {
    public static let world = GeoBounds(south: -90, west: -180, north: 90, east: 180)

    private init(south: Double, west: Double, north: Double, east: Double) {
        (self.south, self.west, self.north, self.east) = (south, west, north, east)
    }
}
