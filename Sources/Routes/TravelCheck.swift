package import Config

/// How far the estimate is off against drives whose time is known, and bands that would be closer.
///
/// Bands are fitted to one half of the drives; every error is measured on the other half.
package struct TravelCheck: Sendable, Hashable {
    /// The error within a band of great-circle distance.
    package struct Row: Sendable, Hashable {
        /// Kilometres; `to` is infinite in the last band.
        package var from: Double
        package var to: Double
        /// Legs that were judged.
        package var legs: Int
        package var before: TravelError
        /// With the fitted bands.
        package var after: TravelError?
    }

    package enum Verdict: Sendable, Hashable {
        /// These bands are closer.
        case closer([TravelSettings.Band])
        /// The bands of the config are as close as any.
        case closeEnough
        case cannotTell(Reason)
    }

    /// Why drives say nothing about driving.
    package enum Reason: Sendable, Hashable {
        /// Legs there are, and needed.
        case tooFew(Int, needed: Int)
        /// Share of legs that would have to be driven faster than 130 km/h as the crow flies, or before they began.
        case impossible(share: Double)
        /// Gaps do not grow with distance; Spearman's rank correlation.
        case unrelated(correlation: Double)
        /// In no band the closest half of the gaps lies within a factor of three.
        case scattered
    }

    /// All legs, fitted and judged.
    package var legs: Int
    /// Bands that have judged legs, from short to long, and all together.
    package var rows: [Row]
    package var total: Row
    package var verdict: Verdict

    package var fittedBands: [TravelSettings.Band]? {
        if case .closer(let bands) = verdict { bands } else { nil }
    }
}

/// The error of estimated times against known ones.
package struct TravelError: Sendable, Hashable {
    /// Half of the legs take less than this many times the estimate.
    package var medianRatio: Double
    /// Seconds.
    package var meanAbsolute: Double
    /// Sum of absolute errors over the sum of known times.
    package var relative: Double
    /// Estimated over known, of the sums, less 1: below 0 plans promise too little driving.
    package var bias: Double

    init(_ legs: [TravelLeg], _ estimate: TravelEstimate) {
        var absolute = 0.0
        var known = 0.0
        var estimated = 0.0
        var ratios: [Double] = []
        for leg in legs {
            let guess = estimate.exactLeg(greatCircle: leg.greatCircle).seconds
            absolute += abs(guess - leg.seconds)
            known += leg.seconds
            estimated += guess
            ratios.append(leg.seconds / guess)
        }
        ratios.sort()
        medianRatio = ratios.isEmpty ? 1 : ratios[(ratios.count - 1) / 2]
        meanAbsolute = legs.isEmpty ? 0 : absolute / Double(legs.count)
        relative = known > 0 ? absolute / known : 0
        bias = known > 0 ? estimated / known - 1 : 0
    }
}

/// Holds the estimate against the drives of a matrix file, which are exact: the fit takes in each band the factor with the
/// least mean absolute error.
package func checkTravel(_ settings: TravelSettings, against legs: [TravelLeg]) -> TravelCheck {
    let judged = legs.filter(\.isJudged)
    var check = TravelCheck(judged, of: legs.count, settings)
    guard legs.count >= 2 * TravelFit.minimum else {
        check.verdict = .cannotTell(.tooFew(legs.count, needed: 2 * TravelFit.minimum))
        return check
    }
    let fitted = TravelFit.bands(from: settings.bands, to: legs.filter { !$0.isJudged }) {
        TravelFit.weightedMedian($0)
    }
    check.judge(fitted, on: judged, settings)
    return check
}

/// Holds the estimate against logged legs, whose gaps hold waiting and lunch besides the drive.
///
/// The drive is where the gaps crowd: in each band of distance the shortest half of gap ÷ estimate (the narrowest span
/// that holds half of the legs, whose middle is known as the shorth; Andrews et al. 1972) are the legs that were driven
/// straight away, and its median is the factor. Waits and lunches lie above it and do not move it while fewer than half of
/// the legs have one. Errors are those of the shortest half, the same legs before and after, so they tell how well the
/// estimate meets an undisturbed drive, and are a little too kind.
///
/// A log whose times were written down and not measured can't tell, and is not used: fewer than 100 legs, more than a
/// tenth of them impossible, gaps that do not grow with distance (rank correlation under 0.25), or gaps whose shortest half
/// spans more than a factor of three in each band.
package func checkTravel(_ settings: TravelSettings, againstLogged legs: [TravelLeg]) -> TravelCheck {
    let shortest = undisturbed(legs, settings)
    let judged = shortest.filter(\.isJudged)
    var check = TravelCheck(judged, of: legs.count, settings)
    if let reason = doubt(legs) {
        check.verdict = .cannotTell(reason)
        return check
    }
    let fitted = TravelFit.bands(from: settings.bands, to: legs.filter { !$0.isJudged }) { ratios in
        let sorted = ratios.map(\.ratio).sorted()
        let half = sorted[TravelFit.shortestHalf(sorted)]
        guard let low = half.first, let high = half.last, low > 0, high <= 3 * low else { return nil }
        return half[(half.startIndex + half.endIndex - 1) / 2]
    }
    guard let fitted else {
        check.verdict = .cannotTell(.scattered)
        return check
    }
    check.judge(fitted, on: judged, settings)
    return check
}

private func doubt(_ legs: [TravelLeg]) -> TravelCheck.Reason? {
    let needed = 100
    if legs.count < needed { return .tooFew(legs.count, needed: needed) }
    let impossible = Double(legs.count { $0.seconds < $0.greatCircle / 36.1 - 180 }) / Double(legs.count)
    if impossible > 0.1 { return .impossible(share: impossible) }
    let correlation = rankCorrelation(legs.map(\.greatCircle), legs.map(\.seconds))
    return correlation < 0.25 ? .unrelated(correlation: correlation) : nil
}

/// The legs of each band whose ratio lies in the shortest half of their band.
private func undisturbed(_ legs: [TravelLeg], _ settings: TravelSettings) -> [TravelLeg] {
    let estimate = settings.estimate
    return TravelFit.grouped(legs, by: settings.bands).flatMap { group -> [TravelLeg] in
        let ratios = group.map { $0.seconds / estimate.exactLeg(greatCircle: $0.greatCircle).seconds }
        let sorted = ratios.sorted()
        let half = sorted[TravelFit.shortestHalf(sorted)]
        guard let low = half.first, let high = half.last else { return [] }
        return zip(group, ratios).filter { (low...high).contains($0.1) }.map(\.0)
    }
}

/// Spearman's, of two lists of the same length; −1...1. Equal values share their mean rank.
func rankCorrelation(_ left: [Double], _ right: [Double]) -> Double {
    func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for index in start..<end { ranks[order[index]] = Double(start + end - 1) / 2 }
            start = end
        }
        return ranks
    }
    let mean = Double(left.count - 1) / 2
    let first = ranks(left).map { $0 - mean }
    let second = ranks(right).map { $0 - mean }
    let product = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = first.reduce(0) { $0 + $1 * $1 } * second.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? product / squares.squareRoot() : 0
}

extension TravelCheck {
    fileprivate init(_ judged: [TravelLeg], of legs: Int, _ settings: TravelSettings) {
        let estimate = settings.estimate
        self.legs = legs
        var from = 0.0
        rows = []
        for (band, group) in zip(settings.bands, TravelFit.grouped(judged, by: settings.bands)) {
            if !group.isEmpty {
                rows.append(
                    Row(from: from, to: band.upToKilometres, legs: group.count, before: TravelError(group, estimate)))
            }
            from = band.upToKilometres
        }
        total = Row(from: 0, to: .infinity, legs: judged.count, before: TravelError(judged, estimate))
        verdict = .closeEnough
    }

    /// Fitted bands are offered where they are closer over all, by at least a fiftieth of the error.
    fileprivate mutating func judge(
        _ fitted: [TravelSettings.Band]?, on judged: [TravelLeg], _ settings: TravelSettings
    ) {
        guard let fitted else { return }
        var closer = settings
        closer.bands = fitted
        let estimate = closer.estimate
        let after = TravelError(judged, estimate)
        guard after.meanAbsolute < 0.98 * total.before.meanAbsolute else { return }
        verdict = .closer(fitted)
        total.after = after
        for index in rows.indices {
            let row = rows[index]
            let group = judged.filter { leg in
                leg.greatCircle > row.from * 1000 && leg.greatCircle <= row.to * 1000
            }
            rows[index].after = TravelError(group, estimate)
        }
    }
}
