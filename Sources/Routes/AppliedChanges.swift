import Config
import Diagnostics
import Quantities
import Records

/// What came of each change line that concerns the rep, and a warning for each that could not be held.
func appliedChanges(
    to plan: RepPlan, of rep: Rep, in book: SalesBook, inputs: ResolvedPlanInputs
) -> (changes: [AppliedChange], problems: [Problem]) {
    var changes: [AppliedChange] = []
    var problems: [Problem] = []
    let end = (plan.weeks.last?.monday ?? book.planMonday) + 6
    for resolved in inputs.changes {
        guard let customer = book.customerByID[resolved.customerID], inputs.planner(of: customer) == rep.id else {
            continue
        }
        let outcome = outcome(of: resolved.change, customer.id, plan, end: end)
        changes.append(AppliedChange(change: resolved.change, customerID: customer.id, outcome: outcome))
        guard case .notHeld(let cause) = outcome else { continue }
        problems.append(
            Problem(
                .warning, "plan-changes.not-held", "this can't be held for '\(customer.name)': \(cause.words)",
                at: resolved.change.place, value: resolved.change.customer,
                hint: "choose another day or time, or free the day"))
    }
    return (changes, problems)
}

private func outcome(
    of change: PlanChange, _ customer: RecordID<Customer>, _ plan: RepPlan, end: Day
) -> AppliedChange.Outcome {
    let wanted: ClosedRange<Day>
    switch change.action {
    case .skip, .closed, .move: return .holds
    case .lock(let day, _), .appointment(let day, _, _): wanted = day...day
    case .must(let from, let until): wanted = min(from ?? .distantPast, until)...until
    }
    if wanted.lowerBound > end { return .notYet }
    for day in plan.days where wanted.contains(day.day) {
        for stop in day.stops where stop.customerID == customer && isHeld(change, by: stop) {
            return .planned(day.day, stop.start)
        }
    }
    let weeks = plan.weeks.filter { wanted.overlaps($0.monday...$0.monday + 6) }
    let causes = weeks.flatMap(\.unserved).filter { $0.customerID == customer && $0.reason.changes.contains(change) }
    if let cause = causes.last?.cause { return .notHeld(cause) }
    // Served by a visit that the log already has, or one before the plan.
    return wanted.upperBound > end ? .notYet : .holds
}

private func isHeld(_ change: PlanChange, by stop: Stop) -> Bool {
    switch change.action {
    case .lock(_, let start): start == nil || start == stop.start
    case .appointment(_, let window, _): window.contains(stop.start) && window.contains(stop.end)
    case .must, .skip, .closed, .move: true
    }
}
