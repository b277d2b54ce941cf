package import Config

/// Holds the estimate against logged legs, whose gaps hold waiting and lunch besides the drive.
///
/// The drive is where the gaps crowd: in each band of distance the shortest half of gap ÷ estimate (the narrowest span
/// that holds half of the legs, whose middle is known as the shorth; Andrews et al. 1972) are the legs that were driven
/// straight away, and its median is the factor. Waits and lunches lie above it and do not move it while fewer than half of
/// the legs have one. Errors are those of the shortest half, the same legs before and after, so they tell how well the
/// estimate meets an undisturbed drive, and are a little too kind.
/// Regions are not fitted: a wait is longer than what sets regions apart.
///
/// A log whose times were written down and not measured can't tell, and is not used: fewer than 100 legs, more than a
/// tenth of them impossible, gaps that do not grow with distance (rank correlation under 0.25), or gaps whose shortest half
/// spans more than a factor of three in each band.
package func checkTravel(_ settings: TravelSettings, againstLogged legs: [TravelLeg]) -> TravelCheck {
    let shortest = undisturbed(legs, settings)
    let judged = shortest.filter(\.isJudged)
    var check = TravelCheck(judged, of: legs.count, settings)
    if let reason = doubt(ofLogged: legs) {
        check.verdict = .cannotTell(reason)
        return check
    }
    let fitted = TravelFit.bands(from: settings.bands, to: legs.filter { !$0.isJudged }) {
        TravelFit.undisturbed($0.map(\.ratio))
    }
    guard let fitted else {
        check.verdict = .cannotTell(.scattered)
        return check
    }
    let fit = FittedEstimate(bands: fitted)
    let estimate = settings.fitted(as: fit).estimate
    if TravelError(judged, estimate).isCloser(than: check.total.before) {
        check.setAfter(estimate, on: judged)
        check.verdict = .closer(fit)
    }
    return check
}

/// Why these legs tell nothing; nil where they may.
func doubt(ofLogged legs: [TravelLeg]) -> TravelCheck.Reason? {
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
