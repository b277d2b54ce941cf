/// Daily chances of one kind of event by stage and week of age, times a factor by week of the quarter.
///
/// Ages and season are fitted in turns, as the margins of a table (Deming and Stephan 1940, "On a Least Squares Adjustment
/// of a Sampled Frequency Table", Annals of Mathematical Statistics 11). Each week of age leans on the week before it, the
/// first on the stage's mean; the season's factors lean on 1 with a Gamma prior.
struct HazardFit {
    /// [stage × weeks of age].
    var hazards: [Double]
    /// By week of the quarter.
    var season = [Double](repeating: 1, count: SellingCalendar.weeks)

    /// What the counts lean on.
    struct Prior {
        /// Imagined events and deal-days of each stage.
        var events: [Double]
        var days: [Double]
        /// Deal-days that the week before counts for.
        var chain: Double
        /// Events that a season's factor of 1 counts for.
        var season: Double
    }

    /// `events` and `days` hold the counts of a block by [stage × weeks of age], `weeks` and `weights` one value a block.
    init(events: [[Double]], days: [[Double]], weeks: [Int], weights: [Double], prior: Prior) {
        let stages = prior.events.count
        let size = stages * StageHazards.weeks
        var seen = [Double](repeating: 0, count: size)
        for (block, weight) in weights.enumerated() {
            for cell in 0..<size { seen[cell] += weight * events[block][cell] }
        }
        hazards = seen
        for _ in 0..<(weights.isEmpty ? 1 : 3) {
            var atRisk = [Double](repeating: 0, count: size)
            for (block, weight) in weights.enumerated() {
                let factor = weight * season[weeks[block]]
                for cell in 0..<size { atRisk[cell] += factor * days[block][cell] }
            }
            for stage in 0..<stages {
                let row = stage * StageHazards.weeks..<(stage + 1) * StageHazards.weeks
                let mean =
                    (seen[row].reduce(0, +) + prior.events[stage])
                    / max(1e-9, atRisk[row].reduce(0, +) + prior.days[stage])
                var level = mean
                for cell in row {
                    level = max(mean / 100, (seen[cell] + prior.chain * level) / (atRisk[cell] + prior.chain))
                    hazards[cell] = level
                }
            }
            fitSeason(events: events, days: days, weeks: weeks, weights: weights, prior: prior.season)
        }
    }

    private mutating func fitSeason(
        events: [[Double]], days: [[Double]], weeks: [Int], weights: [Double], prior: Double
    ) {
        var observed = [Double](repeating: prior, count: SellingCalendar.weeks)
        var expected = observed
        for (block, weight) in weights.enumerated() {
            var (count, chances) = (0.0, 0.0)
            for cell in hazards.indices {
                count += events[block][cell]
                chances += hazards[cell] * days[block][cell]
            }
            observed[weeks[block]] += weight * count
            expected[weeks[block]] += weight * chances
        }
        season = zip(observed, expected).map { $0 / $1 }
    }
}
