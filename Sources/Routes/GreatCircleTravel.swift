package import Config
package import Geo
import Quantities

/// Driving estimated from the great-circle distance by `TravelEstimate`, the one piece that every figure of driving comes
/// from: no roads are known to it, its error stands there.
package struct GreatCircleTravel: TravelTimes {
    private let estimate: TravelEstimate

    package init(_ settings: TravelSettings) { estimate = settings.estimate }

    /// The drive over that many metres of great circle, whole seconds rounded up. Grows with distance; 0 at 0.
    package func leg(overMetres distance: Double) -> Leg {
        let leg = estimate.exactLeg(greatCircle: min(distance, 20_038_000))
        return Leg(driving: Seconds(Int(leg.seconds.rounded(.up))), distance: Metres(Int(leg.metres.rounded())))
    }

    package func leg(from: GeoPoint, to: GeoPoint) -> Leg { leg(overMetres: from.distance(to: to)) }

    /// Symmetric. O(n²).
    package func matrix(among places: [TravelPlace]) -> TravelMatrix {
        let count = places.count
        var seconds = [Int32](repeating: 0, count: count * count)
        var metres = seconds
        for row in 0..<count {
            for column in row + 1..<max(count, row + 1) {
                let leg = leg(from: places[row].point, to: places[column].point)
                seconds[row * count + column] = Int32(leg.driving.count)
                seconds[column * count + row] = Int32(leg.driving.count)
                metres[row * count + column] = Int32(leg.distance.count)
                metres[column * count + row] = Int32(leg.distance.count)
            }
        }
        return TravelMatrix(count: count, seconds: seconds, metres: metres)
    }
}
