import Foundation

/// Factors on the chance to be won by class of a signal, learned from earlier months: won ÷ expected, shrunk to 1 as a
/// Gamma-Poisson rate (Efron and Morris 1973, "Stein's Estimation Rule and its Competitors: an Empirical Bayes Approach").
struct SignalFactors {
    static let range = 0.5...2.0

    private var won: [Double] = []
    private var expected: [Double] = []
    /// Wins that a factor of 1 counts for.
    let prior: Double

    init(prior: Double) { self.prior = max(1, prior) }

    mutating func add(_ number: Int, chance: Double, isWon: Bool) {
        while won.count <= number {
            won.append(0)
            expected.append(0)
        }
        expected[number] += chance
        if isWon { won[number] += 1 }
    }

    /// 1 for a class that was never seen.
    func factor(_ number: Int) -> Double {
        guard number < won.count else { return 1 }
        // Relative to all classes, so that a month that went well as a whole lifts none.
        let all = (won.reduce(0, +) + prior) / (expected.reduce(0, +) + prior)
        let own = (won[number] + prior) / (expected[number] * all + prior)
        return min(max(own, SignalFactors.range.lowerBound), SignalFactors.range.upperBound)
    }

    /// By class.
    func factors() -> [Double] { won.indices.map(factor) }
}

/// The chance to be won when the hazard is `factor` times as high (proportional hazards; Cox 1972).
func scaledChance(_ chance: Double, by factor: Double) -> Double {
    factor == 1 ? chance : 1 - pow(1 - min(max(chance, 0), 1), factor)
}
