public import Geo

/// What a road engine says of the way from one place to another.
public enum RoadDrive: Hashable, Sendable {
    /// Tenths of a second and of a metre, as engines give them: 0 or more. Metres where the engine tells them.
    case driven(deciseconds: Int32, decimetres: Int32?)
    /// There is no way by road.
    case unreachable
}

/// The course of a drive on the road, from the first to the last point of it. No points: there is none to draw, since the
/// engine refuses it for good.
public struct RoadLine: Hashable, Sendable {
    public var points: [GeoPoint]

    public init(points: [GeoPoint]) { self.points = points }
}

/// Which engine over which data an answer comes from. Answers of two editions are never mixed.
public struct RoadEdition: Hashable, Sendable {
    /// `osrm` or `valhalla`.
    public var engine: String
    /// What is driven, such as `driving`.
    public var profile: String
    /// The version of the road network, as the engine tells it; empty where it does not.
    public var data: String

    public init(engine: String, profile: String, data: String) {
        self.engine = engine
        self.profile = profile
        self.data = data
    }
}
