import Testing

@testable import Forecasting

@Suite struct BetaDistributionTests {
    @Test func `the uniform distribution has its shares as quantiles`() {
        for share in [0.05, 0.3, 0.95] {
            #expect(abs(BetaDistribution(alpha: 1, beta: 1).quantile(share) - share) < 1e-8)
        }
    }

    @Test func `one of two has the quantile that follows from its square`() {
        // Beta(2, 1) has the distribution function x².
        #expect(abs(BetaDistribution(alpha: 2, beta: 1).quantile(0.25) - 0.5) < 1e-8)
        #expect(abs(BetaDistribution(alpha: 1, beta: 2).quantile(0.75) - 0.5) < 1e-8)
    }

    @Test func `small shapes agree with the arcsine law`() {
        // Beta(½, ½): sin²(π/2 · share).
        #expect(abs(BetaDistribution(alpha: 0.5, beta: 0.5).quantile(1.0 / 3) - 0.25) < 1e-8)
    }

    @Test func `many deals give a narrow interval around the mean`() {
        let belief = BetaDistribution(alpha: 4_000, beta: 2_000)
        #expect(belief.quantile(0.05) > 0.655 && belief.quantile(0.95) < 0.678)
        #expect(abs(belief.quantile(0.5) - belief.mean) < 1e-3)
    }
}
