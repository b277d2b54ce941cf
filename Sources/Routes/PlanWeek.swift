package import Config
import Geo
package import Quantities
package import Records

/// Plans the week of a rep that a build on `book.asOf` plans: who is visited on which day in which order.
///
/// Pure and deterministic: the search takes `planning.steps` steps and its random numbers depend on the rep's id and the
/// week alone. In order of weight: hard limits (working hours, opening hours for begin and end of a visit, lunch, visits
/// and driving a day), appointments, follow-ups, what visits are worth (`VisitWorth`) against driving, evenness.
/// About 5 µs a step and stop removed; 60 due customers take some tens of milliseconds.
package func planWeek(
    of rep: Rep, in book: SalesBook, planning: PlanningSettings, travel: TravelSettings
) -> RoutePlan {
    planWeek(
        of: rep, in: book, monday: book.planMonday, planning: planning, accessMinutes: travel.accessMinutes,
        times: GreatCircleTravel(travel))
}

/// The same for any week and any source of driving times. `accessMinutes` is added to each leg to a customer.
package func planWeek(
    of rep: Rep, in book: SalesBook, monday: Day, planning: PlanningSettings, accessMinutes: Int,
    times: some TravelTimes
) -> RoutePlan {
    let due = dueCustomers(of: rep, in: book, monday: monday, planning: planning)
    let workDays = workDays(of: rep, from: monday, planning: planning)
    let home = rep.home.flatMap { $0.isNullIsland ? nil : $0 }
    guard let home, !workDays.isEmpty, planning.maxVisitsPerDay > 0 else {
        let obstacle =
            home == nil
            ? "It is not known where \(rep.name) starts from: the rep has no home."
            : workDays.isEmpty
                ? "\(rep.name) does not work in this week." : "The settings allow no visit in a day."
        let unserved = due.map { candidate in
            Unserved(
                customerID: candidate.customer.id, reason: candidate.reason(on: monday + 4),
                cause: candidate.place == nil ? .noPlace : .noPlan)
        }
        return RoutePlan(
            repID: rep.id, monday: monday, days: [], unserved: mostUrgentFirst(unserved), obstacle: obstacle)
    }

    let week = WeekProblem(
        home: home, candidates: due.filter { $0.place != nil }, workDays: workDays, planning: planning,
        accessMinutes: accessMinutes, times: times, homeOf: rep.id)
    var search = RuinAndRecreate(
        week.problem, from: constructedRoutes(week.problem),
        random: SeededRandom(seed: 0, stream: "route \(rep.id.text) \(monday.iso)"))
    var routes = search.improved(steps: planning.steps)
    let isProven = polish(&routes, week.problem)

    var unserved = due.filter { $0.place == nil }.map { candidate in
        Unserved(
            customerID: candidate.customer.id, reason: candidate.reason(on: monday + 4), cause: .noPlace)
    }
    var waiting: [Int] = []
    for (index, candidate) in week.candidates.enumerated() where routes.dayOf[index + 1] < 0 {
        waiting.append(index + 1)
        unserved.append(
            Unserved(
                customerID: candidate.customer.id, reason: candidate.reason(on: monday + 4),
                cause: causeUnserved(candidate, node: index + 1, week: week, routes: routes)))
    }
    let days = workDays.indices.map { day in
        routeDay(day, week: week, routes: routes, waiting: waiting, isProven: isProven[day])
    }
    return RoutePlan(repID: rep.id, monday: monday, days: days, unserved: mostUrgentFirst(unserved))
}

private func mostUrgentFirst(_ unserved: [Unserved]) -> [Unserved] {
    func rank(_ cause: VisitReason.Cause) -> Int {
        switch cause {
        case .appointment: 0
        case .followUp: 1
        case .cadence, .firstVisit: 2
        }
    }
    return unserved.sorted { left, right in
        let ranks = (rank(left.reason.cause), rank(right.reason.cause))
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        if left.reason.urgency != right.reason.urgency { return left.reason.urgency > right.reason.urgency }
        return left.customerID < right.customerID
    }
}
