package import Geo

/// Points with weights, to be divided into districts of given weight that lie close together.
package struct DistrictProblem: Sendable, Hashable {
    /// On a plane: metres, or any unit with the same scale in both directions.
    package var points: [PlanePoint]
    /// One for each point, above 0: hours, customers or whatever is to be balanced.
    package var weights: [Double]
    /// What each district should weigh. Only the proportions count: they are scaled to the sum of the weights.
    package var shares: [Double]
    /// Where districts have their middle, one for each share; nil when that is to be found.
    package var centres: [PlanePoint]?
    /// Whether `centres` stay where they are, such as homes; otherwise they are where the search starts.
    package var centresAreFixed: Bool
    /// Allowed deviation of a district from its share, relative to the share: 0.01 is one per cent. With 0 equal weights
    /// are divided exactly where whole points allow it, and others to half a mean weight where that is possible.
    package var tolerance: Double
    /// By point: the district that it belongs to whatever that costs, or nil; empty when no point is bound.
    package var locked: [Int?]

    package init(
        points: [PlanePoint], weights: [Double], shares: [Double], centres: [PlanePoint]? = nil,
        centresAreFixed: Bool = false, tolerance: Double = 0, locked: [Int?] = []
    ) {
        self.points = points
        self.weights = weights
        self.shares = shares
        self.centres = centres
        self.centresAreFixed = centresAreFixed
        self.tolerance = tolerance
        self.locked = locked
    }
}
