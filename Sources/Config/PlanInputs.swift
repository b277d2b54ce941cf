/// What people have said about the plan in files of the workspace; the planner takes it beside config and book.
package struct PlanInputs: Sendable, Hashable {
    package var changes: [PlanChange] = []
    package var daysOff: [DayOff] = []
    /// Nil before the first publication.
    package var published: PublishedPlan?

    package init() {}
}
