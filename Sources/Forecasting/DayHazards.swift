import Quantities

/// What may happen to an open deal on one day of the calendar, by stage and week of age: the hazards with the day's season
/// and level. Won, lost and moved are together at most 1.
struct DayHazards {
    /// [stage × weeks of age].
    var won: [Double]
    var lost: [Double]
    /// [stage × weeks of age × stage moved to].
    var moved: [Double]
    var staying: [Double]

    /// The `count` days after `asOf`; `level` gives the factor on the chance to be won of each, 0 the first.
    static func days(hazards: StageHazards, asOf: Day, count: Int, level: (Int) -> Double) -> [DayHazards] {
        SellingCalendar.weeks(from: asOf + 1, count: count).enumerated().map { day, week in
            DayHazards(
                hazards, won: hazards.wonSeason[week] * level(day), lost: hazards.lostSeason[week],
                moved: hazards.movedSeason[week])
        }
    }

    init(_ hazards: StageHazards, won wonFactor: Double, lost lostFactor: Double, moved movedFactor: Double) {
        let stages = hazards.won.count
        let cells = stages * StageHazards.weeks
        won = []
        lost = []
        moved = []
        staying = []
        won.reserveCapacity(cells)
        lost.reserveCapacity(cells)
        staying.reserveCapacity(cells)
        moved.reserveCapacity(cells * stages)
        for stage in 0..<stages {
            for week in 0..<StageHazards.weeks {
                let win = hazards.won[stage][week] * wonFactor
                let loss = hazards.lost[stage][week] * lostFactor
                let targets = hazards.moved[stage][week]
                let all = targets.reduce(win + loss) { $0 + $1 * movedFactor }
                let scale = all > 1 ? 1 / all : 1
                won.append(win * scale)
                lost.append(loss * scale)
                for target in targets { moved.append(target * movedFactor * scale) }
                staying.append(max(0, 1 - all * scale))
            }
        }
    }

    /// From the chances at the end of this day to those at its start. [stage × ages].
    func stepBack(_ chances: inout [Double], end: [Double], stages: Int) {
        let ages = WinChances.ages
        let entering = (0..<stages).map { chances[$0 * ages] }
        chances.withUnsafeMutableBufferPointer { chances in
            for stage in 0..<stages {
                var age = stage * ages
                for week in 0..<StageHazards.weeks {
                    let cell = stage * StageHazards.weeks + week
                    var arriving = end[cell]
                    for target in 0..<stages { arriving += moved[cell * stages + target] * entering[target] }
                    let stay = staying[cell]
                    // The oldest age stays the oldest.
                    let last = week == StageHazards.weeks - 1 ? 6 : 7
                    for _ in 0..<last {
                        chances[age] = arriving + stay * chances[age + 1]
                        age += 1
                    }
                    if last == 6 { chances[age] = arriving + stay * chances[age] }
                }
            }
        }
    }

    /// Lets a pipeline of open deals ([stage × ages] counts) live through the day and returns the wins.
    func stepForward(_ open: inout [Double], stages: Int) -> Double {
        let ages = WinChances.ages
        var wins = 0.0
        var entering = [Double](repeating: 0, count: stages)
        open.withUnsafeMutableBufferPointer { open in
            for stage in 0..<stages {
                for age in (0..<ages).reversed() {
                    let deals = open[stage * ages + age]
                    open[stage * ages + age] = 0
                    guard deals > 0 else { continue }
                    let cell = stage * StageHazards.weeks + age / 7
                    wins += deals * won[cell]
                    for target in 0..<stages { entering[target] += deals * moved[cell * stages + target] }
                    open[stage * ages + min(age + 1, ages - 1)] += deals * staying[cell]
                }
            }
            for stage in 0..<stages { open[stage * ages] += entering[stage] }
        }
        return wins
    }

    /// Expected wins of the day.
    func wins(of open: [Double], stages: Int) -> Double {
        var wins = 0.0
        for stage in 0..<stages {
            for age in 0..<WinChances.ages where open[stage * WinChances.ages + age] > 0 {
                wins += open[stage * WinChances.ages + age] * won[stage * StageHazards.weeks + age / 7]
            }
        }
        return wins
    }
}
