package import Quantities

/// `forecast:` how the pipeline is turned into a forecast.
package struct ForecastSettings: Sendable, Hashable {
    package var simulations = 10_000
    package var seed: UInt64 = 1
    /// The user's own, shown after the usual ones.
    package var scenarios: [ScenarioSetting] = []
    /// Closed deals that the configured probabilities count for, when win rates are shrunk towards them.
    package var priorDeals = 20.0
    /// Amounts of up to this many whole units are placeholders: set aside and listed.
    package var placeholderUpTo = 1
    /// Deals of at least this share of the open pipeline are listed as big.
    package var bigDealShare = 0.05
    /// Deals of at least this many whole units are big, in place of the share; nil: the share decides.
    package var bigDealAmount: Int?
    /// Files of the workspace as the config names them; nil means the standard name, where such a file is.
    package var ratesFile: String?
    package var callsFile: String?
    /// For so many days after its date a rate counts, the last one before a day first.
    package var rateDays = 31

    package init() {}
}

/// `report:` what the team report watches.
package struct ReportSettings: Sendable, Hashable {
    /// Leaderboard shares with fewer cases than this are not ranked.
    package var minimumSample = 5
    /// An open deal without any activity for this many days is called quiet.
    package var quietDays = 30

    package init() {}
}

/// `import: <preset>:` how a company's own columns are read.
package struct ImportSettings: Sendable, Hashable {
    /// File (`Account`), then column, then field of ours, such as `customer.cadence_days`.
    package var columns: [String: [String: String]] = [:]
    /// Zone of times that come without one.
    package var zone: Zone?

    package init() {}
}
