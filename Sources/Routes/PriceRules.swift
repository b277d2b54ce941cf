import Config
import Quantities
import Records

/// What each kind of rule costs in a planned week; see `RulePrice`. Empty where there is no plan.
func rulePrices(of planned: PlannedWeek, _ scope: WeekScope, travel: TravelBasis) -> [RulePrice] {
    guard let week = planned.week, let orders = planned.orders else { return [] }
    let start = week.workDays.indices.map { orders.order(on: $0) }
    let steps = 300
    let stream = "prices \(scope.rep.id.text) \(scope.monday.iso)"
    let base = WeekValue(
        week.improved(start, steps: steps, stream: stream), of: week.candidates, in: week, worth: scope.planning.worth)
    return RulePrice.Rule.allCases.compactMap { rule in
        guard let relaxed = week.without(rule, scope, travel: travel) else { return nil }
        let value = WeekValue(
            relaxed.improved(start, steps: steps, stream: stream), of: week.candidates, in: relaxed,
            worth: scope.planning.worth)
        let gain = value.minutes - base.minutes
        guard gain > 0 else { return RulePrice(rule: rule, minutes: 0, drivingMinutes: 0, visits: 0) }
        return RulePrice(
            rule: rule, minutes: gain, drivingMinutes: base.drivingMinutes - value.drivingMinutes,
            visits: value.visits - base.visits)
    }
}

/// What a week is worth in minutes: urgency served less driving, without classes.
private struct WeekValue {
    var minutes = 0
    var drivingMinutes: Int
    var visits: Int

    init(_ orders: WeekOrders, of candidates: [Candidate], in week: WeekProblem, worth: WorthSettings) {
        let seconds = orders.routes.driving.reduce(0, +)
        drivingMinutes = (seconds + 30) / 60
        visits = orders.routes.counts.reduce(0, +)
        for (day, workDay) in week.workDays.enumerated() {
            for node in orders.order(on: day) {
                var candidate = candidates[node - 1]
                candidate.claim = .cadence
                candidate.settle(lastVisit: candidate.lastVisit, worth)
                minutes += candidate.worth(on: workDay.day)
            }
        }
        minutes -= drivingMinutes
    }
}

extension WeekProblem {
    /// The same week without that rule; nil where there is nothing to drop.
    fileprivate func without(_ rule: RulePrice.Rule, _ scope: WeekScope, travel: TravelBasis) -> WeekProblem? {
        var planning = scope.planning
        var candidates = candidates
        switch rule {
        case .lunch:
            guard planning.lunchMinutes > 0 else { return nil }
            planning.lunchMinutes = 0
        case .openingHours: for index in candidates.indices { candidates[index].customer.openingHours = nil }
        case .visitLimit: planning.maxVisitsPerDay = 60
        case .drivingLimit: planning.maxDrivingMinutesPerDay = 1440
        case .mustVisits:
            guard candidates.contains(where: { $0.claim == .must }) else { return nil }
            for index in candidates.indices where candidates[index].claim == .must {
                candidates[index].claim = .cadence
                candidates[index].settle(lastVisit: candidates[index].lastVisit, planning.worth)
            }
        case .evenness: return nil
        }
        return WeekProblem(
            home: home, candidates: candidates, workDays: workDays, planning: planning,
            accessMinutes: travel.accessMinutes, times: travel.times, homeOf: scope.rep.id)
    }
}
