package import Config
package import Geo
import Quantities

/// Driving estimated from the great-circle distance: no roads are known to it.
///
/// A band says how long a leg of just its length takes (`length × detour ÷ speed`); between two band ends time and road
/// distance are interpolated linearly, beyond the last finite end they grow at the last band's rate. So both are
/// continuous and never shrink with distance, whatever the bands are.
///
/// It is an estimate: rivers, mountains and borders are not in it, and one-way streets and traffic neither. Against road
/// times in an alpine valley (2,450 legs of OpenStreetMap routing in Liechtenstein, without traffic) the default bands are
/// 12 % too slow in sum and off by 2.6 minutes a leg on average; half of the legs are off by less than a quarter, one in
/// ten by more than two thirds. It is better in open country and for long legs, and worse across water.
package struct GreatCircleTravel: TravelTimes {
    /// Rising kilometres of great circle, each with seconds and metres of driving.
    private struct Anchor {
        var kilometres: Double
        var seconds: Double
        var metres: Double
    }

    private let anchors: [Anchor]
    /// Per kilometre beyond the last anchor.
    private let secondsBeyond: Double
    private let metresBeyond: Double

    package init(_ settings: TravelSettings) {
        let bands = (settings.bands.isEmpty ? TravelSettings().bands : settings.bands)
            .sorted { $0.upToKilometres < $1.upToKilometres }
        var anchors = [Anchor(kilometres: 0, seconds: 0, metres: 0)]
        for band in bands where band.upToKilometres.isFinite && band.upToKilometres > 0 {
            let metres = band.upToKilometres * 1000 * max(1, band.detour)
            let last = anchors[anchors.count - 1]
            anchors.append(
                Anchor(
                    kilometres: band.upToKilometres,
                    seconds: max(last.seconds, metres * GreatCircleTravel.secondsPerMetre(band)),
                    metres: max(last.metres, metres)))
        }
        let last = bands[bands.count - 1]
        metresBeyond = 1000 * max(1, last.detour)
        secondsBeyond = metresBeyond * GreatCircleTravel.secondsPerMetre(last)
        self.anchors = anchors
    }

    private static func secondsPerMetre(_ band: TravelSettings.Band) -> Double {
        3.6 / max(1, band.kilometresPerHour)
    }

    /// The drive over that many metres of great circle. Grows with distance; 0 at 0.
    package func leg(overMetres distance: Double) -> Leg {
        let kilometres = distance / 1000
        for (from, to) in zip(anchors, anchors.dropFirst()) where kilometres <= to.kilometres {
            let share = (kilometres - from.kilometres) / (to.kilometres - from.kilometres)
            return rounded(
                seconds: from.seconds + share * (to.seconds - from.seconds),
                metres: from.metres + share * (to.metres - from.metres))
        }
        let last = anchors[anchors.count - 1]
        let beyond = kilometres - last.kilometres
        return rounded(
            seconds: last.seconds + beyond * secondsBeyond, metres: last.metres + beyond * metresBeyond)
    }

    package func leg(from: GeoPoint, to: GeoPoint) -> Leg { leg(overMetres: from.distance(to: to)) }

    /// Symmetric. O(n²).
    package func matrix(among points: [GeoPoint]) -> TravelMatrix {
        let count = points.count
        var seconds = [Int32](repeating: 0, count: count * count)
        var metres = seconds
        for row in 0..<count {
            for column in row + 1..<max(count, row + 1) {
                let leg = leg(from: points[row], to: points[column])
                seconds[row * count + column] = Int32(leg.driving.count)
                seconds[column * count + row] = Int32(leg.driving.count)
                metres[row * count + column] = Int32(leg.distance.count)
                metres[column * count + row] = Int32(leg.distance.count)
            }
        }
        return TravelMatrix(count: count, seconds: seconds, metres: metres)
    }

    private func rounded(seconds: Double, metres: Double) -> Leg {
        Leg(driving: Seconds(Int(seconds.rounded(.up))), distance: Metres(Int(metres.rounded())))
    }
}
