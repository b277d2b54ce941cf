import Foundation

/// Keeps a deal's chance what it is when its odds are multiplied with a log-normal factor.
///
/// With odds scaled by F of mean 1, the mean of pF ÷ (1 − p + pF) is a little below p, as the curve bends. Scaled by c(p)
/// as well the mean over all futures is p again, so more dispersion widens a forecast and does not lower it. c rises from
/// 1 at p = 0 to the mean of 1 ÷ F at p = 1; it is kept for 257 chances, linear in between.
struct OddsCentring {
    private static let cells = 256
    private var factors: [Double]

    /// `deviation` of log F. O(cells).
    init(deviation: Double) {
        guard deviation > 0 else {
            factors = [Double](repeating: 1, count: OddsCentring.cells + 1)
            return
        }
        let variance = deviation * deviation
        // Log F by the trapezoid rule from −8 to 8 standard deviations: the tails matter where it strays far.
        let scores = (-48...48).map { Double($0) / 6 }
        let heights = scores.map { exp(-$0 * $0 / 2) }
        let height = heights.reduce(0, +)
        let weights = heights.map { $0 / height }
        let levels = scores.map { exp(deviation * $0 - variance / 2) }
        let mean = zip(weights, levels).reduce(0) { $0 + $1.0 * $1.1 }
        let swings = zip(weights, levels).map { (weight: $0, level: $1 / mean) }
        factors = (0...OddsCentring.cells).map { cell in
            let chance = Double(cell) / Double(OddsCentring.cells)
            if cell == 0 { return 1 }
            if cell == OddsCentring.cells { return swings.reduce(0) { $0 + $1.weight / $1.level } }
            var low = -variance
            var high = 3 * variance
            for _ in 0..<24 {
                let middle = (low + high) / 2
                let odds = chance * exp(middle)
                let reached = swings.reduce(0) {
                    $0 + $1.weight * odds * $1.level / (1 - chance + odds * $1.level)
                }
                if reached < chance { low = middle } else { high = middle }
            }
            return exp((low + high) / 2)
        }
    }

    /// The two parts of the odds of `chance` (0...1), ready to be scaled: with F the chance is xF ÷ (y + xF).
    @inline(__always)
    func odds(_ chance: Double) -> SIMD2<Double> {
        let chance = min(1, max(0, chance))
        let place = chance * Double(OddsCentring.cells)
        let cell = min(Int(place), OddsCentring.cells - 1)
        let share = place - Double(cell)
        return SIMD2(chance * (factors[cell] * (1 - share) + factors[cell + 1] * share), 1 - chance)
    }
}

/// The chance that such odds give with a factor above 0.
@inline(__always)
func scaledChance(_ odds: SIMD2<Double>, _ factor: Double) -> Double {
    let scaled = odds.x * factor
    return scaled / (odds.y + scaled)
}
