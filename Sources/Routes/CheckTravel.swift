package import Config
import Geo
import Quantities

/// Holds the estimate against drives that are known exactly, those of a matrix file or of roads: the fit takes in each band
/// the factor with the least mean absolute error, and then factors for regions, where the legs' places are known.
///
/// Each of both is taken where it makes the error on the judged legs at least a fiftieth smaller.
package func checkTravel(_ settings: TravelSettings, against legs: [TravelLeg]) -> TravelCheck {
    var plain = settings
    plain.regions = nil
    let judged = legs.filter(\.isJudged)
    var check = TravelCheck(judged, of: legs.count, plain)
    guard legs.count >= 2 * TravelFit.minimum else {
        check.verdict = .cannotTell(.tooFew(legs.count, needed: 2 * TravelFit.minimum))
        return check
    }
    let sample = legs.filter { !$0.isJudged }
    var best = (fit: FittedEstimate(bands: plain.bands), error: check.total.before)
    if let bands = TravelFit.bands(from: plain.bands, to: sample, scale: { TravelFit.weightedMedian($0) }) {
        let fit = FittedEstimate(bands: bands)
        let error = TravelError(judged, plain.fitted(as: fit).estimate)
        if error.isCloser(than: best.error) { best = (fit, error) }
    }
    let bandsAlone = best
    if let regions = TravelFit.regions(of: sample, estimate: plain.fitted(as: best.fit).estimate) {
        let fit = FittedEstimate(bands: best.fit.bands, regions: regions)
        let error = TravelError(judged, plain.fitted(as: fit).estimate)
        if error.isCloser(than: best.error) { best = (fit, error) }
    }
    guard best.fit != FittedEstimate(bands: plain.bands) else { return check }
    check.setAfter(plain.fitted(as: best.fit).estimate, on: judged)
    if best.fit.regions != nil {
        check.bandsAlone = bandsAlone.error
        check.newPlaces = newPlaces(legs, plain, bands: bandsAlone.fit.bands)
    }
    // For bands, a few numbers, half of the legs will do; regions are made anew from all.
    var fit = bandsAlone.fit
    if best.fit.regions != nil {
        fit.regions = TravelFit.regions(of: legs, estimate: plain.fitted(as: fit).estimate)
    }
    check.verdict = .closer(fit)
    return check
}

/// The errors of drives from places that the regions were fitted without. The bands, a handful of numbers, stay.
private func newPlaces(
    _ legs: [TravelLeg], _ settings: TravelSettings, bands: [TravelSettings.Band]
) -> TravelCheck.Row? {
    let fifths = 5
    /// By a draw that depends on the place alone.
    func fifth(_ place: GeoPoint?) -> Int? {
        guard let place else { return nil }
        var draw = SeededRandom(seed: place.latitude.bitPattern &* 31 &+ place.longitude.bitPattern)
        return draw.integer(in: 0..<fifths)
    }
    var fifthOf: [GeoPoint: Int] = [:]
    for leg in legs {
        for place in [leg.from, leg.to].compactMap(\.self) where fifthOf[place] == nil { fifthOf[place] = fifth(place) }
    }
    let plain = settings.estimate
    let fitted = settings.fitted(as: FittedEstimate(bands: bands)).estimate
    let starts = legs.map { $0.from.flatMap { fifthOf[$0] } }
    let ends = legs.map { $0.to.flatMap { fifthOf[$0] } }
    var before = TravelError.Sums()
    var after = before
    for held in 0..<fifths {
        let known = legs.indices.filter { starts[$0] != held && ends[$0] != held }.map { legs[$0] }
        guard let regions = TravelFit.regions(of: known, estimate: fitted) else { continue }
        let estimate = settings.fitted(as: FittedEstimate(bands: bands, regions: regions)).estimate
        for index in legs.indices where starts[index] == held {
            before.add(legs[index], plain)
            after.add(legs[index], estimate)
        }
    }
    guard before.legs > 0 else { return nil }
    return TravelCheck.Row(
        from: 0, to: .infinity, legs: before.legs, before: TravelError(before), after: TravelError(after))
}
