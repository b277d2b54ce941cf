import Config
import Quantities

/// Daily chances to be won, to be lost or to move on, by open stage and by whole weeks spent in it: competing risks in
/// discrete time (Tutz and Schmid 2016, "Modeling Discrete Time-to-Event Data", chapter 8), with open deals censored, times
/// a factor for the week of the quarter.
///
/// Counts are thin at high ages, so each week leans on the week before it with `priorDeals` deal-weeks, the first on the
/// stage's mean; the mean in turn leans on `priorDeals` deals that close with the configured probability. No chance falls
/// below a hundredth of the stage's mean: what was never seen may still happen. What happened a quarter of a year ago
/// weighs half of what happened yesterday.
struct StageHazards {
    /// The last entry holds everything older than a year.
    static let weeks = 53
    /// How long a deal takes where the company's own deals can't say: a mean of 60 days.
    static let usualDaysToClose = 60.0
    static let halfLife = 91.0
    /// Events that a week of the quarter needs for its factor to be half believed.
    static let seasonPrior = 30.0

    /// [stage][week], each 0...1.
    var won: [[Double]]
    var lost: [[Double]]
    /// [stage][week][stage moved to].
    var moved: [[[Double]]]
    /// Factors on these by week of the quarter.
    var wonSeason = [Double](repeating: 1, count: SellingCalendar.weeks)
    var lostSeason = [Double](repeating: 1, count: SellingCalendar.weeks)
    var movedSeason = [Double](repeating: 1, count: SellingCalendar.weeks)

    /// From what happened up to `asOf`, the last day of a block; without `cells` the configured probabilities and the usual
    /// time to close decide alone. O(cells).
    init(_ cells: HazardCells?, stages: OpenStages, priorDeals: Double, asOf: Day) {
        let blocks = (cells?.blocks ?? []).filter { $0.last <= asOf }
        let weeks = blocks.map(\.week)
        let weights = blocks.map {
            SellingCalendar.weight(daysAgo: (asOf - $0.first + (asOf - $0.last)) / 2, halfLife: StageHazards.halfLife)
        }
        func total(_ part: KeyPath<HazardCells.Block, [Double]>, stage: Int) -> Double {
            let row = stage * StageHazards.weeks..<(stage + 1) * StageHazards.weeks
            return zip(blocks, weights).reduce(0) { $0 + $1.1 * $1.0[keyPath: part][row].reduce(0, +) }
        }
        let all = 0..<stages.count
        let closings = all.reduce(0) { $0 + total(\.won, stage: $1) + total(\.lost, stage: $1) }
        let exposure = all.reduce(0) { $0 + total(\.daysToClose, stage: $1) }
        let daysToClose =
            closings >= Double(minimumClosedDeals) ? max(1, exposure / closings) : StageHazards.usualDaysToClose
        // Without a single observation the prior has to speak, whatever weight it was given.
        let imagined = all.map { total(\.daysToClose, stage: $0) > 0 ? max(0, priorDeals) : max(1, priorDeals) }

        func fit(
            _ events: [[Double]], _ days: KeyPath<HazardCells.Block, [Double]>, prior: (Int) -> Double
        ) -> HazardFit {
            HazardFit(
                events: events, days: blocks.map { $0[keyPath: days] }, weeks: weeks, weights: weights,
                prior: HazardFit.Prior(
                    events: all.map { imagined[$0] * prior($0) }, days: imagined.map { $0 * daysToClose },
                    chain: max(1, priorDeals) * 7, season: StageHazards.seasonPrior))
        }
        func rows(_ fit: HazardFit) -> [[Double]] {
            all.map { Array(fit.hazards[$0 * StageHazards.weeks..<($0 + 1) * StageHazards.weeks]) }
        }
        let wins = fit(blocks.map(\.won), \.daysToClose) { stages.settings[$0].probability }
        let losses = fit(blocks.map(\.lost), \.daysToClose) { 1 - stages.settings[$0].probability }
        let moves = fit(blocks.map(\.movedAnywhere), \.daysToMove) { _ in 0 }
        won = rows(wins)
        lost = rows(losses)
        let leaving = rows(moves)
        moved = all.map { stage in
            let counts = all.map { target in
                zip(blocks, weights).reduce(0) { $0 + $1.1 * $1.0.movedCounts[stage * stages.count + target] }
            }
            let sum = counts.reduce(0, +)
            return leaving[stage].map { chance in counts.map { sum > 0 ? chance * $0 / sum : 0 } }
        }
        wonSeason = wins.season
        lostSeason = losses.season
        movedSeason = moves.season
    }
}
