package import Diagnostics
import Quantities

/// Leaves one of each two changes that exclude each other: the later line. The other one becomes a warning.
///
/// `customer` names who a change is about; the reader takes what is written, the planner the id that it found, so that
/// a line with the id and one with the name meet. The order of lines stays. O(n), times the changes of one customer.
package func settlePlanChanges(
    _ changes: [PlanChange], customer: (PlanChange) -> String
) -> (changes: [PlanChange], problems: [Problem]) {
    var later: [String: [PlanChange]] = [:]
    var kept: [PlanChange] = []
    var problems: [Problem] = []
    for change in changes.reversed() {
        let key = customer(change)
        if let winner = later[key]?.last(where: { excludes(change.action, $0.action) }) {
            problems.append(overruled(change, by: winner))
        } else {
            later[key, default: []].append(change)
            kept.append(change)
        }
    }
    return (kept.reversed(), problems.reversed())
}

private func overruled(_ change: PlanChange, by winner: PlanChange) -> Problem {
    let isSame = change.action == winner.action
    let other = winner.place.line.map { "line \($0)" } ?? "a later line"
    return Problem(
        .warning, isSame ? "plan-changes.repeated" : "plan-changes.contradiction",
        isSame
            ? "'\(change.line)' is there again in \(other)"
            : "'\(change.line)' does not hold: \(other) says '\(winner.line)'",
        at: change.place, value: change.customer, hint: "remove one of the two lines")
}

/// Whether no plan can follow both. Two visits in different weeks are not at odds.
private func excludes(_ left: PlanChange.Action, _ right: PlanChange.Action) -> Bool {
    if left == right { return true }
    switch (left, right) {
    case (.skip, .skip), (.move, .move): return true
    case (.must(_, let until), .skip(let day)), (.skip(let day), .must(_, let until)): return until < day
    case (.must(let from, let until), .closed(let first, let last)),
        (.closed(let first, let last), .must(let from, let until)):
        return from.map { first <= $0 && until <= last } ?? false
    default: break
    }
    let fixed = (fixedDay(left), fixedDay(right))
    switch (fixed.0, fixed.1, left, right) {
    case (let one?, let other?, _, _): return one.monday == other.monday
    case (let day?, nil, _, .skip(let first)), (nil, let day?, .skip(let first), _): return day < first
    case (let day?, nil, _, .closed(let first, let last)), (nil, let day?, .closed(let first, let last), _):
        return first <= day && day <= last
    default: return false
    }
}

private func fixedDay(_ action: PlanChange.Action) -> Day? {
    switch action {
    case .lock(let day, _), .appointment(let day, _, _): day
    default: nil
    }
}
