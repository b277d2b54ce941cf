import Config
import Quantities
import Records

/// The figures of a finished plan, without prices of rules. `history` holds all its weeks. O(stops + customers of the rep).
func planFigures(
    of plan: RepPlan, in book: SalesBook, planning: PlanningSettings, inputs: ResolvedPlanInputs, history: VisitHistory
) -> PlanFigures {
    var figures = PlanFigures()
    for day in plan.days {
        figures.workDays += 1
        figures.visits += day.stops.count
        figures.driving = figures.driving + day.driving
        figures.distance = figures.distance + day.distance
        figures.dayMinutes.append(day.stops.isEmpty ? 0 : day.back - day.departure)
        for stop in day.stops {
            figures.visitMinutes += stop.end - stop.start
            guard let cadence = stop.reason.cadenceDays, let since = stop.reason.daysSinceLastVisit else { continue }
            figures.visitsWithCadence += 1
            if abs(since - cadence) * 5 <= cadence { figures.visitsOnCadence += 1 }
        }
    }
    let planned = Set(plan.days.flatMap { $0.stops.map(\.customerID) })
    figures.unserved = Set((plan.weeks.first?.unserved ?? []).map(\.customerID)).subtracting(planned).count
    figures.changedVisits = plan.differences.count { !$0.staysOnDay }
    figures.shiftedVisits = plan.differences.count - figures.changedVisits

    let friday = (plan.weeks.last?.monday ?? book.planMonday) + 4
    let own = (book.customersByRep[plan.repID] ?? []).filter { inputs.planner(of: $0) == plan.repID }
    let others = (inputs.takenOver[plan.repID] ?? []).compactMap { book.customerByID[$0] }
        .filter { $0.ownerID != plan.repID }
    for customer in own + others where customer.isActive {
        guard let days = cadence(of: customer, planning).days,
            let before = history.lastVisit(customer.id, before: book.planMonday)?.day
        else { continue }
        let after = history.lastVisit(customer.id, before: friday + 3)?.day ?? before
        figures.overdueDaysWithout += max(0, friday - before - days)
        figures.overdueDaysWith += max(0, friday - after - days)
    }
    return figures
}
