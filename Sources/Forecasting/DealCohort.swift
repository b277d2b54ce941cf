package import Quantities

/// The deals that were created in one month.
package struct DealCohort: Sendable, Hashable {
    /// First day of the month.
    package var month: Day
    /// All its deals, and their amounts as they stand now (placeholders and other currencies count with nothing).
    package var count: Int
    package var amount: Money
    package var wonCount: Int
    package var lostCount: Int
    package var openCount: Int
    package var wonAmount: Money
    /// Days by which half of them were closed, won or lost, open ones censored; nil where it has not come to that.
    package var medianDaysToClose: Int?
    /// Its youngest possible deal is younger than `PipelineHealth.matureDays`: the won share will still change.
    package var isImmature: Bool

    /// Shares of `count`; the three sum to 1.
    package var wonShare: Double { Double(wonCount) / Double(max(1, count)) }
    package var lostShare: Double { Double(lostCount) / Double(max(1, count)) }
    package var openShare: Double { Double(openCount) / Double(max(1, count)) }
}
