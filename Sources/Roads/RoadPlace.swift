public import Geo

/// A place as road engines are asked about it: in whole 1e-6 degrees, about a tenth of a metre. Two
/// places closer than that are one.
///
/// Sorted from south to north, then from west to east.
public struct RoadPlace: Hashable, Comparable, Sendable {
    /// 1e-6 degrees, −90,000,000...90,000,000 and −180,000,000...180,000,000.
    public let latitude: Int32
    public let longitude: Int32

    /// The point, rounded to the nearest place; halves away from zero.
    public init(_ point: GeoPoint) {
        latitude = Int32((point.latitude * 1e6).rounded())
        longitude = Int32((point.longitude * 1e6).rounded())
    }

    /// Nil when either is out of range.
    public init?(latitude: Int32, longitude: Int32) {
        guard latitude.magnitude <= 90_000_000, longitude.magnitude <= 180_000_000 else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    public var point: GeoPoint {
        GeoPoint(latitude: Double(latitude) / 1e6, longitude: Double(longitude) / 1e6)!
    }

    public static func < (left: RoadPlace, right: RoadPlace) -> Bool {
        (left.latitude, left.longitude) < (right.latitude, right.longitude)
    }
}

/// The way from one place to another one. Sorted by where it begins.
public struct RoadPair: Hashable, Comparable, Sendable {
    public let from: RoadPlace
    public let to: RoadPlace

    public init(from: RoadPlace, to: RoadPlace) {
        self.from = from
        self.to = to
    }

    public static func < (left: RoadPair, right: RoadPair) -> Bool {
        left.from == right.from ? left.to < right.to : left.from < right.from
    }
}
