/// Chances to be won within some days, from each open stage at each age in it.
///
/// The stages are a semi-Markov chain: the next day depends on the stage and on the days spent in it. Cumulative chances
/// follow by backward recursion over the horizon, exactly (no simulation). O(stages × ages × horizon).
struct WinChances {
    /// "Ever" means within two years: what is open longer than that is no forecast.
    static let ever = 730
    private static let ages = StageHazards.weeks * 7

    private var tables: [Int: [[Double]]] = [:]

    /// `horizons` in days, each 0 or more.
    init(hazards: StageHazards, horizons: [Int]) {
        let stages = hazards.won.count
        let ages = WinChances.ages
        var now = [[Double]](repeating: [Double](repeating: 0, count: ages), count: stages)
        if horizons.contains(0) { tables[0] = now }
        guard let longest = horizons.max(), longest > 0 else { return }

        var next = now
        for horizon in 1...longest {
            for stage in 0..<stages {
                for week in 0..<StageHazards.weeks {
                    let targets = hazards.moved[stage][week]
                    var arriving = hazards.won[stage][week]
                    var staying = 1 - hazards.won[stage][week] - hazards.lost[stage][week]
                    for target in 0..<stages where targets[target] > 0 {
                        arriving += targets[target] * now[target][0]
                        staying -= targets[target]
                    }
                    staying = max(0, staying)
                    for age in (week * 7)..<(week * 7 + 7) {
                        next[stage][age] = arriving + staying * now[stage][min(age + 1, ages - 1)]
                    }
                }
            }
            swap(&now, &next)
            if horizons.contains(horizon) { tables[horizon] = now }
        }
    }

    /// Chance to be won in the next `days`, which must be one of the horizons, after `age` days in the stage. 0...1.
    func chance(stage: Int, age: Int, within days: Int) -> Double {
        guard let table = tables[days] else { preconditionFailure("\(days) is not a horizon") }
        return min(1, max(0, table[stage][min(max(0, age), WinChances.ages - 1)]))
    }
}
