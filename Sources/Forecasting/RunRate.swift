/// Deals that are not created yet but will be won in time, from how often that happened in the last twelve months.
///
/// A past deal that took `lag` days from creation to win would be won within the next `horizon` days if it were created
/// on any of the first `horizon - lag` of them. So the wins to come are a compound Poisson process: past wins arrive again
/// at the pace of the window, each with its own lag and amount. Counting by the day of the win, not of the creation,
/// keeps deals that are still open from biasing it.
struct RunRate {
    static let longestWindow = 365

    struct Win {
        var lag: Int
        /// Minor units.
        var amount: Int
    }

    /// Wins of the window, in the book's order.
    var wins: [Win] = []
    /// Days that the window spans: twelve months, or since the first closing where that is later.
    var windowDays: Int

    /// Factor on the pace of wins by day: the first is for wins on the day after the as-of date. 1 is the window's own.
    var pace: [Double]

    /// As many wins a day as in the window, for `days` days.
    init(wins: [Win] = [], windowDays: Int, days: Int) {
        self.wins = wins
        self.windowDays = windowDays
        pace = [Double](repeating: 1, count: max(0, days))
    }

    /// Sum of the pace over the first 0, 1, 2, ... days.
    var paceSums: [Double] {
        var sums = [0.0]
        for factor in pace { sums.append(sums[sums.count - 1] + factor) }
        return sums
    }
}
