package import Quantities
package import Records

/// How the pipeline flows: where deals get on, where they wait, which ones need somebody, and what is won and lost.
///
/// Everything is known on the as-of date: open deals are censored there, never counted as if they were decided.
package struct PipelineHealth: Sendable, Hashable {
    /// By open stage, in pipeline order.
    package var funnel: [StageFlow]
    /// By open stage, in pipeline order.
    package var stageTimes: [StageTime]
    /// Stages that hold deals beyond their usual time, most revenue × delay first.
    package var bottlenecks: [Bottleneck]
    /// One for each risk that can be known, in the order of `DealForecast.Risk.allCases`, also where its list is empty.
    package var watchLists: [WatchList]
    /// Open deals that stand in at least one of the lists, each once.
    package var watchedCount: Int
    package var watchedAmount: Money
    /// By month of creation, oldest first; months without a deal are not in it.
    package var cohorts: [DealCohort]
    /// Days in which nine of ten deals close, won or lost: cohorts that are younger are immature. Nil when no deal has
    /// closed.
    package var matureDays: Int?
    /// One for each dimension, in the order of `WinLoss.Dimension.allCases`.
    package var winLoss: [WinLoss]

    package func watchList(_ risk: DealForecast.Risk) -> WatchList? { watchLists.first { $0.risk == risk } }
    package func winLoss(by dimension: WinLoss.Dimension) -> WinLoss? { winLoss.first { $0.dimension == dimension } }
}

/// Open deals with one risk.
package struct WatchList: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        package var id: RecordID<Opportunity>
        package var amount: Money
        /// Close day passed: days since then. Stuck: days in the stage. Pushed: how often. Quiet: days without an
        /// activity. Nil for no next step.
        package var measure: Int?
        /// What `measure` is above: the stage's `StageTime.longDays`, two pushes, the quiet days of the settings. Nil where there is
        /// none.
        package var limit: Int?
    }

    package var risk: DealForecast.Risk
    /// Largest amount first, then by id.
    package var items: [Item]
    package var amount: Money
}
