package import Quantities

/// What became of the deals that were ever in a stage.
package struct StageRate: Sendable, Hashable {
    package var stage: String
    /// Closed deals that passed through it, and how many of them were won.
    package var closedCount: Int
    package var wonCount: Int
    /// Chance to win from here, shrunk towards the configured probability, with a 90 % interval.
    package var winRate: Double
    package var winRateLow: Double
    package var winRateHigh: Double
    package var configuredRate: Double
    /// Days in the stage of those that left it; nil when nobody has.
    package var medianDays: Int?
    package var p90Days: Int?
    package var openCount: Int
    package var openAmount: Money

    package init(
        stage: String, closedCount: Int, wonCount: Int, winRate: Double, winRateLow: Double,
        winRateHigh: Double,
        configuredRate: Double, medianDays: Int?, p90Days: Int?, openCount: Int, openAmount: Money
    ) {
        self.stage = stage
        self.closedCount = closedCount
        self.wonCount = wonCount
        self.winRate = winRate
        self.winRateLow = winRateLow
        self.winRateHigh = winRateHigh
        self.configuredRate = configuredRate
        self.medianDays = medianDays
        self.p90Days = p90Days
        self.openCount = openCount
        self.openAmount = openAmount
    }
}
