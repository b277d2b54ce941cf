/// How well the chances that single open deals are won within the month did.
package struct DealScore: Sendable, Hashable {
    package var method: ForecastScore.Method
    /// Deals × months.
    package var count: Int
    /// Mean squared error of the chance, 0 best (Brier 1950, "Verification of Forecasts Expressed in Terms of Probability").
    package var brier: Double
    /// Mean of −log of the chance given to what happened, chances kept within 0.001...0.999; 0 best.
    package var logLoss: Double
    /// Chance that a deal that was won had been given more than one that was not, ties half; nil where either is missing.
    package var auc: Double?

    package init(method: ForecastScore.Method, count: Int, brier: Double, logLoss: Double, auc: Double?) {
        self.method = method
        self.count = count
        self.brier = brier
        self.logLoss = logLoss
        self.auc = auc
    }
}

/// Deals that were given about the same chance, and how many of them were won.
package struct ReliabilityBin: Sendable, Hashable {
    /// Chances from `low` (included) to `high` (excluded, but 1).
    package var low: Double
    package var high: Double
    package var count: Int
    /// Mean chance said.
    package var said: Double
    /// Share that was won.
    package var cameTrue: Double

    package init(low: Double, high: Double, count: Int, said: Double, cameTrue: Double) {
        self.low = low
        self.high = high
        self.count = count
        self.said = said
        self.cameTrue = cameTrue
    }
}

/// Chances said and what happened, gathered deal by deal.
struct DealVerdicts {
    private var chances: [Double] = []
    private var outcomes: [Bool] = []

    mutating func add(_ chance: Double, won: Bool) {
        chances.append(chance)
        outcomes.append(won)
    }

    /// Nil without a deal. O(n log n).
    func score(_ method: ForecastScore.Method) -> DealScore? {
        guard !chances.isEmpty else { return nil }
        var squares = 0.0
        var logs = 0.0
        for (chance, won) in zip(chances, outcomes) {
            let error = chance - (won ? 1 : 0)
            squares += error * error
            logs += logLoss(chance, won)
        }
        let count = Double(chances.count)
        return DealScore(
            method: method, count: chances.count, brier: squares / count, logLoss: logs / count, auc: auc())
    }

    /// Ten bins of equal width; those without a deal are left out.
    func reliability() -> [ReliabilityBin] {
        var bins = [(count: Int, said: Double, won: Int)](repeating: (0, 0, 0), count: 10)
        for (chance, won) in zip(chances, outcomes) {
            let bin = min(max(Int(chance * 10), 0), 9)
            bins[bin].count += 1
            bins[bin].said += chance
            bins[bin].won += won ? 1 : 0
        }
        return bins.enumerated().filter { $1.count > 0 }.map { index, bin in
            ReliabilityBin(
                low: Double(index) / 10, high: Double(index + 1) / 10, count: bin.count,
                said: bin.said / Double(bin.count), cameTrue: Double(bin.won) / Double(bin.count))
        }
    }

    /// The Mann–Whitney statistic by mean ranks (Hanley and McNeil 1982, "The Meaning and Use of the Area under a ROC Curve").
    private func auc() -> Double? {
        let wins = outcomes.count { $0 }
        guard wins > 0, wins < outcomes.count else { return nil }
        let order = chances.indices.sorted { chances[$0] < chances[$1] }
        var rankSum = 0.0
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, chances[order[end + 1]] == chances[order[start]] { end += 1 }
            let rank = Double(start + end) / 2 + 1
            rankSum += rank * Double(order[start...end].count { outcomes[$0] })
            start = end + 1
        }
        let won = Double(wins)
        return (rankSum - won * (won + 1) / 2) / (won * Double(outcomes.count - wins))
    }
}
