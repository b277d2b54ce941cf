package import Diagnostics
package import Geo
import TerritorySolver

/// Any points on the earth, divided into territories of equal weight that lie close together.
package struct PointClusters: Sendable {
    package struct Territory: Hashable, Sendable {
        package var points = 0
        package var load = 0.0
        /// Of the load from its share, relative: 0.01 is one per cent above.
        package var deviation = 0.0
        /// In the middle of its points, regardless of weights; nil when it has none.
        package var centre: GeoPoint?
        /// Mean distance of its points to the centre.
        package var meanMetres = 0.0
    }

    /// From west to east.
    package private(set) var territories: [Territory]
    /// By point: its territory, a place in `territories`.
    package private(set) var territory: [Int]
    /// Weight × squared metres to the middle of each territory, on the plane of the search; and the least that is
    /// possible for these middles and loads.
    package private(set) var squareMetres: Double
    package private(set) var boundSquareMetres: Double

    /// The order of the points does not matter. Near linear in their number.
    ///
    /// - Parameter tolerance: allowed deviation from equal loads, relative; 0 divides as exactly as the weights allow.
    /// - Throws: when there are no points, or a weight is not above 0.
    package init(
        _ points: [GeoPoint], weights: [Double], count: Int, tolerance: Double, seed: UInt64
    ) throws(ProblemError) {
        // In one order, so that not even the last bit of the plane's middle depends on the input's.
        let order = points.indices.sorted { left, right in
            let (one, other) = (points[left], points[right])
            if one.latitude != other.latitude { return one.latitude < other.latitude }
            if one.longitude != other.longitude { return one.longitude < other.longitude }
            return weights[left] < weights[right]
        }
        let plane = FlatPlane(around: order.map { points[$0] })
        let division = try divide(
            DistrictProblem(
                points: order.map { plane.point(points[$0]) }, weights: order.map { weights[$0] },
                shares: [Double](repeating: 1, count: max(0, count)), tolerance: tolerance), seed: seed)
        let fromWest = division.centres.indices.sorted { left, right in
            let (one, other) = (division.centres[left], division.centres[right])
            return (one.x, one.y, left) < (other.x, other.y, right)
        }
        var number = fromWest
        for (place, district) in fromWest.enumerated() { number[district] = place }
        territory = points.map { _ in 0 }
        var members = [[GeoPoint]](repeating: [], count: count)
        for (place, index) in order.enumerated() {
            territory[index] = number[division.district[place]]
            members[territory[index]].append(points[index])
        }
        let share = division.loads.reduce(0, +) / Double(count)
        territories = fromWest.map { district in
            let own = members[number[district]]
            let middle = centre(of: own) ?? own.first
            return Territory(
                points: own.count, load: division.loads[district], deviation: division.loads[district] / share - 1,
                centre: middle,
                meanMetres: middle.map { middle in
                    own.reduce(0) { $0 + middle.distance(to: $1) } / Double(own.count)
                } ?? 0)
        }
        squareMetres = division.sumOfSquares
        boundSquareMetres = division.bound
    }

    package var largestDeviation: Double { territories.reduce(0) { max($0, abs($1.deviation)) } }
}
