import Config

/// Bands of the estimate that fit legs whose time is known.
enum TravelFit {
    /// A band with fewer legs stays as it is.
    static let minimum = 30
    private static let rounds = 12

    /// Bands with the bounds of `bands`, scaled to the legs: in each round a band's time is multiplied by `scale` of known
    /// over estimated seconds, and its road by the weighted median of known over estimated metres. The estimate is linear
    /// between the middles of bands, so that neighbours depend on each other and it takes some rounds until they agree.
    ///
    /// `scale` is given ratios with the estimates as weights, and returns nil where they can't tell. The result is
    /// rounded as it is written into a config; nil where no band can be fitted. O(rounds × n log n).
    static func bands(
        from bands: [TravelSettings.Band], to legs: [TravelLeg],
        scale: (_ ratios: [(ratio: Double, weight: Double)]) -> Double?
    ) -> [TravelSettings.Band]? {
        var fitted = bands
        let groups = grouped(legs, by: bands)
        var isFitted = Array(repeating: false, count: bands.count)
        for _ in 0..<rounds {
            var settings = TravelSettings()
            settings.bands = fitted
            let estimate = settings.estimate
            for (index, group) in groups.enumerated() where group.count >= minimum {
                let estimates = group.map { estimate.exactLeg(greatCircle: $0.greatCircle) }
                let times = zip(group, estimates).map { ($0.seconds / $1.seconds, $1.seconds) }
                guard let time = scale(times.map { (ratio: $0.0, weight: $0.1) }) else { continue }
                let roads = zip(group, estimates).compactMap { leg, estimate in
                    leg.metres.map { (ratio: $0 / estimate.metres, weight: estimate.metres) }
                }
                let road = roads.count < minimum ? 1 : weightedMedian(roads)
                let band = fitted[index]
                let detour = min(max(band.detour * road, 1), 5)
                // Seconds for a metre of great circle.
                let pace = band.detour * 3.6 / band.kilometresPerHour * min(max(time, 0.5), 2)
                fitted[index].detour = detour
                fitted[index].kilometresPerHour = min(max(detour * 3.6 / pace, 1), 200)
                isFitted[index] = true
            }
        }
        guard isFitted.contains(true) else { return nil }
        for index in fitted.indices where isFitted[index] {
            fitted[index].detour = (fitted[index].detour * 100).rounded() / 100
            fitted[index].kilometresPerHour = (fitted[index].kilometresPerHour * 10).rounded() / 10
        }
        return fitted
    }

    /// The legs of each band, in their order.
    static func grouped(_ legs: [TravelLeg], by bands: [TravelSettings.Band]) -> [[TravelLeg]] {
        var groups = [[TravelLeg]](repeating: [], count: bands.count)
        for leg in legs {
            let index = bands.firstIndex { leg.greatCircle <= $0.upToKilometres * 1000 } ?? bands.count - 1
            groups[index].append(leg)
        }
        return groups
    }

    /// The ratio that minimises the sum of weight × |ratio − it|: with estimates as weights, the factor with the least mean
    /// absolute error.
    static func weightedMedian(_ values: [(ratio: Double, weight: Double)]) -> Double {
        let sorted = values.sorted { ($0.ratio, $0.weight) < ($1.ratio, $1.weight) }
        let half = sorted.reduce(0) { $0 + $1.weight } / 2
        var sum = 0.0
        for value in sorted {
            sum += value.weight
            if sum >= half { return value.ratio }
        }
        return 1
    }

    /// The shortest half of sorted values: the narrowest span that holds half of them, the first of several.
    static func shortestHalf(_ sorted: [Double]) -> Range<Int> {
        if sorted.isEmpty { return 0..<0 }
        let length = max(1, (sorted.count + 1) / 2)
        var best = 0
        for start in 0...max(0, sorted.count - length)
        where sorted[start + length - 1] - sorted[start] < sorted[best + length - 1] - sorted[best] {
            best = start
        }
        return best..<min(best + length, sorted.count)
    }

    /// The median of the shortest half of ratios; nil where that spans more than a factor of three.
    static func undisturbed(_ ratios: [Double]) -> Double? {
        let sorted = ratios.sorted()
        let half = sorted[shortestHalf(sorted)]
        guard let low = half.first, let high = half.last, low > 0, high <= 3 * low else { return nil }
        return half[(half.startIndex + half.endIndex - 1) / 2]
    }
}
