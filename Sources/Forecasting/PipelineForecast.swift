package import Records

/// The sales pipeline as of one date: what will be booked, how sure that is, and what stands behind it.
package struct PipelineForecast: Sendable {
    /// This month and this quarter, whole company first, then teams, then reps by id; month before quarter. Each scope's
    /// range is read from the same futures, so the ranges of teams do not add up to the company's.
    package var forecasts: [BookingForecast]
    /// Open deals that count, with their chance, most valuable expectation first (then by id).
    package var deals: [DealForecast]
    /// Open deals with a placeholder amount, none, one in another currency, or an unknown stage: not in any sum but
    /// listed, sorted by id.
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
    /// The same days, but only deals promised for the quarter of the as-of date: with what slipped out and was pulled in.
    package var quarterWaterfall: PipelineWaterfall
    package var health: PipelineHealth
    /// Calls for this month and later ones: company, teams, reps; of each the rep's own first, the nearest month first.
    package var calls: [CallRecord] = []
    /// How good calls were, in the order of `calls`; callers without a scored month are not in it.
    package var callers: [CallerAccuracy] = []
    /// The way to the quota, in the order of `forecasts`.
    package var pacing: [Pacing] = []
    /// The way to the end of the quarter: company, teams, reps, in the order of `forecasts`.
    package var fans: [BookingFan] = []
    /// What if: the company's ranges under other assumptions, the forecast itself first.
    package var scenarios: [ScenarioForecast] = []
    /// What was said before the report's week; nil where nothing was known then.
    package var earlier: EarlierForecast?
    /// What the chances rest on.
    package var basis: ModelBasis

    package init(
        forecasts: [BookingForecast], deals: [DealForecast], setAside: [RecordID<Opportunity>],
        bigDeals: [RecordID<Opportunity>], stages: [StageRate], usesConfiguredRates: Bool,
        closedDealCount: Int,
        waterfall: PipelineWaterfall, quarterWaterfall: PipelineWaterfall, health: PipelineHealth,
        basis: ModelBasis
    ) {
        self.forecasts = forecasts
        self.deals = deals
        self.setAside = setAside
        self.bigDeals = bigDeals
        self.stages = stages
        self.usesConfiguredRates = usesConfiguredRates
        self.closedDealCount = closedDealCount
        self.waterfall = waterfall
        self.basis = basis
        self.quarterWaterfall = quarterWaterfall
        self.health = health
    }
}
