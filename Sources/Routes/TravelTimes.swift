package import Geo
import Quantities

/// Where driving times come from: an estimate, or later a table of a road network. It need not be symmetric.
package protocol TravelTimes: Sendable {
    /// Driving from each point to each other one. Pure driving; time for parking is the planner's business.
    func matrix(among points: [GeoPoint]) -> TravelMatrix
}

/// Driving between `count` points: from point `i` to point `j` at `i × count + j`.
package struct TravelMatrix: Sendable, Hashable {
    package let count: Int
    /// 0 or more; 0 on the diagonal.
    package let seconds: [Int32]
    package let metres: [Int32]

    /// Both arrays hold `count × count` values.
    package init(count: Int, seconds: [Int32], metres: [Int32]) {
        precondition(seconds.count == count * count && metres.count == count * count)
        self.count = count
        self.seconds = seconds
        self.metres = metres
    }

    package func leg(from: Int, to: Int) -> Leg {
        Leg(
            driving: Seconds(Int(seconds[from * count + to])), distance: Metres(Int(metres[from * count + to])))
    }
}
