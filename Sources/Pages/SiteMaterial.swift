package import Config
package import Diagnostics
package import Forecasting
package import Insights
package import Maps
package import Notes
package import Quantities
package import Records
package import Roads
package import Routes
package import Teams
package import Territories

/// Everything that the pages are made from.
package struct SiteMaterial: Sendable {
    package var book: SalesBook
    package var config: SiteConfig
    /// The first week of each rep, and all weeks with figures and changes.
    package var routes: [RecordID<Rep>: RoutePlan]
    package var plans: [RecordID<Rep>: RepPlan]
    package var territories: TerritoryReport
    /// Customers that belong to nobody's territory, and how many others stay with a rep whatever a proposal says.
    package var heldOut: Set<RecordID<Customer>> = []
    package var lockedCustomers = 0
    package var forecast: PipelineForecast
    package var score: ForecastScore
    package var teams: TeamSummaries
    package var insights: BookInsights
    package var notes: [Note]
    package var basemap: [BasemapLayer]
    package var snapshots: [SnapshotRow]
    /// Found while building: in the config, the notes, the basemap.
    package var problems: [Problem]
    /// Where driving times come from, and how far they can be trusted.
    package var travel: TravelReport?
    /// The course of the plan's drives, where a road engine has told it.
    package var roadLines: [RoadPair: RoadLine] = [:]
    package var version: String
    package let paths: SitePaths
    /// Where each customer stands in the planned week.
    let plannedStops: [RecordID<Customer>: PlannedStop]
    /// Days by which customers are over their cadence, as the team report counts them.
    let overdueDays: [RecordID<Customer>: Int]
    /// Where a rep stands among today's territories: its colour on maps.
    let repOrder: [RecordID<Rep>: Int]
    let driveMinutesOfVisit: [RecordID<Rep>: Double]
    /// The last decision of ours by which a customer changed hands, where there is one.
    let handedOver: [RecordID<Customer>: TerritoryAssignment]
    /// Names that more than one customer bears: such customers are only told apart by their ids.
    let sharedNames: Set<String>
    let dealByID: [RecordID<Opportunity>: Opportunity]
    /// Last year's orders from which a pin is drawn larger: a third of the customers who order are below each step.
    let revenueSteps: (low: Double, high: Double)

    package init(
        book: SalesBook, config: SiteConfig, routes: [RecordID<Rep>: RoutePlan], territories: TerritoryReport,
        forecast: PipelineForecast, score: ForecastScore, teams: TeamSummaries, insights: BookInsights, notes: [Note],
        basemap: [BasemapLayer], snapshots: [SnapshotRow], problems: [Problem], version: String,
        plans: [RecordID<Rep>: RepPlan] = [:]
    ) {
        self.plans = plans
        self.book = book
        self.config = config
        self.routes = routes
        self.territories = territories
        self.forecast = forecast
        self.score = score
        self.teams = teams
        self.insights = insights
        let resolved = resolveSubjects(of: notes, in: book)
        self.notes = resolved.notes
        self.basemap = basemap
        self.snapshots = snapshots
        self.problems = problems + resolved.problems
        self.version = version
        paths = SitePaths(book)
        var stops: [RecordID<Customer>: PlannedStop] = [:]
        for plan in routes.values {
            for day in plan.days {
                for stop in day.stops {
                    stops[stop.customerID] = PlannedStop(repID: plan.repID, day: day.day, stop: stop)
                }
            }
        }
        plannedStops = stops
        let revenues = insights.customers.values.map(\.revenueLastYear.amount).filter { $0 > 0 }.sorted()
        revenueSteps =
            revenues.isEmpty ? (1, 1) : (revenues[revenues.count / 3], revenues[revenues.count * 2 / 3])
        overdueDays = Dictionary(
            teams.company.overdue.map { ($0.customerID, $0.overdueDays) }, uniquingKeysWith: { first, _ in first })
        repOrder = Dictionary(
            territories.current.territories.enumerated().map { ($1.repID, $0) },
            uniquingKeysWith: { first, _ in first })
        driveMinutesOfVisit = territories.current.driveMinutesOfVisit
        var handedOver: [RecordID<Customer>: TerritoryAssignment] = [:]
        for assignment in book.assignments where assignment.from <= book.asOf {
            handedOver[assignment.customerID] = assignment.runID == nil ? nil : assignment
        }
        self.handedOver = handedOver
        var seen: Set<String> = []
        sharedNames = Set(book.customers.map(\.name).filter { !seen.insert($0).inserted })
        dealByID = Dictionary(book.opportunities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var figures: FigureStyle { config.company.figures }
    package var week: ISOWeek { book.reportMonday.week }
}

/// A stop of somebody's planned week.
package struct PlannedStop: Sendable, Hashable {
    package var repID: RecordID<Rep>
    package var day: Day
    package var stop: Stop

    package var start: TimeOfDay { stop.start }
}

/// A kept week of the archive, for its page.
package struct SnapshotRow: Sendable, Hashable {
    package var week: ISOWeek
    package var asOf: Day
    package var files: Int
    package var bytes: Int
    /// SHA-256 of the manifest, in hex.
    package var fingerprint: String
    /// From the site's root to its start page.
    package var href: String

    package init(week: ISOWeek, asOf: Day, files: Int, bytes: Int, fingerprint: String, href: String) {
        self.week = week
        self.asOf = asOf
        self.files = files
        self.bytes = bytes
        self.fingerprint = fingerprint
        self.href = href
    }
}
