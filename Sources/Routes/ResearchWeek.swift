package import Config
package import Diagnostics
import Geo
package import Quantities
package import Records
package import RouteSolver

/// The first week of a rep's plan as plain numbers, for other solvers: what `planWeeks` weighs, in seconds of driving.
///
/// Node 0 is home, the others are due visits. Windows are those in which a visit may begin, in seconds since midnight. A prize
/// is what a visit is worth on that day, so that must-visits come before cadence, as in the plan; appointments are mandatory.
package struct ResearchWeek: Sendable {
    package var problem: RoutingProblem
    /// Name of the customer of each node, home first.
    package var labels: [String]
    package var days: [Day]
    /// From node `i` to node `j` at `i × nodeCount + j`.
    package var metres: [Int32]
}

/// Throws where the rep has no home or no day to work on. O(n²) in due visits.
package func researchWeek(
    of rep: Rep, in book: SalesBook, planning: PlanningSettings, travel: TravelSettings, inputs: ResolvedPlanInputs,
    times: any TravelTimes
) throws(ProblemError) -> ResearchWeek {
    let scope = WeekScope(of: rep, from: book.planMonday, in: book, planning: planning, inputs: inputs)
    let workDays = scope.calendar.workDays
    guard let home = rep.home, !home.isNullIsland, !workDays.isEmpty else {
        throw ProblemError(
            "routes.nothing-to-export", "\(rep.name) has no week to plan from \(scope.monday.iso)",
            hint: workDays.isEmpty ? "the rep does not work in it" : "give the rep a home")
    }
    let week = WeekProblem(
        home: home, candidates: dueVisits(scope).filter { $0.place != nil && $0.blocked == nil }, workDays: workDays,
        planning: planning, accessMinutes: travel.accessMinutes, times: times, factors: travel.factors, homeOf: rep.id)
    var problem = RoutingProblem(
        nodeCount: week.matrix.count, dayCount: workDays.count,
        vehicles: workDays.enumerated().map { vehicle($1, day: $0, planning: planning) }, costs: week.matrix.seconds)
    problem.service = [0] + week.candidates.map { Int32($0.visitMinutes * 60) }
    problem.setBeginWindows(of: week.candidates, on: workDays)
    problem.setOptions(
        [[]]
            + week.candidates.map { candidate in
                workDays.enumerated().filter { candidate.days.contains($1.day) }.map { index, workDay in
                    let worth = max(0, candidate.worth(on: workDay.day) * 60)
                    return RoutingProblem.VisitOption(
                        days: 1 << UInt64(index),
                        prize: candidate.claim == .appointment ? RoutingProblem.mandatory : worth)
                }
            })
    return ResearchWeek(
        problem: problem, labels: [rep.name] + week.candidates.map(\.customer.name), days: workDays.map(\.day),
        metres: week.matrix.metres)
}

private func vehicle(_ workDay: WorkDay, day: Int, planning: PlanningSettings) -> RoutingProblem.Vehicle {
    var vehicle = RoutingProblem.Vehicle()
    vehicle.day = day
    vehicle.from = Int32(workDay.hours.from.minutes * 60)
    vehicle.until = Int32(workDay.hours.until.minutes * 60)
    vehicle.maxVisits = planning.maxVisitsPerDay
    vehicle.maxCost = planning.maxDrivingMinutesPerDay * 60
    // Lunch is due on a day whose hours hold the whole lunch window.
    let lunch = planning.lunchWindow
    if planning.lunchMinutes > 0, lunch.minutes >= planning.lunchMinutes, workDay.hours.from <= lunch.from,
        lunch.until <= workDay.hours.until
    {
        vehicle.breakLength = Int32(planning.lunchMinutes * 60)
        vehicle.breakFrom = Int32(lunch.from.minutes * 60)
        vehicle.breakUntil = Int32(lunch.until.minutes * 60)
    }
    return vehicle
}

extension RoutingProblem {
    /// Node 0 has none.
    fileprivate mutating func setBeginWindows(of candidates: [Candidate], on workDays: [WorkDay]) {
        var windows: [[(Int, Int)]] = workDays.map { _ in [] }
        for candidate in candidates {
            for workDay in workDays {
                windows.append(
                    candidate.windows(on: workDay).map { ($0.from.minutes, $0.until.minutes - candidate.visitMinutes) }
                        .filter { $0.0 <= $0.1 })
            }
        }
        windowOffset = windows.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
        earliest = windows.flatMap { $0.map { Int32($0.0 * 60) } }
        latest = windows.flatMap { $0.map { Int32($0.1 * 60) } }
    }
}
