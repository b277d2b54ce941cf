package import Quantities
package import Records

/// The sales pipeline as of one date: what will be booked, how sure that is, and what stands behind it.
package struct PipelineForecast: Sendable {
    /// This month and this quarter, whole company first, then teams, then reps by id.
    package var forecasts: [BookingForecast]
    /// Open deals that count, with their chance, most valuable expectation first (then by id).
    package var deals: [DealForecast]
    /// Open deals with a placeholder amount or none: not in any sum, sorted by id.
    package var setAside: [RecordID<Opportunity>]
    /// Deals so big that they move the forecast by themselves, biggest first.
    package var bigDeals: [RecordID<Opportunity>]
    /// The chance from each open stage, in pipeline order.
    package var stages: [StageRate]
    /// True when there were too few closed deals and the configured probabilities decide.
    package var usesConfiguredRates: Bool
    package var closedDealCount: Int
    /// From the report Monday's morning to the end of the as-of date.
    package var waterfall: PipelineWaterfall

    package init(
        forecasts: [BookingForecast], deals: [DealForecast], setAside: [RecordID<Opportunity>],
        bigDeals: [RecordID<Opportunity>], stages: [StageRate], usesConfiguredRates: Bool, closedDealCount: Int,
        waterfall: PipelineWaterfall
    ) {
        self.forecasts = forecasts
        self.deals = deals
        self.setAside = setAside
        self.bigDeals = bigDeals
        self.stages = stages
        self.usesConfiguredRates = usesConfiguredRates
        self.closedDealCount = closedDealCount
        self.waterfall = waterfall
    }
}

/// What a scope will have booked by the end of a period.
package struct BookingForecast: Sendable, Hashable {
    package enum Scope: Sendable, Hashable {
        case company
        case team(RecordID<Team>)
        case rep(RecordID<Rep>)
    }
    package enum Period: String, Sendable, Hashable, CaseIterable { case month, quarter }

    package var scope: Scope
    package var period: Period
    package var from: Day
    package var until: Day
    /// Won in the period up to the as-of date.
    package var booked: Money
    /// Booked plus what is still to come: the amount that 10, 50 and 90 of 100 simulated futures stay below.
    package var p10: Money
    package var p50: Money
    package var p90: Money
    /// The part of the median that comes from deals not yet created.
    package var notYetCreated: Money
    package var quota: Money?
    /// The rep's own and the manager's latest calls for the month, summed over the scope; nil when nobody called.
    package var repCall: Money?
    package var managerCall: Money?

    package init(
        scope: Scope, period: Period, from: Day, until: Day, booked: Money, p10: Money, p50: Money, p90: Money,
        notYetCreated: Money, quota: Money?, repCall: Money?, managerCall: Money?
    ) {
        self.scope = scope
        self.period = period
        self.from = from
        self.until = until
        self.booked = booked
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
        self.notYetCreated = notYetCreated
        self.quota = quota
        self.repCall = repCall
        self.managerCall = managerCall
    }
}

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
        /// The customer has no follow-up that is still to come.
        case noNextStep
    }

    package var opportunityID: RecordID<Opportunity>
    /// Chance that it is ever won, 0...1.
    package var winChance: Double
    /// Chance that it is won in this month, in this quarter.
    package var monthChance: Double
    package var quarterChance: Double
    package var daysInStage: Int
    package var pushCount: Int
    package var risks: [Risk]

    package init(
        opportunityID: RecordID<Opportunity>, winChance: Double, monthChance: Double, quarterChance: Double,
        daysInStage: Int, pushCount: Int, risks: [Risk]
    ) {
        self.opportunityID = opportunityID
        self.winChance = winChance
        self.monthChance = monthChance
        self.quarterChance = quarterChance
        self.daysInStage = daysInStage
        self.pushCount = pushCount
        self.risks = risks
    }
}

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
        stage: String, closedCount: Int, wonCount: Int, winRate: Double, winRateLow: Double, winRateHigh: Double,
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

/// How the open pipeline of one period's morning became that of its evening; it sums to the cent.
///
/// The pipeline is every open deal in the company's currency with an amount. `opening` + the changes = `closing`.
package struct PipelineWaterfall: Sendable, Hashable {
    package enum Change: String, Sendable, Hashable, CaseIterable {
        case created, reopened, amountUp, amountDown, won, lost
    }

    package struct Bar: Sendable, Hashable {
        package var change: Change
        /// Signed: won, lost and amount down are negative or zero.
        package var amount: Money
        /// The deals behind it, sorted by id.
        package var opportunities: [RecordID<Opportunity>]

        package init(change: Change, amount: Money, opportunities: [RecordID<Opportunity>]) {
            self.change = change
            self.amount = amount
            self.opportunities = opportunities
        }
    }

    package var from: Day
    package var until: Day
    package var opening: Money
    /// One for each change, in the order of `Change.allCases`.
    package var bars: [Bar]
    package var closing: Money
    /// Open deals whose close day moved out of the month that it was promised for, sorted by id.
    package var slipped: [RecordID<Opportunity>]
    package var slippedAmount: Money

    package init(
        from: Day, until: Day, opening: Money, bars: [Bar], closing: Money, slipped: [RecordID<Opportunity>],
        slippedAmount: Money
    ) {
        self.from = from
        self.until = until
        self.opening = opening
        self.bars = bars
        self.closing = closing
        self.slipped = slipped
        self.slippedAmount = slippedAmount
    }

    package var sumsExactly: Bool {
        opening.minorUnits + bars.reduce(0) { $0 + $1.amount.minorUnits } == closing.minorUnits
    }
}
