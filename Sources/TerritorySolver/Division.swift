package import Geo

/// Points divided into districts.
package struct Division: Sendable, Hashable {
    /// By point: its district, a place in `shares`.
    package var district: [Int]
    /// By district: the centre that distances are counted from.
    package var centres: [PlanePoint]
    /// By district: what is taken off squared distances, so that each point belongs where
    /// squared distance − offset is least (a power diagram); exactly so for unit weights without locks.
    package var offsets: [Double]
    /// Of all points: weight × squared distance to the centre of its district.
    package var sumOfSquares: Double
    /// By district: the sum of its points' weights.
    package var loads: [Double]
    /// No division with these centres, these locks and loads that deviate no more than allowed (or than these, where
    /// these deviate more) has a lower sum of squares: the dual value of the transport problem.
    package var bound: Double

    package init(
        district: [Int], centres: [PlanePoint], offsets: [Double], sumOfSquares: Double, loads: [Double], bound: Double
    ) {
        self.district = district
        self.centres = centres
        self.offsets = offsets
        self.sumOfSquares = sumOfSquares
        self.loads = loads
        self.bound = bound
    }
}
