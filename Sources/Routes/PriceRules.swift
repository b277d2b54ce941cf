import Config
import Quantities
import Records

/// What each kind of rule costs in a planned week; see `RulePrice`. Empty where there is no plan.
///
/// Each search takes `steps` steps from the finished week. For evenness, which is no limit but a price, visits go one by one to
/// whatever day makes the week better by driving and urgency alone, until none does.
func rulePrices(of planned: PlannedWeek, _ scope: WeekScope, travel: TravelBasis, steps: Int = 300) -> [RulePrice] {
    guard let week = planned.week, let finished = planned.orders else { return [] }
    let start = week.workDays.indices.map { finished.order(on: $0) }
    let stream = "prices \(scope.rep.id.text) \(scope.monday.iso)"
    func searched(_ week: WeekProblem) -> [[Int]] {
        let orders = week.improved(start, steps: steps, stream: stream)
        return week.workDays.indices.map { orders.order(on: $0) }
    }
    let baseOrders = searched(week)
    let base = WeekValue(baseOrders, in: week, candidates: week.candidates, scope.planning.worth)
    return RulePrice.Rule.allCases.compactMap { rule in
        let value: WeekValue
        if rule == .evenness {
            value = WeekValue(
                week.relocated(baseOrders), in: week, candidates: week.candidates, scope.planning.worth)
        } else {
            guard let relaxed = week.without(rule, scope, travel: travel) else { return nil }
            value = WeekValue(searched(relaxed), in: relaxed, candidates: week.candidates, scope.planning.worth)
        }
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

    /// `candidates` are those of the week with all its rules, so that dropping a rule changes no worth.
    init(_ orders: [[Int]], in week: WeekProblem, candidates: [Candidate], _ worth: WorthSettings) {
        visits = orders.reduce(0) { $0 + $1.count }
        var seconds = 0
        for (day, workDay) in week.workDays.enumerated() {
            seconds += week.driving(orders[day], on: day) ?? 0
            for node in orders[day] {
                var candidate = candidates[node - 1]
                candidate.claim = .cadence
                candidate.settle(lastVisit: candidate.lastVisit, worth)
                minutes += candidate.worth(on: workDay.day)
            }
        }
        drivingMinutes = (seconds + 30) / 60
        minutes -= drivingMinutes
    }
}

extension WeekProblem {
    /// The orders after moving single visits to other days, each time to where driving less worth falls most, until no move
    /// gains a minute. O(moves × visits² × days).
    fileprivate func relocated(_ orders: [[Int]]) -> [[Int]] {
        var orders = orders
        for _ in 0..<20 {
            var best: (gain: Int, from: Int, rest: [Int], to: Int, order: [Int])?
            for from in orders.indices {
                guard let whole = driving(orders[from], on: from) else { continue }
                for node in orders[from] {
                    let rest = orders[from].filter { $0 != node }
                    guard let without = driving(rest, on: from) else { continue }
                    let saved = whole - without - problem.worth[node * problem.dayCount + from]
                    for to in orders.indices where to != from && problem.isAllowed(node, on: to) {
                        guard let before = driving(orders[to], on: to),
                            let found = inserting(node, into: orders[to], on: to)
                        else { continue }
                        let gain = saved - (found.driving - before) + problem.worth[node * problem.dayCount + to]
                        if gain >= 60, gain > best?.gain ?? 0 { best = (gain, from, rest, to, found.order) }
                    }
                }
            }
            guard let best else { break }
            orders[best.from] = best.rest
            orders[best.to] = best.order
        }
        return orders
    }

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
        case .evenness: return self
        }
        return WeekProblem(
            home: home, candidates: candidates, workDays: workDays, planning: planning,
            accessMinutes: travel.accessMinutes, times: travel.times, factors: travel.factors, homeOf: scope.rep.id)
    }
}
