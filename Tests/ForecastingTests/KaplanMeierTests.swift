import Quantities
import Testing

@testable import Forecasting

/// Weeks in remission of 42 children with leukaemia (Freireich et al., Blood 21, 1963), the worked example of the
/// product-limit estimate in Kleinbaum & Klein, Survival Analysis (table 2.1 and following) and Cox & Oakes 1984.
@Suite struct KaplanMeierTests {
    private let treated = KaplanMeier(
        ended: [6, 6, 6, 7, 10, 13, 16, 22, 23], censored: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
    private let placebo = KaplanMeier(
        ended: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], censored: [])

    private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

    @Test func `the remissions under 6-MP have the published curve`() {
        let ends = treated.points.filter { $0.ended > 0 }
        #expect(ends.map(\.days) == [6, 7, 10, 13, 16, 22, 23])
        #expect(ends.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
        #expect(ends.map(\.ended) == [3, 1, 1, 1, 1, 1, 1])
        #expect(ends.map { rounded($0.share) } == [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482])
        #expect(ends.map { rounded($0.standardError) } == [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346])
        #expect(treated.days(until: 0.5) == 23)
        #expect(treated.days(until: 0.9) == nil)
    }

    @Test func `who is censored counts until then`() {
        let censored = treated.points.filter { $0.ended == 0 }
        #expect(censored.map(\.days) == [9, 11, 17, 19, 20, 25, 32, 34, 35])
        #expect(censored.map(\.censored) == [1, 1, 1, 1, 1, 1, 2, 1, 1])
        // On a day with both, the censored one was at risk of what ended.
        #expect(treated.points[0].censored == 1 && treated.points[0].atRisk == 21)
        #expect(treated.points.last?.share == treated.points.first { $0.days == 23 }?.share)
    }

    @Test func `without censoring the curve is the share that is left`() {
        #expect(placebo.days(until: 0.5) == 8)
        for point in placebo.points {
            let left = placebo.points.filter { $0.days > point.days }.reduce(0) { $0 + $1.ended }
            #expect(abs(point.share - Double(left) / 21) < 1e-12)
        }
        #expect(placebo.points.last?.share == 0)
    }

    @Test func `an even number has its lower middle as median`() {
        #expect(KaplanMeier(ended: [1, 2, 3, 4], censored: []).days(until: 0.5) == 2)
        #expect(KaplanMeier(ended: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], censored: []).days(until: 0.9) == 9)
    }

    @Test func `the interval is log-log from Greenwood's variance`() {
        // For 6 weeks S is 18/21 and Greenwood's sum 3/(21·18): (6/7)^exp(±1.645·0.0891/0.1542).
        let first = treated.points[0]
        #expect(rounded(first.low) == 0.6711)
        #expect(rounded(first.high) == 0.9422)
        #expect(treated.points.allSatisfy { $0.low <= $0.share && $0.share <= $0.high })
        #expect(treated.range(until: 0.5).low == 13)
        #expect(treated.range(until: 0.5).high == nil)
    }

    @Test func `nothing, and nothing that ended, have no quantile`() {
        #expect(KaplanMeier(ended: [], censored: []).points.isEmpty)
        let lasting = KaplanMeier(ended: [], censored: [3, 4])
        #expect(lasting.days(until: 0.5) == nil)
        #expect(lasting.points.map(\.share) == [1, 1])
    }

    @Test func `the order of the input changes nothing`() {
        #expect(KaplanMeier(ended: [9, 1, 5], censored: [7, 2]) == KaplanMeier(ended: [5, 9, 1], censored: [2, 7]))
    }
}
