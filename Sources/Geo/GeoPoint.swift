public import Quantities

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// A point on the earth, WGS 84, in degrees: latitude −90...90, longitude −180...180.
public struct GeoPoint: Hashable, Sendable {
    public let latitude: Double
    public let longitude: Double

    /// Nil when either is not a number or out of range.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The point at 0°, 0°: in the sea, and in practice always a missing coordinate.
    public var isNullIsland: Bool { abs(latitude) < 0.000_1 && abs(longitude) < 0.000_1 }

    /// Mean earth radius in metres (IUGG).
    public static let earthRadius = 6_371_008.8

    /// Great-circle distance by the haversine formula (Sinnott 1984), in metres; error up to 0.5 % against the ellipsoid.
    public func distance(to other: GeoPoint) -> Double {
        let half = Double.pi / 360
        let latitudeSine = sin((other.latitude - latitude) * half)
        let longitudeSine = sin((other.longitude - longitude) * half)
        let chord =
            latitudeSine * latitudeSine
            + cos(latitude * 2 * half) * cos(other.latitude * 2 * half) * longitudeSine * longitudeSine
        return 2 * GeoPoint.earthRadius * asin(min(1, chord.squareRoot()))
    }

    /// The same distance in whole metres.
    public func metres(to other: GeoPoint) -> Metres { Metres(Int(distance(to: other).rounded())) }
}
