import Foundation

/// A chance that is not known exactly: Beta(`alpha`, `beta`), both above 0.
struct BetaDistribution {
    var alpha: Double
    var beta: Double

    var mean: Double { alpha / (alpha + beta) }

    /// Jeffreys' 90 % interval of a share of which `hits` of `count` were seen: 5 % to 95 % of Beta(hits + ½, misses + ½),
    /// and 0 or 1 itself where no hit or no miss was seen (Brown, Cai & DasGupta, Statistical Science 16, 2001).
    static func jeffreys(_ hits: Int, of count: Int) -> (low: Double, high: Double) {
        guard count > 0 else { return (0, 1) }
        let belief = BetaDistribution(alpha: Double(hits) + 0.5, beta: Double(count - hits) + 0.5)
        return (hits == 0 ? 0 : belief.quantile(0.05), hits == count ? 1 : belief.quantile(0.95))
    }

    /// The value that `share` (0...1) of the distribution stays below, to 1e-9, by bisection.
    func quantile(_ share: Double) -> Double {
        var low = 0.0
        var high = 1.0
        while high - low > 1e-9 {
            let middle = (low + high) / 2
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// Regularised incomplete beta function (NIST DLMF 8.17.22, continued fraction by Lentz's method).
    func cumulative(_ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        // The fraction converges quickly on this side of the mean; the other side is its mirror image.
        if x > (alpha + 1) / (alpha + beta + 2) {
            return 1 - BetaDistribution(alpha: beta, beta: alpha).cumulative(1 - x)
        }
        let front = exp(
            logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta) + alpha * log(x) + beta * log(1 - x)
        )
        return front * fraction(x) / alpha
    }

    private func fraction(_ x: Double) -> Double {
        let tiny = 1e-300
        func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / safe(1 - (alpha + beta) * x / (alpha + 1))
        var result = d
        for step in 1...500 {
            let m = Double(step)
            let even = m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m))
            d = 1 / safe(1 + even * d)
            c = safe(1 + even / c)
            result *= d * c
            let odd = -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1))
            d = 1 / safe(1 + odd * d)
            c = safe(1 + odd / c)
            result *= d * c
            if abs(d * c - 1) < 1e-14 { break }
        }
        return result
    }
}

/// Lanczos' approximation of ln Γ(x) for x > 0 (g = 7, nine terms), good to 1e-13; our own, because the C library's
/// writes a global sign and is therefore not safe on several threads.
private func logGamma(_ x: Double) -> Double {
    let terms = [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ]
    if x < 0.5 { return log(Double.pi / sin(Double.pi * x)) - logGamma(1 - x) }
    let shifted = x - 1
    var sum = terms[0]
    for (index, term) in terms.enumerated().dropFirst() { sum += term / (shifted + Double(index)) }
    let t = shifted + 7.5
    return 0.5 * log(2 * Double.pi) + (shifted + 0.5) * log(t) - t + log(sum)
}
