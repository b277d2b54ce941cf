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
        var tails = PoissonTails(count: 2)
        tails.start(0, mean: 2)
        tails.start(1, mean: 0)
        // 1 − e⁻², then less 2e⁻² for each of one and two events.
        for (count, expected) in [(1, 0.864_665), (2, 0.593_994), (3, 0.323_324), (4, 0.142_877)] {
            #expect(abs(tails.tail(0) - expected) < 1e-6)
            #expect(tails.tail(1) == 0)
            tails.advance(0, count: count)
            tails.advance(1, count: count)
        }
    }
}
