import Config
import Diagnostics
import Forecasting
import Records
import Routes

/// What the reps' plans are made from, settled: names, money, and where driving times come from.
struct PlanningBasis: Sendable {
    /// With the workspace's calls in it and in one currency.
    let book: SalesBook
    /// With the estimate as it is fitted, and the credit of the world's basemap.
    let config: SiteConfig
    let inputs: ResolvedPlanInputs
    let travel: TravelSources
    let problems: [Problem]

    init(_ stored: SalesBook, _ workspace: Workspace, _ order: BuildOrder, roads: RoadKnowledge?) {
        let (book, moneyProblems) = settle(workspace.forecastInputs, in: stored, config: order.config)
        self.book = book
        travel = TravelSources(order.config.travel, table: workspace.travelTable, roads: roads, in: book)
        config = credited(travel.settings(in: order.config), for: workspace.basemap)
        let (inputs, inputProblems) = resolvePlanChanges(workspace.planInputs, in: book)
        self.inputs = inputs
        problems = travel.problems + inputProblems + moneyProblems
    }

    /// The reps who need a plan.
    var reps: [Rep] { repsToPlan(in: book, inputs: inputs) }

    func plan(of rep: Rep, pricesRules: Bool) -> RepPlan {
        planWeeks(
            of: rep, in: book, planning: config.planning, travel: config.travel, inputs: inputs, times: travel.times,
            pricesRules: pricesRules)
    }

    /// All plans, without what their rules cost; in the order of the reps.
    func plans(threads: Int) async -> [RepPlan] {
        await concurrentMap(reps, threads: threads) { plan(of: $0, pricesRules: false) }
    }
}
