package import Geo

/// Driving time and road distance estimated from the great-circle distance alone.
///
/// Each band's detour and speed hold exactly in the middle of the band and from the middle of the last one on (a last
/// band without end has its middle at 1.5 times its beginning); between two middles time and distance are linear. So a
/// metre more never takes less time, which the bands read as steps would promise just behind every bound.
///
/// Where regions are fitted and both places known, time and distance are multiplied by the factors of their regions.
///
/// Without them it knows no rivers, mountains or traffic. Against the road network of an Alpine valley (2,450 legs of up
/// to 20 km) the default bands are off by 17 % of the driving time, leg by leg, half of the legs by less than 16 % and a
/// tenth by more than 50 %; the sum is 4 % too low. Bands fitted to half of these legs are off by 15 % on the others, regions by 5 %, and
/// by 8 % for places that no leg of the fit leads to.
package struct TravelEstimate: Sendable, Hashable {
    private struct Node: Sendable, Hashable {
        var greatCircle: Double
        var seconds: Double
        var metres: Double
    }

    /// From (0, 0, 0) on, rising in all three.
    private var nodes: [Node]
    /// Beyond the last node, per metre of great circle.
    private var secondsPerMetre: Double
    private var metresPerMetre: Double
    private let regions: RegionalFit?

    /// Bands may come in any order. Without a usable band (positive detour and speed) the default bands are taken.
    package init(_ settings: TravelSettings) {
        func usable(_ bands: [TravelSettings.Band]) -> [TravelSettings.Band] {
            bands.filter { $0.upToKilometres > 0 && $0.detour > 0 && $0.kilometresPerHour > 0 }
                .sorted { $0.upToKilometres < $1.upToKilometres }
        }
        let own = usable(settings.bands)
        nodes = [Node(greatCircle: 0, seconds: 0, metres: 0)]
        secondsPerMetre = 0
        metresPerMetre = 1
        regions = settings.regions
        var begin = 0.0
        for band in own.isEmpty ? usable(TravelSettings().bands) : own {
            let end = band.upToKilometres * 1000
            metresPerMetre = band.detour
            secondsPerMetre = band.detour * 3.6 / band.kilometresPerHour
            let middle = end.isFinite ? (begin + end) / 2 : begin * 1.5
            if let last = nodes.last, middle > last.greatCircle {
                nodes.append(
                    Node(
                        greatCircle: middle, seconds: max(last.seconds, middle * secondsPerMetre),
                        metres: max(last.metres, middle * metresPerMetre)))
            }
            begin = end
        }
    }

    /// Seconds of driving (without parking) and metres of road, not rounded, for that many metres of great circle.
    package func exactLeg(greatCircle: Double) -> (seconds: Double, metres: Double) {
        var before = nodes[0]
        for node in nodes.dropFirst() {
            if greatCircle < node.greatCircle {
                let share = max(0, greatCircle - before.greatCircle) / (node.greatCircle - before.greatCircle)
                return (
                    before.seconds + share * (node.seconds - before.seconds),
                    before.metres + share * (node.metres - before.metres)
                )
            }
            before = node
        }
        let beyond = max(0, greatCircle - before.greatCircle)
        return (before.seconds + beyond * secondsPerMetre, before.metres + beyond * metresPerMetre)
    }

    /// The region of a place, for `exactLeg(greatCircle:between:and:)`; nil where it is in none. O(regions).
    package func region(of place: GeoPoint) -> Int? { regions?.region(of: place) }

    /// The same between places of two regions.
    package func exactLeg(
        greatCircle: Double, between start: Int?, and end: Int?
    ) -> (seconds: Double, metres: Double) {
        let leg = exactLeg(greatCircle: greatCircle)
        guard let regions else { return leg }
        let factors = regions.factors(between: start, and: end)
        return (leg.seconds * factors.seconds, leg.metres * factors.metres)
    }

    /// The same between two places. O(regions).
    package func exactLeg(from start: GeoPoint, to end: GeoPoint) -> (seconds: Double, metres: Double) {
        exactLeg(greatCircle: start.distance(to: end), between: region(of: start), and: region(of: end))
    }

    /// By the bands alone, in whole seconds and metres. Distances on earth do not exceed 20,038 km; longer ones count as that.
    package func leg(greatCircle metres: Double) -> (seconds: Int, metres: Int) {
        let exact = exactLeg(greatCircle: min(metres, 20_038_000))
        return (Int(exact.seconds.rounded()), Int(exact.metres.rounded()))
    }
}

extension TravelSettings {
    /// The estimator of these bands; make it once and use it for many legs.
    package var estimate: TravelEstimate { TravelEstimate(self) }

    /// Seconds of driving (without `accessMinutes`) and metres of road for that many metres of great circle.
    package func leg(greatCircle metres: Double) -> (seconds: Int, metres: Int) { estimate.leg(greatCircle: metres) }
}
