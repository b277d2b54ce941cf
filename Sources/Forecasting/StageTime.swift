/// How long deals stay in an open stage, whether they move on, are won or are lost; open ones are censored.
package struct StageTime: Sendable, Hashable {
    package var stage: String
    /// Stays: a deal that comes back has a second one. Those that ended, and those that still last.
    package var ended: Int
    package var ongoing: Int
    /// Days by which half and nine of ten have left, by Kaplan–Meier; nil where the curve does not get there.
    package var median: Int?
    package var p90: Int?
    /// What counts as long: the p90, or where the curve does not get there because many never leave, the p90 of the stays
    /// that ended. Nil where fewer than five have ended.
    package var longDays: Int?
    /// 90 % interval of the median, from the curve's; the upper end is nil where the curve does not get there.
    package var medianLow: Int?
    package var medianHigh: Int?
    /// The share still in the stage by days, for a chart.
    package var curve: KaplanMeier
}

/// A stage that holds deals for longer than usual.
package struct Bottleneck: Sendable, Hashable {
    package var stage: String
    /// Median days in the stage, of `StageTime`.
    package var usualDays: Int
    /// Open deals beyond it, and their amount in minor units.
    package var lateCount: Int
    package var lateAmount: Int
    /// Amount × days beyond the median, summed over these deals: minor units × days. The ranking.
    package var amountDays: Int
    /// `amountDays` ÷ `lateAmount`: by how many days an average unit of money is late.
    package var meanDelayDays: Double
}
