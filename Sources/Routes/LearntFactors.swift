package import Config
package import Quantities

/// Traffic by weekday and hour, as the gaps between visits in the log tell it.
package struct LearntFactors: Sendable, Hashable {
    /// Hours of some weekdays with legs enough to judge them.
    package struct Hours: Sendable, Hashable {
        package var days: [Weekday]
        package var hours: TimeWindow
        /// Legs that begin in them, fitted and judged.
        package var legs: Int
        /// Of driving against the usual hours; 1 where nothing says that they differ.
        package var factor: Double
    }

    package enum Verdict: Sendable, Hashable {
        /// Some hours differ.
        case found
        /// The hours with enough legs are alike.
        case alike
        /// Fewer than two groups of hours have enough legs; how many one needs in each half.
        case tooFew(needed: Int)
        /// The log tells nothing about driving.
        case cannotTell(TravelCheck.Reason)
    }

    /// All legs of the log.
    package var legs: Int
    /// In the order of the week and the day. The factor of the group with most legs is 1: it is what the others are measured
    /// by.
    package var hours: [Hours]
    /// The errors of judged legs in hours with a factor, without it and with it; nil where no hours have one.
    package var judged: TravelCheck.Row?
    package var verdict: Verdict

    init(legs: Int, hours: [Hours] = [], judged: TravelCheck.Row? = nil, verdict: Verdict) {
        self.legs = legs
        self.hours = hours
        self.judged = judged
        self.verdict = verdict
    }

    /// Nil where no hours differ.
    package var factors: TravelFactors? {
        guard verdict == .found else { return nil }
        return TravelFactors(
            hours.filter { $0.factor != 1 }.map {
                TravelFactors.Rule(days: $0.days, hours: $0.hours, factor: $0.factor)
            })
    }
}

extension TravelSettings {
    /// The same without traffic, to learn it from the log.
    var withoutTraffic: TravelSettings {
        var settings = self
        settings.factors = TravelFactors()
        return settings
    }
}
