package import Records

/// One open deal's chances.
package struct DealForecast: Sendable, Hashable {
    package enum Risk: String, Sendable, Hashable, CaseIterable {
        /// The promised close day has passed.
        case closeDayPassed
        /// In its stage for longer than nine of ten deals were.
        case stuck
        /// The close day was pushed three times or more.
        case pushed
        /// No activity with the customer for a while.
        case quiet
        /// The customer has no open follow-up and no planned activity that is still to come.
        case noNextStep
    }

    package var opportunityID: RecordID<Opportunity>
    /// Chance that it is won within two years, 0...1: from its stage and its days there, so an old deal has less than
    /// its stage's win rate.
    package var winChance: Double
    /// Chance that it is won in this month, in this quarter.
    package var monthChance: Double
    package var quarterChance: Double
    /// Chance that it is won, or lost, by the end of each of the next 26 weeks (7, 14, ... days from the as-of date):
    /// ascending, and together at most 1; the rest is the chance that it is still open.
    package var wonByWeek: [Double]
    package var lostByWeek: [Double]
    package var daysInStage: Int
    package var pushCount: Int
    package var risks: [Risk]

    package init(
        opportunityID: RecordID<Opportunity>, winChance: Double, monthChance: Double,
        quarterChance: Double, wonByWeek: [Double] = [], lostByWeek: [Double] = [], daysInStage: Int, pushCount: Int,
        risks: [Risk]
    ) {
        self.opportunityID = opportunityID
        self.winChance = winChance
        self.monthChance = monthChance
        self.quarterChance = quarterChance
        self.wonByWeek = wonByWeek
        self.lostByWeek = lostByWeek
        self.daysInStage = daysInStage
        self.pushCount = pushCount
        self.risks = risks
    }
}

extension DealForecast {
    init(_ deal: OpenDeal, horizons: ForecastHorizons, pushCount: Int, risks: [Risk]) {
        self.init(
            opportunityID: deal.id, winChance: deal.winChance, monthChance: deal.wonBy[horizons.month],
            quarterChance: deal.wonBy[horizons.quarter], wonByWeek: horizons.weeks.map { deal.wonBy[$0] },
            lostByWeek: horizons.weeks.map { deal.lostBy[$0] }, daysInStage: deal.daysInStage, pushCount: pushCount,
            risks: risks)
    }
}
