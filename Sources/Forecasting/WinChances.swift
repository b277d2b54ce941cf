/// Chances to be won, or lost, within some days, from each open stage at each age in it.
///
/// The stages are a semi-Markov chain: the next day depends on the stage and on the days spent in it. Cumulative chances
/// follow by backward recursion over the horizon, exactly (no simulation). O(stages × ages × horizon).
struct WinChances {
    /// "Ever" means within two years: what is open longer than that is no forecast.
    static let ever = 730
    private static let ages = StageHazards.weeks * 7

    private let horizons: [Int]
    /// [horizon][stage][age], in the order of `horizons`.
    private var won: [[[Double]]]
    private var lost: [[[Double]]]

    /// `horizons` in days, each 0 or more, ascending.
    init(hazards: StageHazards, horizons: [Int]) {
        self.horizons = horizons
        won = WinChances.tables(of: hazards.won, hazards: hazards, horizons: horizons)
        lost = WinChances.tables(of: hazards.lost, hazards: hazards, horizons: horizons)
    }

    private static func tables(of end: [[Double]], hazards: StageHazards, horizons: [Int]) -> [[[Double]]] {
        let stages = hazards.won.count
        let ages = WinChances.ages
        var now = [[Double]](repeating: [Double](repeating: 0, count: ages), count: stages)
        var next = now
        var tables: [[[Double]]] = []
        var day = 0
        for horizon in horizons {
            while day < horizon {
                day += 1
                for stage in 0..<stages {
                    for week in 0..<StageHazards.weeks {
                        let targets = hazards.moved[stage][week]
                        var arriving = end[stage][week]
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
            }
            tables.append(now)
        }
        return tables
    }

    /// Chances to be won and to be lost by each horizon, in their order, after `age` days in the stage. Each 0...1.
    func chances(stage: Int, age: Int) -> (won: [Double], lost: [Double]) {
        let age = min(max(0, age), WinChances.ages - 1)
        return (won.map { min(1, max(0, $0[stage][age])) }, lost.map { min(1, max(0, $0[stage][age])) })
    }

    /// Chance to be won in the next `days`, which must be one of the horizons, after `age` days in the stage. 0...1.
    func chance(stage: Int, age: Int, within days: Int) -> Double {
        guard let index = horizons.firstIndex(of: days) else { preconditionFailure("\(days) is not a horizon") }
        return min(1, max(0, won[index][stage][min(max(0, age), WinChances.ages - 1)]))
    }
}
