import Quantities
import Testing

@testable import Forecasting

@Suite struct QuantilesTests {
    @Test func `selection agrees with sorting`() {
        var random = SeededRandom(seed: 7)
        for count in [1, 2, 3, 9, 10, 11, 100, 1_001] {
            for spread in [1, 3, 1_000_000] {
                var values = (0..<count).map { _ in random.integer(in: 0..<spread) }
                let sorted = values.sorted()
                let found = tenFiftyNinety(&values)
                #expect(found.p10 == quantile(ofSorted: sorted, 0.1))
                #expect(found.p50 == quantile(ofSorted: sorted, 0.5))
                #expect(found.p90 == quantile(ofSorted: sorted, 0.9))
                #expect(values.sorted() == sorted)
            }
        }
    }

    @Test func `a quantile is the smallest value that enough others do not exceed`() {
        #expect(quantile(ofSorted: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.1) == 1)
        #expect(quantile(ofSorted: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5) == 5)
        #expect(quantile(ofSorted: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9) == 9)
        #expect(quantile(ofSorted: [], 0.9) == nil)
    }

    @Test func `counts follow the Poisson distribution`() {
        let counts = PoissonCounts(mean: 2)
        // e⁻² = 0.1353, then 0.4060, 0.6767 cumulated.
        #expect(counts.count(0.135) == 0)
        #expect(counts.count(0.136) == 1)
        #expect(counts.count(0.407) == 2)
        #expect(PoissonCounts(mean: 0).count(0.999) == 0)
    }
}
