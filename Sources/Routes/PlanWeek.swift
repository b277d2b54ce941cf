import Config
import Geo
import Quantities
import Records

/// The plan of one week, and what the weeks after it and the comparison with the publication need to know of it.
struct PlannedWeek {
    var plan: RoutePlan
    /// Nil where the rep has no plan.
    var week: WeekProblem?
    var orders: WeekOrders?
    /// In a published week, what has forced each change: by published visit, and by customer and number for new ones.
    var forced: [PublishedVisit: PlanDifference.Reason] = [:]
    var forcedNew: [VisitKey: PlanDifference.Reason] = [:]
}

/// One visit of a week.
struct VisitKey: Hashable {
    var customerID: RecordID<Customer>
    var number: Int
}

/// How the weeks of a plan are driven.
struct TravelBasis {
    /// Added to each leg to a customer.
    var accessMinutes: Int
    var times: any TravelTimes
    /// Traffic by weekday and hour.
    var factors = TravelFactors()
}

/// Plans one week: searched for, or kept where it was published.
func plannedWeek(_ scope: WeekScope, steps: Int, travel: TravelBasis) -> PlannedWeek {
    let due = dueVisits(scope)
    let friday = scope.monday + 4
    var plan = RoutePlan(
        repID: scope.rep.id, monday: scope.monday, days: [], unserved: [], daysOff: scope.calendar.daysOff,
        isPublished: scope.isKept)
    let home = scope.rep.home.flatMap { $0.isNullIsland ? nil : $0 }
    guard let home, !scope.calendar.workDays.isEmpty, scope.planning.maxVisitsPerDay > 0 else {
        plan.obstacle = obstacle(scope, hasHome: home != nil)
        plan.unserved = mostUrgentFirst(
            due.map {
                Unserved(
                    customerID: $0.customer.id, reason: $0.reason(on: friday),
                    cause: $0.place == nil ? .noPlace : $0.blocked.flatMap(Unserved.ofLines) ?? .noPlan)
            })
        return PlannedWeek(plan: plan)
    }

    let week = WeekProblem(
        home: home, candidates: due.filter { $0.place != nil && $0.blocked == nil },
        workDays: scope.calendar.workDays, planning: scope.planning, accessMinutes: travel.accessMinutes,
        times: travel.times, factors: travel.factors, homeOf: scope.rep.id)
    var planned = PlannedWeek(plan: plan, week: week)
    let orders: WeekOrders
    if scope.isKept {
        let published = (scope.inputs.publishedByRep[scope.rep.id] ?? []).filter { scope.calendar.contains($0.day) }
        let kept = KeptWeek(week, published: published)
        orders = week.kept(kept.orders)
        for (node, reason) in kept.reasons {
            let candidate = week.candidates[node - 1]
            if let published = candidate.published { planned.forced[published] = reason }
            planned.forcedNew[VisitKey(customerID: candidate.customer.id, number: candidate.number)] = reason
        }
    } else {
        orders = week.searched(steps: steps, stream: "route \(scope.rep.id.text) \(scope.monday.iso)")
    }
    planned.orders = orders

    let waiting = week.candidates.indices.map { $0 + 1 }.filter { orders.routes.dayOf[$0] < 0 }
    planned.plan.days = week.workDays.indices.map { day in
        routeDay(day, week: week, routes: orders.routes, waiting: waiting, isProven: orders.isProven[day])
    }
    settleSecondVisits(&planned.plan)
    let visited = Set(planned.plan.days.flatMap { $0.stops.map(\.customerID) })
    let left = due.filter { $0.place == nil || $0.blocked != nil }.map { candidate in
        let cause = candidate.place == nil ? .noPlace : candidate.blocked ?? Unserved.Cause.noPlan
        return (candidate, cause)
    }
    let dropped = waiting.map { node in
        let candidate = week.candidates[node - 1]
        return (
            candidate, causeUnserved(candidate, node: node, week: week, routes: orders.routes, isKept: scope.isKept)
        )
    }
    planned.plan.unserved = mostUrgentFirst(
        onePerCustomer(left + dropped, visited: visited).map { candidate, cause in
            Unserved(customerID: candidate.customer.id, reason: candidate.reason(on: friday), cause: cause)
        })
    return planned
}

private func obstacle(_ scope: WeekScope, hasHome: Bool) -> String {
    if !hasHome { return "It is not known where \(scope.rep.name) starts from: the rep has no home." }
    return scope.calendar.workDays.isEmpty
        ? "\(scope.rep.name) does not work in this week." : "The settings allow no visit in a day."
}

extension Unserved {
    /// A cause that change lines give, and that holds whether or not the rep works.
    fileprivate static func ofLines(_ cause: Cause) -> Cause? {
        switch cause {
        case .skipped, .closedOnDates, .visitAgreed: cause
        default: nil
        }
    }
}

/// The second visit of a week waits since the first one.
private func settleSecondVisits(_ plan: inout RoutePlan) {
    var last: [RecordID<Customer>: Day] = [:]
    for day in plan.days.indices {
        for stop in plan.days[day].stops.indices {
            let visit = plan.days[day].stops[stop]
            if let before = last[visit.customerID], before < plan.days[day].day {
                let since = plan.days[day].day - before
                plan.days[day].stops[stop].reason.daysSinceLastVisit = since
                plan.days[day].stops[stop].reason.isLastVisitPlanned = true
                if let cadence = visit.reason.cadenceDays {
                    plan.days[day].stops[stop].reason.urgency = Double(since) / Double(cadence)
                }
            }
            last[visit.customerID] = plan.days[day].day
        }
    }
}

/// A customer who is visited is not left out for want of a second visit, unless that one was promised; and none is listed
/// for its cadence beside a promise, or twice.
private func onePerCustomer(
    _ left: [(Candidate, Unserved.Cause)], visited: Set<RecordID<Customer>>
) -> [(Candidate, Unserved.Cause)] {
    var seen = Set(left.filter { $0.0.claim > .cadence }.map(\.0.customer.id)).union(visited)
    return left.filter { $0.0.claim > .cadence || seen.insert($0.0.customer.id).inserted }
}

private func mostUrgentFirst(_ unserved: [Unserved]) -> [Unserved] {
    func rank(_ cause: VisitReason.Cause) -> Int {
        switch cause {
        case .appointment: 0
        case .followUp, .requested: 1
        case .cadence, .firstVisit, .published: 2
        }
    }
    return unserved.sorted { left, right in
        let ranks = (rank(left.reason.cause), rank(right.reason.cause))
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        if left.reason.urgency != right.reason.urgency { return left.reason.urgency > right.reason.urgency }
        return left.customerID < right.customerID
    }
}
