public import Diagnostics

/// What was brought home from a road engine.
public struct RoadHaul: Sendable, Hashable {
    public var edition: RoadEdition
    /// Metres from each asked place to the road that the engine moved it to; nil where the engine finds no road at all, or
    /// refuses the place for good.
    public var snaps: [RoadPlace: Double?]
    /// A pair that the engine refuses by itself and for good is unreachable.
    public var drives: [RoadPair: RoadDrive]
    /// A line that the engine refuses for good has no points, so that it is not asked for again.
    public var lines: [RoadPair: RoadLine]
    /// What went wrong, in the order of the questions; each names what the estimate stands in for.
    public var problems: [Problem]
    /// Questions sent, repeated ones included, and pairs of places in the tables that were asked for.
    public var requests: Int
    public var pairsAsked: Int

    public init(edition: RoadEdition) {
        self.edition = edition
        snaps = [:]
        drives = [:]
        lines = [:]
        problems = []
        requests = 0
        pairsAsked = 0
    }
}
