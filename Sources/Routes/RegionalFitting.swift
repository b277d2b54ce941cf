import Config
import Foundation
import Geo

extension TravelFit {
    /// A region has at least two and a half places on average.
    private static let mostRegions = 60
    private static let leastPlaces = 10

    /// Factors for drives within and between regions, on top of an estimate by bands, that fit legs whose places are known;
    /// nil where there are too few of those.
    ///
    /// A region's own share is what all drives from and to it take longer; a pair of regions has a factor of its own, the
    /// weighted median of known over estimated, drawn to the product of both shares where its legs are few. So a pair of
    /// regions that nobody drove between has that product. O(legs × (regions + log legs)).
    static func regions(of legs: [TravelLeg], estimate: TravelEstimate) -> RegionalFit? {
        var places = Set<GeoPoint>()
        var placed: [PlacedLeg] = []
        for leg in legs {
            guard let from = leg.from, let to = leg.to else { continue }
            let exact = estimate.exactLeg(greatCircle: leg.greatCircle)
            places.insert(from)
            places.insert(to)
            placed.append(
                PlacedLeg(
                    from: from, to: to, time: (leg.seconds / exact.seconds, exact.seconds),
                    road: leg.metres.map { ($0 / exact.metres, exact.metres) }))
        }
        guard places.count >= leastPlaces, placed.count >= 2 * minimum else { return nil }
        let regions = placeRegions(of: Array(places), count: min(mostRegions, places.count * 2 / 5))
        guard regions.count > 1 else { return nil }
        let finder = RegionalFit(
            regions: regions, factors: Array(repeating: .none, count: regions.count * regions.count))
        let regionOf = Dictionary(uniqueKeysWithValues: places.map { ($0, finder.region(of: $0)) })
        var times = PairFactors(count: regions.count)
        var roads = times
        for leg in placed {
            guard let from = regionOf[leg.from] ?? nil, let to = regionOf[leg.to] ?? nil else { continue }
            times.add(leg.time, from, to)
            if let road = leg.road { roads.add(road, from, to) }
        }
        let seconds = times.fitted()
        let metres = roads.legs < 2 * minimum ? seconds.map { _ in 1 } : roads.fitted()
        return RegionalFit(
            regions: regions,
            factors: zip(seconds, metres).map { RegionalFit.Factors(seconds: $0, metres: $1) })
    }
}

private struct PlacedLeg {
    var from: GeoPoint
    var to: GeoPoint
    /// Known over estimated, and estimated.
    var time: (ratio: Double, weight: Double)
    var road: (ratio: Double, weight: Double)?
}

/// The ratios of known over estimated of each pair of regions, and the factors that they tell.
private struct PairFactors {
    private let count: Int
    private var ratios: [[(ratio: Double, weight: Double)]]
    private(set) var legs = 0

    init(count: Int) {
        self.count = count
        ratios = Array(repeating: [], count: count * count)
    }

    /// For both directions.
    mutating func add(_ ratio: (ratio: Double, weight: Double), _ from: Int, _ to: Int) {
        // A hundred times as long as estimated is a slip, not a road.
        guard ratio.ratio > 0.01, ratio.ratio < 100, ratio.weight > 0 else { return }
        ratios[min(from, to) * count + max(from, to)].append(ratio)
        legs += 1
    }

    /// For each ordered pair, between a third and eight times.
    func fitted() -> [Double] {
        var own = [Double](repeating: 0, count: count * count)
        var weights = own
        var numbers = own
        for low in 0..<count {
            for high in low..<count {
                let cell = ratios[low * count + high].sorted { ($0.ratio, $0.weight) < ($1.ratio, $1.weight) }
                if cell.isEmpty { continue }
                for index in [low * count + high, high * count + low] {
                    own[index] = log(TravelFit.weightedMedian(cell))
                    weights[index] = cell.reduce(0) { $0 + $1.weight }
                    numbers[index] = Double(cell.count)
                }
            }
        }
        let shares = shares(own, weights, numbers)
        return (0..<count * count).map { index in
            let usual = shares[index / count] + shares[index % count]
            // Two legs, there and back, count half.
            let value = usual + (own[index] - usual) * numbers[index] / (numbers[index] + 2)
            return min(max(exp(value), 1 / 3.0), 8)
        }
    }

    /// The shares of regions whose sums come closest to the pairs' logarithms: each in turn the weighted median of what is
    /// left of its pairs, drawn to 0 where its legs are few.
    private func shares(_ own: [Double], _ weights: [Double], _ numbers: [Double]) -> [Double] {
        var shares = [Double](repeating: 0, count: count)
        for _ in 0..<10 {
            for region in 0..<count {
                var rest: [(ratio: Double, weight: Double)] = []
                var legs = 0.0
                for other in 0..<count where numbers[region * count + other] > 0 {
                    let index = region * count + other
                    legs += numbers[index]
                    rest.append((other == region ? own[index] / 2 : own[index] - shares[other], weights[index]))
                }
                if !rest.isEmpty { shares[region] = TravelFit.weightedMedian(rest) * legs / (legs + 3) }
            }
        }
        return shares
    }
}
