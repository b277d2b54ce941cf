package import Quantities

/// One customer's value and rhythm.
package struct CustomerInsight: Sendable, Hashable {
    package var revenueLastYear: Money
    package var revenueYearBefore: Money
    package var orderCount: Int
    package var lastOrder: Day?
    /// Median days between orders; nil with fewer than three orders.
    package var usualGapDays: Int?
    /// Days since the last order ÷ usual gap; above 2 the customer has gone quiet. Nil without a usual gap.
    package var silence: Double?
    package var openPipeline: Money
    package var openCases: Int
    package var segment: String

    package init(
        revenueLastYear: Money, revenueYearBefore: Money, orderCount: Int, lastOrder: Day?, usualGapDays: Int?,
        silence: Double?, openPipeline: Money, openCases: Int, segment: String
    ) {
        self.revenueLastYear = revenueLastYear
        self.revenueYearBefore = revenueYearBefore
        self.orderCount = orderCount
        self.lastOrder = lastOrder
        self.usualGapDays = usualGapDays
        self.silence = silence
        self.openPipeline = openPipeline
        self.openCases = openCases
        self.segment = segment
    }
}
