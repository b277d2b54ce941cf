/// What the chances rest on, for the text that explains them.
package struct ModelBasis: Sendable, Hashable {
    package struct Signal: Sendable, Hashable {
        package var name: String
        /// Fall of the log loss per deal and week on deals that were not learned from; above 0 the signal helps.
        package var gain: Double

        package init(name: String, gain: Double) {
            self.name = name
            self.gain = gain
        }
    }

    /// Closed deals that were seen in an open stage.
    package var closedDeals: Int
    /// From so many on the company's own history decides.
    package var needed: Int
    /// True while there are fewer: the configured probabilities decide.
    package var usesConfigured: Bool
    /// What was tried and helped out of sample, in the order tried.
    package var signals: [Signal]
    /// What was tried and did not help, by name.
    package var unhelpful: [String]
    /// 1 where the month follows from the open deals alone, 0 where it follows from the pace of past wins alone.
    package var pipelineWeight: Double
    /// Earlier months that the weights, the signals and the width of the band were learned from.
    package var scoredMonths: Int
    /// How strongly outcomes move together: standard deviations of the logarithms of the odds' common factors.
    package var companySpread: Double
    package var repSpread: Double
    package var customerSpread: Double
    package var newDealSpread: Double
    /// The literature that the method follows.
    package var sources: [String]

    package init(
        closedDeals: Int, needed: Int, usesConfigured: Bool, signals: [Signal] = [], unhelpful: [String] = [],
        pipelineWeight: Double = 1, scoredMonths: Int = 0, companySpread: Double = 0,
        repSpread: Double = 0, customerSpread: Double = 0, newDealSpread: Double = 0, sources: [String] = []
    ) {
        self.closedDeals = closedDeals
        self.needed = needed
        self.usesConfigured = usesConfigured
        self.signals = signals
        self.unhelpful = unhelpful
        self.pipelineWeight = pipelineWeight
        self.scoredMonths = scoredMonths
        self.companySpread = companySpread
        self.repSpread = repSpread
        self.customerSpread = customerSpread
        self.newDealSpread = newDealSpread
        self.sources = sources
    }

    static let literature = [
        "Tutz and Schmid 2016, Modeling Discrete Time-to-Event Data, chapter 8: competing risks in discrete time",
        "Klein and Moeschberger 2003, Survival Analysis, chapter 3: censoring and delayed entry",
        "Efron and Morris 1973, Stein's Estimation Rule and its Competitors: shrinkage",
        "Bates and Granger 1969, The Combination of Forecasts",
        "Dawid 1984, The Prequential Approach: only what was known then",
        "DerSimonian and Laird 1986: spread beyond chance by the method of moments",
    ]
}
