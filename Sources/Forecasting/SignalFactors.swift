import Foundation

/// Factors on the chance to be won by class of a signal, learned from earlier months: won ÷ expected, shrunk to 1 as a
/// Gamma-Poisson rate (Efron and Morris 1973, "Stein's Estimation Rule and its Competitors: an Empirical Bayes Approach").
/// Classes that are hardly seen are taken together.
struct SignalFactors {
    static let range = 0.5...2.0
    /// Deals, month by month, that a class needs to stand for itself.
    static let neededDeals = 5

    private struct Tally {
        var deals = 0
        var won = 0.0
        var expected = 0.0

        mutating func add(_ other: Tally) {
            deals += other.deals
            won += other.won
            expected += other.expected
        }
    }

    private var tallies: [Tally] = []
    /// Wins that a factor of 1 counts for.
    let prior: Double

    init(prior: Double) { self.prior = max(1, prior) }

    /// Classes are numbered from 0.
    mutating func add(_ number: Int, chance: Double, isWon: Bool) {
        if tallies.count <= number {
            tallies.append(contentsOf: repeatElement(Tally(), count: number + 1 - tallies.count))
        }
        tallies[number].add(Tally(deals: 1, won: isWon ? 1 : 0, expected: chance))
    }

    /// By class up to the last one seen; 1 for one between that was never seen. O(classes).
    func factors() -> [Double] {
        var all = Tally()
        var rare = Tally()
        for tally in tallies {
            all.add(tally)
            if tally.deals < SignalFactors.neededDeals { rare.add(tally) }
        }
        // Relative to all classes, so that a month that went well as a whole lifts none.
        let level = (all.won + prior) / (all.expected + prior)
        func factor(_ tally: Tally) -> Double {
            let own = (tally.won + prior) / (tally.expected * level + prior)
            return min(max(own, SignalFactors.range.lowerBound), SignalFactors.range.upperBound)
        }
        let ofRare = factor(rare)
        return tallies.map { $0.deals == 0 ? 1 : $0.deals < SignalFactors.neededDeals ? ofRare : factor($0) }
    }
}

/// The chance to be won when the hazard is `factor` times as high (proportional hazards; Cox 1972).
func scaledChance(_ chance: Double, by factor: Double) -> Double {
    factor == 1 ? chance : 1 - pow(1 - min(max(chance, 0), 1), factor)
}
