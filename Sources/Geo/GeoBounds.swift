/// A box of latitudes and longitudes. Where it crosses the date line, `west` is greater than `east`, as in RFC 7946.
public struct GeoBounds: Hashable, Sendable {
    public var south: Double
    public var west: Double
    public var north: Double
    public var east: Double

    /// The smallest box around the points, across the date line where that is smaller by more than ten degrees (so that
    /// what reaches around the earth is not cut at an odd place). Nil for no points. O(n log n).
    public init?(_ points: some Sequence<GeoPoint>) {
        var longitudes: [Double] = []
        var (low, high) = (90.0, -90.0)
        for point in points {
            low = min(low, point.latitude)
            high = max(high, point.latitude)
            longitudes.append(point.longitude)
        }
        guard let first = longitudes.min(), let last = longitudes.max() else { return nil }
        (south, north, west, east) = (low, high, first, last)
        guard last - first > 180 else { return }
        longitudes.sort()
        var widest = 360 - (last - first) + 10
        for (left, right) in zip(longitudes, longitudes.dropFirst()) where right - left > widest {
            (widest, west, east) = (right - left, right, left)
        }
    }

    /// `west` greater than `east` crosses the date line. Nil for what is no box on the earth.
    public init?(south: Double, west: Double, north: Double, east: Double) {
        guard south <= north, (-90...90).contains(south), (-90...90).contains(north), (-180...180).contains(west),
            (-180...180).contains(east)
        else { return nil }
        (self.south, self.west, self.north, self.east) = (south, west, north, east)
    }

    public static let world = GeoBounds()

    private init() { (south, west, north, east) = (-90, -180, 90, 180) }
}

extension GeoBounds {
    public var crossesDateLine: Bool { west > east }

    /// Degrees of longitude from west to east, 0...360.
    public var width: Double { crossesDateLine ? east - west + 360 : east - west }

    /// Degrees of latitude, 0...180.
    public var height: Double { north - south }

    /// The longitude halfway between west and east, −180...180.
    public var meridian: Double { wrappedDegrees(west + width / 2) }

    public func contains(_ point: GeoPoint) -> Bool {
        (south...north).contains(point.latitude) && contains(longitude: point.longitude)
    }

    private func contains(longitude: Double) -> Bool {
        crossesDateLine ? longitude >= west || longitude <= east : longitude >= west && longitude <= east
    }

    /// Whether the two share any point.
    public func meets(_ other: GeoBounds) -> Bool {
        south <= other.north && other.south <= north
            && (contains(longitude: other.west) || other.contains(longitude: west))
    }

    /// The smallest bounds around both.
    public func union(_ other: GeoBounds) -> GeoBounds {
        var result = self
        result.south = min(south, other.south)
        result.north = max(north, other.north)
        // One of the two begins the box; the one that does so better is followed to the farther of the two ends.
        let choices = [(self, other), (other, self)].map { first, second in
            let step = eastward(from: first.west, to: second.west)
            return (first, second, width: max(first.width, step + second.width))
        }
        guard let best = choices.min(by: { $0.width < $1.width }), best.width < 360 else {
            (result.west, result.east) = (-180, 180)
            return result
        }
        result.west = best.0.west
        result.east = best.width == best.0.width ? best.0.east : best.1.east
        return result
    }
}

/// The same angle within −180...180; what is in there already stays as it is.
public func wrappedDegrees(_ degrees: Double) -> Double {
    if degrees >= -180, degrees <= 180 { return degrees }
    return degrees - 360 * (degrees / 360).rounded()
}

/// Degrees to go east from one longitude to another, 0..<360.
private func eastward(from start: Double, to end: Double) -> Double {
    end >= start ? end - start : end - start + 360
}
