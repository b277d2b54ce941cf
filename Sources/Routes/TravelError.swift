import Config

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

    /// What an error is made of.
    struct Sums {
        private(set) var absolute = 0.0
        private(set) var known = 0.0
        private(set) var estimated = 0.0
        private(set) var ratios: [Double] = []

        var legs: Int { ratios.count }

        mutating func add(_ leg: TravelLeg, _ estimate: TravelEstimate) {
            add(known: leg.seconds, guess: estimate.exactLeg(leg).seconds)
        }

        /// Seconds.
        mutating func add(known seconds: Double, guess: Double) {
            absolute += abs(guess - seconds)
            known += seconds
            estimated += guess
            ratios.append(seconds / guess)
        }

        mutating func add(_ other: Sums) {
            absolute += other.absolute
            known += other.known
            estimated += other.estimated
            ratios += other.ratios
        }
    }

    init(_ legs: [TravelLeg], _ estimate: TravelEstimate) {
        var sums = Sums()
        for leg in legs { sums.add(leg, estimate) }
        self.init(sums)
    }

    init(_ sums: Sums) {
        let ratios = sums.ratios.sorted()
        medianRatio = ratios.isEmpty ? 1 : ratios[(ratios.count - 1) / 2]
        meanAbsolute = ratios.isEmpty ? 0 : sums.absolute / Double(ratios.count)
        relative = sums.known > 0 ? sums.absolute / sums.known : 0
        bias = sums.known > 0 ? sums.estimated / sums.known - 1 : 0
    }
}

extension TravelError {
    /// Less than 98 hundredths of the other one's mean: less is not worth a change.
    func isCloser(than other: TravelError) -> Bool { meanAbsolute < 0.98 * other.meanAbsolute }
}

extension TravelEstimate {
    /// With the regions of the leg's places, where they are known.
    func exactLeg(_ leg: TravelLeg) -> (seconds: Double, metres: Double) {
        exactLeg(
            greatCircle: leg.greatCircle, between: leg.from.flatMap(region(of:)), and: leg.to.flatMap(region(of:)))
    }
}
