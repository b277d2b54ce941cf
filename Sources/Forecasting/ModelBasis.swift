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
    /// The literature that the method follows.
    package var sources: [String]

    package init(
        closedDeals: Int, needed: Int, usesConfigured: Bool, signals: [Signal] = [], unhelpful: [String] = [],
        sources: [String] = []
    ) {
        self.closedDeals = closedDeals
        self.needed = needed
        self.usesConfigured = usesConfigured
        self.signals = signals
        self.unhelpful = unhelpful
        self.sources = sources
    }
}
