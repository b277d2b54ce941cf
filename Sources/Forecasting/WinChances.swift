import Quantities

/// Chances to be won, or lost, within some days, from each open stage at each age in it.
///
/// The stages are a semi-Markov chain whose chances change with the calendar: the next day depends on the stage, on the
/// days spent in it and on the date. Cumulative chances follow by backward recursion from each horizon, exactly (no
/// simulation). O(stages × ages × sum of the horizons).
struct WinChances {
    /// "Ever" means within two years: what is open longer than that is no forecast.
    static let ever = 730
    static let ages = StageHazards.weeks * 7

    private let horizons: [Int]
    /// [horizon][stage × ages], in the order of `horizons`.
    private var won: [[Double]] = []
    private var lost: [[Double]] = []

    /// `horizons` in days after `asOf`, each 0 or more, ascending. `levels` are factors on the chance to be won by day from
    /// `asOf` on, 1 where they end; `multiplier` is one on every day.
    init(
        hazards: StageHazards, horizons: [Int], asOf: Day = Day(daysSinceEpoch: 0), levels: [Double] = [],
        multiplier: Double = 1
    ) {
        self.horizons = horizons
        let days = DayHazards.days(hazards: hazards, asOf: asOf, count: horizons.last ?? 0) { day in
            multiplier * (day < levels.count ? levels[day] : 1)
        }
        let stages = hazards.won.count
        let size = stages * WinChances.ages
        for horizon in horizons {
            var won = [Double](repeating: 0, count: size)
            var lost = won
            for day in days[0..<horizon].reversed() {
                day.stepBack(&won, end: day.won, stages: stages)
                day.stepBack(&lost, end: day.lost, stages: stages)
            }
            self.won.append(won)
            self.lost.append(lost)
        }
    }

    /// Chances to be won and to be lost by each horizon, in their order, after `age` days in the stage. Each 0...1,
    /// together at most 1.
    func chances(stage: Int, age: Int) -> (won: [Double], lost: [Double]) {
        let cell = stage * WinChances.ages + min(max(0, age), WinChances.ages - 1)
        return (won.map { min(1, max(0, $0[cell])) }, lost.map { min(1, max(0, $0[cell])) })
    }

    /// Chance to be won in the next `days`, which must be one of the horizons, after `age` days in the stage. 0...1.
    func chance(stage: Int, age: Int, within days: Int) -> Double {
        guard let index = horizons.firstIndex(of: days) else { preconditionFailure("\(days) is not a horizon") }
        return min(1, max(0, won[index][stage * WinChances.ages + min(max(0, age), WinChances.ages - 1)]))
    }
}
