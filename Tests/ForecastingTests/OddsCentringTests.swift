import Foundation
import Testing

@testable import Forecasting

@Suite struct OddsCentringTests {
    /// The mean of the chance over all log-normal factors of mean 1, by a fine sum of our own.
    private func mean(_ chance: Double, deviation: Double) -> Double {
        let odds = OddsCentring(deviation: deviation).odds(chance)
        var (sum, weights) = (0.0, 0.0)
        for step in -1_800...1_800 {
            let score = Double(step) / 200
            let weight = exp(-score * score / 2)
            sum += weight * scaledChance(odds, exp(deviation * score - deviation * deviation / 2))
            weights += weight
        }
        return sum / weights
    }

    @Test(arguments: [0.2, 0.5, 0.8, 1.4], [0.01, 0.1, 0.3, 0.5, 0.9])
    func `a chance stays what it is on average, however far its odds stray`(deviation: Double, chance: Double) {
        #expect(abs(mean(chance, deviation: deviation) / chance - 1) < 0.003)
    }

    @Test func `sure and impossible stay so, and without dispersion nothing moves`() {
        let centring = OddsCentring(deviation: 0.5)
        #expect(scaledChance(centring.odds(0), 3) == 0 && scaledChance(centring.odds(1), 0.1) == 1)
        #expect(scaledChance(OddsCentring(deviation: 0).odds(0.3), 1) == 0.3)
    }
}
