package import Config

/// How far the estimate is off against drives whose time is known, and what would be closer.
///
/// Bands and regions are fitted to one half of the drives, and every error is measured on the other half. Regions that
/// are closer are then fitted to all drives.
package struct TravelCheck: Sendable, Hashable {
    /// The error within a band of great-circle distance.
    package struct Row: Sendable, Hashable {
        /// Kilometres; `to` is infinite in the last band.
        package var from: Double
        package var to: Double
        /// Legs that were judged.
        package var legs: Int
        package var before: TravelError
        /// With the fit.
        package var after: TravelError?
    }

    package enum Verdict: Sendable, Hashable {
        /// This fit is closer.
        case closer(FittedEstimate)
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
    /// The error of all judged legs with fitted bands and without regions; nil where regions are not closer.
    package var bandsAlone: TravelError?
    /// What places that no known drive leads to can expect: regions are fitted without a fifth of the places and judged by
    /// the drives from there, for each fifth. Nil where regions are not closer.
    package var newPlaces: Row?
    package var verdict: Verdict

    package var fit: FittedEstimate? {
        if case .closer(let fit) = verdict { fit } else { nil }
    }

    package var fittedBands: [TravelSettings.Band]? { fit?.bands }
}

extension TravelCheck {
    init(_ judged: [TravelLeg], of legs: Int, _ settings: TravelSettings) {
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

    /// The errors with an estimate that is closer.
    mutating func setAfter(_ estimate: TravelEstimate, on judged: [TravelLeg]) {
        total.after = TravelError(judged, estimate)
        for index in rows.indices {
            let row = rows[index]
            let group = judged.filter { leg in
                leg.greatCircle > row.from * 1000 && leg.greatCircle <= row.to * 1000
            }
            rows[index].after = TravelError(group, estimate)
        }
    }
}
