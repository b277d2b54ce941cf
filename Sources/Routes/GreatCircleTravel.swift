package import Config
package import Geo
import Quantities

/// Driving estimated from the great-circle distance by `TravelEstimate`, the one piece that every figure of driving comes
/// from: no roads are known to it, its error stands there.
package struct GreatCircleTravel: TravelTimes {
    private let estimate: TravelEstimate

    package init(_ settings: TravelSettings) { estimate = settings.estimate }

    /// The drive over that many metres of great circle by the bands alone, whole seconds rounded up. Grows with distance; 0
    /// at 0.
    package func leg(overMetres distance: Double) -> Leg { leg(overMetres: distance, between: nil, and: nil) }

    /// The drive between two places, whole seconds rounded up: 0 at one place, 1 or more between two. O(regions of a fit).
    package func leg(from: GeoPoint, to: GeoPoint) -> Leg {
        leg(overMetres: from.distance(to: to), between: estimate.region(of: from), and: estimate.region(of: to))
    }

    /// The same with the regions of the two places.
    private func leg(overMetres distance: Double, between start: Int?, and end: Int?) -> Leg {
        let leg = estimate.exactLeg(greatCircle: min(distance, 20_038_000), between: start, and: end)
        // Ends of the earth over tracks and mountains stay within 32 bits.
        return Leg(
            driving: Seconds(Int(min(leg.seconds, 2e9).rounded(.up))),
            distance: Metres(Int(min(leg.metres, 2e9).rounded())))
    }

    /// Symmetric. O(n² + n × regions of a fit).
    package func matrix(among places: [TravelPlace]) -> TravelMatrix {
        let count = places.count
        let regions = places.map { estimate.region(of: $0.point) }
        var seconds = [Int32](repeating: 0, count: count * count)
        var metres = seconds
        for row in 0..<count {
            for column in row + 1..<max(count, row + 1) {
                let leg = leg(
                    overMetres: places[row].point.distance(to: places[column].point), between: regions[row],
                    and: regions[column])
                seconds[row * count + column] = Int32(leg.driving.count)
                seconds[column * count + row] = Int32(leg.driving.count)
                metres[row * count + column] = Int32(leg.distance.count)
                metres[column * count + row] = Int32(leg.distance.count)
            }
        }
        return TravelMatrix(count: count, seconds: seconds, metres: metres)
    }
}
