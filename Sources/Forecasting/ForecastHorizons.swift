import Quantities

/// Ends of what is forecast, in days from the as-of date, ascending without repeats: each of the next weeks, and the last
/// days of three periods. Every index below points into `days`.
struct ForecastHorizons: Hashable {
    /// Half a year of weeks, as the fan shows.
    static let weekCount = 26

    var days: [Int]
    var month: Int
    var quarter: Int
    var nextQuarter: Int
    /// End of week 1, 2, ... from the as-of date: 7, 14, ... days.
    var weeks: [Int]

    /// The ends of three periods, each on or after `asOf` and in order; an end that has passed counts as today.
    init(asOf: Day, month: Day, quarter: Day, nextQuarter: Day, weekCount: Int = ForecastHorizons.weekCount) {
        let untilMonth = max(0, month - asOf)
        let untilQuarter = max(untilMonth, quarter - asOf)
        let untilNext = max(untilQuarter, nextQuarter - asOf)
        let weekEnds = (0..<max(0, weekCount)).map { ($0 + 1) * 7 }
        var ends: [Int] = []
        for end in (weekEnds + [untilMonth, untilQuarter, untilNext]).sorted() where ends.last != end {
            ends.append(end)
        }
        func index(_ end: Int) -> Int { ends.firstIndex(of: end) ?? 0 }
        days = ends
        self.month = index(untilMonth)
        self.quarter = index(untilQuarter)
        self.nextQuarter = index(untilNext)
        weeks = weekEnds.map(index)
    }

    /// This month, this quarter and the next one.
    init(asOf: Day) {
        self.init(
            asOf: asOf, month: asOf.lastOfMonth, quarter: asOf.lastOfQuarter,
            nextQuarter: (asOf.lastOfQuarter + 1).lastOfQuarter)
    }

    /// Days to the farthest end.
    var longest: Int { days.last ?? 0 }
}
