import Quantities

/// How many deals a day the company wins, from the days of its past wins alone: a level of the last quarters times a season
/// by fortnight of the quarter.
///
/// What a team can win is bounded by its hours more than by the deals it has open, so this says more about a month than
/// the sum of chances does. Both are combined (see `PaceBlend`).
struct WinPace {
    /// Events and days that a fortnight's factor of 1 counts for.
    static let priorWins = 25.0
    static let priorDays = 10.0
    static let levelHalfLife = 91.0
    static let seasonHalfLife = 182.0
    static let longestWindow = 365

    /// Expected wins on each day after the as-of date.
    var wins: [Double]

    /// `wonDays` are the days of wins up to `asOf`, in any order; counting starts with `from`, the first day on which the
    /// company is known to have closed deals. Nil with fewer than four weeks or than `minimumClosedDeals` wins.
    init?(wonDays: [Day], from: Day, asOf: Day, days: Int) {
        let first = max(from, asOf - (WinPace.longestWindow - 1))
        let count = asOf - first + 1
        guard count >= 28 else { return nil }
        var wins = [Double](repeating: 0, count: count)
        for day in wonDays where day >= first && day <= asOf { wins[day - first] += 1 }
        guard wins.reduce(0, +) >= Double(minimumClosedDeals) else { return nil }

        let fortnights = SellingCalendar.weeks(from: first, count: count).map { $0 / 2 }
        let levelWeights = (0..<count).map {
            SellingCalendar.weight(daysAgo: count - 1 - $0, halfLife: WinPace.levelHalfLife)
        }
        let seasonWeights = (0..<count).map {
            SellingCalendar.weight(daysAgo: count - 1 - $0, halfLife: WinPace.seasonHalfLife)
        }
        var season = [Double](repeating: 1, count: SellingCalendar.fortnights)
        func level(_ weights: [Double]) -> Double {
            var (seen, expected) = (0.0, 0.0)
            for day in 0..<count {
                seen += weights[day] * wins[day]
                expected += weights[day] * season[fortnights[day]]
            }
            return seen / max(expected, 1e-9)
        }
        for _ in 0..<3 {
            let mean = level(seasonWeights)
            let prior = WinPace.priorWins + WinPace.priorDays * mean
            var observed = [Double](repeating: prior, count: SellingCalendar.fortnights)
            var expected = observed
            for day in 0..<count {
                observed[fortnights[day]] += seasonWeights[day] * wins[day]
                expected[fortnights[day]] += seasonWeights[day] * mean
            }
            season = zip(observed, expected).map { $0 / max($1, 1e-9) }
        }
        let current = level(levelWeights)
        self.wins = SellingCalendar.weeks(from: asOf + 1, count: days).map { current * season[$0 / 2] }
    }
}
