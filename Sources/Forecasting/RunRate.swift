import Foundation

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

    /// Expected number of deals to be created and won within so many days.
    func expectedWins(within horizon: Int) -> Double {
        windowDays > 0
            ? Double(wins.reduce(0) { $0 + max(0, horizon - $1.lag) }) / Double(windowDays) : 0
    }
}

/// The number of events of a Poisson process, by inversion: one random number an outcome.
struct PoissonCounts {
    private var cumulative: [Double] = []

    /// `mean` is cut at 600: beyond, the first term is no longer a normal floating-point number.
    init(mean: Double) {
        let mean = min(max(0, mean), 600)
        var term = exp(-mean)
        var sum = term
        var count = 0.0
        cumulative.append(sum)
        while sum < 1 - 1e-12, count < mean * 3 + 100 {
            count += 1
            term *= mean / count
            sum += term
            cumulative.append(sum)
        }
    }

    /// `unit` is uniform in 0..<1.
    func count(_ unit: Double) -> Int {
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] <= unit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
