import Config
import Quantities
import Records

/// Fewer closed deals than this say too little: the configured probabilities decide.
let minimumClosedDeals = 10

/// What became of the deals that were ever in each open stage.
///
/// Win rates are Beta-Binomial: `priorDeals` imagined deals with the configured probability, then the closed ones. Open
/// deals are censored and do not count here; the interval is the exact one of 5 % to 95 %. O(stays).
func stageRates(
    histories: [DealHistory], stages: OpenStages, priorDeals: Double, usesConfiguredRates: Bool,
    open: [OpenDeal],
    currency: Currency
) -> [StageRate] {
    var closed = [Int](repeating: 0, count: stages.count)
    var won = closed
    var durations = [[Int]](repeating: [], count: stages.count)
    for history in histories {
        for stay in history.stays where stay.end != .open { durations[stay.stage].append(stay.days) }
        guard history.outcome != .open else { continue }
        for stage in Set(history.stays.map(\.stage)) {
            closed[stage] += 1
            if history.outcome == .won { won[stage] += 1 }
        }
    }
    return stages.settings.enumerated().map { index, stage in
        let seen = usesConfiguredRates ? (closed: 0, won: 0) : (closed: closed[index], won: won[index])
        let prior = max(0, priorDeals)
        let belief = BetaDistribution(
            alpha: Double(seen.won) + prior * stage.probability,
            beta: Double(seen.closed - seen.won) + prior * (1 - stage.probability))
        let rate: (mean: Double, low: Double, high: Double)
        if belief.alpha > 0, belief.beta > 0 {
            rate = (belief.mean, belief.quantile(0.05), belief.quantile(0.95))
        } else if belief.alpha + belief.beta > 0 {
            // Everything was won, or lost, and nothing was expected otherwise.
            rate = (belief.mean, belief.mean, belief.mean)
        } else {
            rate = (stage.probability, 0, 1)
        }
        let days = durations[index].sorted()
        let here = open.filter { $0.stage == index }
        return StageRate(
            stage: stage.name, closedCount: closed[index], wonCount: won[index], winRate: rate.mean,
            winRateLow: rate.low, winRateHigh: rate.high, configuredRate: stage.probability,
            medianDays: quantile(ofSorted: days, 0.5), p90Days: quantile(ofSorted: days, 0.9),
            openCount: here.count,
            openAmount: Money(minorUnits: here.reduce(0) { $0 + $1.amount }, currency: currency))
    }
}
