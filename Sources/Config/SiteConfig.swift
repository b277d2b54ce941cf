package import Quantities
package import Records

/// Everything that `site-config.yml` can say, with its defaults. Read by `loadConfig`.
package struct SiteConfig: Sendable, Hashable {
    package var company = CompanySettings()
    package var theme = ThemeSettings()
    package var paths = PathSettings()
    package var map = MapSettings()
    package var stages: [StageSetting] = StageSetting.usual
    package var planning = PlanningSettings()
    package var travel = TravelSettings()
    package var territories = TerritorySettings()
    package var forecast = ForecastSettings()
    package var report = ReportSettings()
    package var imports: [String: ImportSettings] = [:]

    package init() {}
}

/// `company:` who the site is for and how its figures are written.
package struct CompanySettings: Sendable, Hashable {
    package var name = "Our company"
    package var zone = Zone.utc
    package var currency = Currency.euro
    package var figures = FigureStyle.british

    package init() {}
}

/// `theme:` the look of the site.
package struct ThemeSettings: Sendable, Hashable {
    /// Shown in the header; the company's name when nil.
    package var name: String?
    /// An SVG or PNG file of the workspace, copied into the site.
    package var logo: String?
    /// `#rrggbb`, for light and dark; checked for contrast against the paper.
    package var accent: String?
    package var accentDark: String?

    package init() {}
}

/// `paths:` where things are, relative to the config file.
package struct PathSettings: Sendable, Hashable {
    package var store = "demo.sqlite"
    package var output = "public"
    package var archive = "archive"
    package var templates = "templates"
    package var assets = "assets"
    package var notes = "notes"
    /// What road engines have answered, as a SQLite file.
    package var roads = "roads.sqlite"

    package init() {}
}

/// `map:` what lies under the pins.
package struct MapSettings: Sendable, Hashable {
    package struct Layer: Sendable, Hashable {
        package var file: String
        /// One of `MapSettings.roles`.
        package var role: String

        package init(file: String, role: String) {
            self.file = file
            self.role = role
        }
    }

    package static let roles = ["boundary", "water", "river", "landuse", "wood", "built-up", "road", "place"]

    package var layers: [Layer] = []
    /// Whether the basemap of the world lies under the layers, where the assets hold it.
    package var world = true
    /// Credits of the layers, shown on every map.
    package var attribution: String?

    package init() {}
}

/// One entry of `stages:`, in the order of the sales pipeline.
package struct StageSetting: Sendable, Hashable {
    package var name: String
    package var outcome: Opportunity.Outcome
    /// 0...1: used until the company's own history says better.
    package var probability: Double
    package var category: ForecastCategory

    package init(name: String, outcome: Opportunity.Outcome, probability: Double, category: ForecastCategory) {
        self.name = name
        self.outcome = outcome
        self.probability = probability
        self.category = category
    }

    /// The default stages and probabilities of Salesforce.
    package static let usual: [StageSetting] =
        [
            ("Prospecting", 0.1), ("Qualification", 0.1), ("Needs Analysis", 0.2), ("Value Proposition", 0.5),
            ("Id. Decision Makers", 0.6), ("Perception Analysis", 0.7), ("Proposal/Price Quote", 0.75),
            ("Negotiation/Review", 0.9),
        ].map {
            StageSetting(
                name: $0.0, outcome: .open, probability: $0.1,
                category: $0.1 >= 0.9 ? .commit : $0.1 >= 0.6 ? .bestCase : .pipeline)
        } + [
            StageSetting(name: "Closed Won", outcome: .won, probability: 1, category: .closed),
            StageSetting(name: "Closed Lost", outcome: .lost, probability: 0, category: .omitted),
        ]
}

package enum ForecastCategory: String, CaseIterable, Sendable {
    case pipeline, bestCase, commit, closed, omitted
}
