package import Config
import Diagnostics
import Quantities
package import Records

/// Plans `planning.weeks` weeks of a rep from `book.planMonday` on: who is visited on which day in which order.
///
/// The weeks roll: a visit that one week plans is the last visit for those after it, so that a customer with a cadence of 14
/// days is planned again two weeks later. The first week takes `planning.steps` steps of search, each later one
/// `planning.stepsLaterWeeks`. Days that `inputs` says were published stay unless something forces them.
///
/// In order of weight: hard limits (working hours, days off, opening hours for begin and end of a visit, lunch, visits and
/// driving a day, closures, spacing of at least half a cadence), appointments, must-visits, what visits are worth
/// (`VisitWorth`) against driving, evenness.
///
/// Pure and deterministic: random numbers depend on the rep's id and the week alone, and the plan of one rep never on another's,
/// so reps may be planned side by side. `pricesRules` adds `figures.rulePrices`, which takes some hundred steps a rule.
package func planWeeks(
    of rep: Rep, in book: SalesBook, planning: PlanningSettings, travel: TravelSettings, inputs: ResolvedPlanInputs,
    times: any TravelTimes, pricesRules: Bool = false
) -> RepPlan {
    let basis = TravelBasis(accessMinutes: travel.accessMinutes, times: times, factors: travel.factors)
    var history = VisitHistory(of: rep.id, from: book.planMonday, in: book, inputs: inputs)
    var weeks: [PlannedWeek] = []
    var firstScope: WeekScope?
    var differences: [PlanDifference] = []
    for index in 0..<min(12, max(1, planning.weeks)) {
        let scope = WeekScope(
            of: rep, from: book.planMonday + 7 * index, in: book, planning: planning, inputs: inputs,
            history: history)
        let steps = index == 0 ? planning.steps : planning.stepsLaterWeeks
        let week = plannedWeek(scope, steps: steps, travel: basis)
        let changed = weekDifferences(from: scope, to: week)
        history.add(week.plan)
        history.add(changed)
        weeks.append(week)
        differences += changed
        firstScope = firstScope ?? scope
    }
    var plan = RepPlan(repID: rep.id, weeks: weeks.map(\.plan))
    addLaterWeeks(&plan.weeks)
    plan.differences = differences
    (plan.changes, plan.problems) = appliedChanges(to: plan, of: rep, in: book, inputs: inputs)
    plan.figures = planFigures(of: plan, in: book, planning: planning, inputs: inputs, history: history)
    if pricesRules, let scope = firstScope, let week = weeks.first {
        plan.figures.rulePrices = rulePrices(of: week, scope, travel: basis)
    }
    return plan
}

/// The first week alone, without anything that people have said in files, and driven by the estimate.
package func planWeek(
    of rep: Rep, in book: SalesBook, planning: PlanningSettings, travel: TravelSettings
) -> RoutePlan {
    let (inputs, _) = resolvePlanChanges(PlanInputs(), in: book)
    var planning = planning
    planning.weeks = 1
    return planWeeks(
        of: rep, in: book, planning: planning, travel: travel, inputs: inputs, times: GreatCircleTravel(travel)
    ).weeks[0]
}

/// The reps who need a plan, sorted by id: those who work, and those who have left behind published visits.
package func repsToPlan(in book: SalesBook, inputs: ResolvedPlanInputs) -> [Rep] {
    let published = Set(inputs.publishedReps)
    return book.reps.filter { rep in
        rep.works(on: book.asOf)
            || published.contains(rep.id)
                && inputs.publishedDays[rep.id].map { $0.upperBound >= book.planMonday } ?? false
    }
}

/// Says of everyone who is left out of a week what becomes of them in the weeks after it.
private func addLaterWeeks(_ weeks: inout [RoutePlan]) {
    for index in weeks.indices {
        for entry in weeks[index].unserved.indices {
            let id = weeks[index].unserved[entry].customerID
            for later in weeks[(index + 1)...] {
                if let day = later.days.first(where: { $0.stops.contains { $0.customerID == id } }) {
                    weeks[index].unserved[entry].later.append(.planned(day.day))
                    break
                }
                if let cause = later.unserved.first(where: { $0.customerID == id })?.cause {
                    weeks[index].unserved[entry].later.append(.unserved(cause))
                }
            }
        }
    }
}
