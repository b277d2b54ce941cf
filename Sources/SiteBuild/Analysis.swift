import Config
import Diagnostics
import Forecasting
import Insights
import Maps
import Pages
import Publishing
import Quantities
import Records
import Rendering
import Routes
import Store
import Teams
import Territories

/// The settings with the credit of the world's basemap beside the user's own.
func credited(_ config: SiteConfig, for basemap: [BasemapLayer]) -> SiteConfig {
    guard basemap.contains(where: { $0.world != nil }) else { return config }
    var config = config
    config.map.attribution = [config.map.attribution, WorldBasemap.attribution].compactMap { $0 }.joined(
        separator: " · ")
    return config
}

/// The company as it was known on the as-of date.
func readBook(_ order: BuildOrder) throws(ProblemError) -> SalesBook {
    let store = try CustomerStore.open(order.store, access: .read)
    let company = order.config.company
    let book = try store.salesBook(asOf: order.asOf, zone: company.zone, currency: company.currency) { text in
        try? OpeningHours(osm: text)
    }
    try store.close()
    return book
}

/// Runs the analyses side by side; none of them knows another. What does not depend on driving is taken from `earlier`,
/// where the same book was analysed before with less known about roads.
func analyse(
    _ basis: PlanningBasis, _ workspace: Workspace, _ order: BuildOrder, after earlier: SiteMaterial? = nil
) async -> SiteMaterial {
    let (book, config) = (basis.book, basis.config)
    enum Part: Sendable {
        case territories(TerritoryReport)
        case plan(RepPlan)
        case forecast(PipelineForecast)
        case score(ForecastScore)
        case teams(TeamSummaries)
        case insights(BookInsights)
    }
    let locks = resolveTerritoryLocks(workspace.territoryLocks, in: book)
    let reps: [@Sendable () -> Part] = basis.reps.map { rep in { .plan(basis.plan(of: rep, pricesRules: true)) } }
    let undriven: [@Sendable () -> Part] = [
        { .score(scoreForecast(book, stages: config.stages, settings: config.forecast)) },
        {
            .forecast(
                forecastPipeline(book, stages: config.stages, settings: config.forecast, report: config.report))
        },
        {
            .teams(
                summarizeTeams(book, monday: book.reportMonday, planning: config.planning, report: config.report))
        },
        { .insights(readInsights(book)) },
    ]
    let driven: [@Sendable () -> Part] = [
        {
            .territories(
                measureTerritories(
                    book, request: TerritoryRequest(locks: locks.locks, holdOuts: locks.holdOuts),
                    settings: config.territories, planning: config.planning, travel: config.travel))
        }
    ]
    var plans: [RecordID<Rep>: RepPlan] = [:]
    var territories: TerritoryReport?
    var forecast = earlier?.forecast
    var score = earlier?.score
    var teams = earlier?.teams
    var insights = earlier?.insights
    for part in await concurrentMap((earlier == nil ? undriven : []) + driven + reps, threads: order.threads, { $0() })
    {
        switch part {
        case .plan(let plan): plans[plan.repID] = plan
        case .territories(let report): territories = report
        case .forecast(let result): forecast = result
        case .score(let result): score = result
        case .teams(let summaries): teams = summaries
        case .insights(let result): insights = result
        }
    }
    guard let territories, var forecast, let score, let teams, let insights else {
        preconditionFailure("each analysis is in the list above")
    }
    if earlier == nil {
        forecast.addPeople(of: book, config: config, daysOff: workspace.planInputs.daysOff, score: score)
    }
    var checked = territories
    checked.check = checkWorkload(
        estimate: territories.current.driveMinutesOfVisit,
        planned: plans.mapValues { plan in
            (driveMinutes: Double(plan.figures.driving.count) / 60, visits: plan.figures.visits)
        })
    let planProblems = plans.keys.sorted().flatMap { plans[$0]?.problems ?? [] }
    var material = SiteMaterial(
        book: book, config: config, routes: plans.compactMapValues(\.weeks.first), territories: checked,
        forecast: forecast, score: score, teams: teams, insights: insights, notes: workspace.notes,
        basemap: workspace.basemap, snapshots: workspace.snapshots,
        problems: (workspace.problems + basis.problems + locks.problems + planProblems).sorted(
            by: Problem.listingOrder),
        version: order.version, plans: plans)
    material.travel = basis.travel.report
    material.heldOut = locks.holdOuts
    material.lockedCustomers = locks.locks.count
    return material
}
