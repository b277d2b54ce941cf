import Config

/// Daily chances to be won, to be lost or to move on, by open stage and by whole weeks spent in it: competing risks in
/// discrete time (Tutz and Schmid 2016, "Modeling Discrete Time-to-Event Data", chapter 8), with open deals censored.
///
/// Counts are thin at high ages, so each week leans on the week before it with `priorDeals` deal-weeks, the first on the
/// stage's mean; the mean in turn leans on `priorDeals` deals that close with the configured probability. No chance falls
/// below a hundredth of the stage's mean: what was never seen may still happen.
struct StageHazards {
    /// The last entry holds everything older than a year.
    static let weeks = 53
    /// How long a deal takes where the company's own deals can't say: a mean of 60 days.
    static let usualDaysToClose = 60.0

    /// [stage][week], each 0...1.
    var won: [[Double]]
    var lost: [[Double]]
    /// [stage][week][stage moved to].
    var moved: [[[Double]]]

    /// With `histories` empty, the configured probabilities and the usual time to close decide alone.
    init(histories: [DealHistory], stages: OpenStages, priorDeals: Double) {
        var counts = [StageCounts](repeating: StageCounts(stages: stages.count), count: stages.count)
        for stay in histories.lazy.flatMap(\.stays) { counts[stay.stage].add(stay) }

        let closings = counts.reduce(0) { $0 + $1.total(\.won) + $1.total(\.lost) }
        let exposure = counts.reduce(0) { $0 + $1.total(\.days) }
        let daysToClose =
            closings >= Double(minimumClosedDeals)
            ? max(1, exposure / closings) : StageHazards.usualDaysToClose

        won = []
        lost = []
        moved = []
        for (index, stage) in stages.settings.enumerated() {
            let count = counts[index]
            // Without a single observation the prior has to speak, whatever weight it was given.
            let prior = count.total(\.days) > 0 ? max(0, priorDeals) : max(1, priorDeals)
            let days = count.total(\.days) + prior * daysToClose
            let chain = max(1, priorDeals) * 7
            func smoothed(_ events: [Double], priorEvents: Double) -> [Double] {
                let mean = (events.reduce(0, +) + priorEvents) / days
                var level = mean
                return (0..<StageHazards.weeks).map { week in
                    level = max(mean / 100, (events[week] + chain * level) / (count.days[week] + chain))
                    return level
                }
            }
            won.append(smoothed(count.won, priorEvents: prior * stage.probability))
            lost.append(smoothed(count.lost, priorEvents: prior * (1 - stage.probability)))
            let targets = count.moved.map { smoothed($0, priorEvents: 0) }
            moved.append((0..<StageHazards.weeks).map { week in targets.map { $0[week] } })
        }
    }
}

/// Deal-days at risk and events of one stage, by week of age.
private struct StageCounts {
    var days = [Double](repeating: 0, count: StageHazards.weeks)
    var won = [Double](repeating: 0, count: StageHazards.weeks)
    var lost = [Double](repeating: 0, count: StageHazards.weeks)
    /// [stage moved to][week].
    var moved: [[Double]]

    init(stages: Int) {
        moved = Array(repeating: Array(repeating: 0, count: StageHazards.weeks), count: stages)
    }

    mutating func add(_ stay: StageStay) {
        // An event on the day of entry still needs a day at risk.
        let atRisk = stay.end == .open ? stay.days : max(1, stay.days)
        guard atRisk > 0 else { return }
        let last = min((atRisk - 1) / 7, StageHazards.weeks - 1)
        for week in 0..<last { days[week] += 7 }
        days[last] += Double(atRisk - last * 7)
        switch stay.end {
        case .won: won[last] += 1
        case .lost: lost[last] += 1
        case .moved(let stage): moved[stage][last] += 1
        case .open: break
        }
    }

    func total(_ counts: KeyPath<StageCounts, [Double]>) -> Double {
        self[keyPath: counts].reduce(0, +)
    }
}
