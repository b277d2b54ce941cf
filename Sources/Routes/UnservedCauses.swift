import Quantities
import Records

/// Why a candidate is not in the finished routes; `isKept` for those of a published week. O(stops² of the week).
func causeUnserved(
    _ candidate: Candidate, node: Int, week: WeekProblem, routes: WeekRoutes, isKept: Bool
) -> Unserved.Cause {
    let problem = week.problem
    let visit = candidate.visitMinutes
    let isEverOpen = week.workDays.contains { workDay in
        candidate.windows(on: workDay).contains { window in
            let overlap = min(window.until, workDay.hours.until) - max(window.from, workDay.hours.from)
            return overlap > 0 || overlap == 0 && visit == 0
        }
    }
    guard isEverOpen else { return .closedInWorkingHours }

    if !(0..<problem.dayCount).contains(where: { problem.isAllowed(node, on: $0) }) {
        let there = problem.drive(0, node)
        let back = problem.drive(node, 0)
        let length = RouteProblem.minutes(there) + visit + RouteProblem.minutes(back)
        let isInReach = there + back <= problem.maxDriving && week.workDays.contains { $0.hours.minutes >= length }
        return isInReach ? .noWindowLeft : .outOfReach
    }

    var cheapest: (score: Int, day: Int, extra: Int, overtime: Int)?
    for day in 0..<problem.dayCount where problem.isAllowed(node, on: day) {
        for position in 0...routes.counts[day] {
            guard let insertion = routes.forcedInsertion(of: node, on: day, after: position, problem) else { continue }
            let score = insertion.overtime * 60 + insertion.extra
            if score < cheapest?.score ?? Int.max { cheapest = (score, day, insertion.extra, insertion.overtime) }
        }
    }
    guard let cheapest else { return .noWindowLeft }
    let day = week.workDays[cheapest.day].day
    let extra = Seconds(max(0, cheapest.extra))
    if cheapest.overtime > 0 {
        return .daysFull(cheapestDay: day, extraDriving: extra, overtimeMinutes: cheapest.overtime)
    }
    if routes.counts[cheapest.day] >= problem.maxVisits { return .visitLimit(cheapestDay: day, extraDriving: extra) }
    return isKept && extra.count < problem.worth[node * problem.dayCount + cheapest.day]
        ? .weekPublished(cheapestDay: day, extraDriving: extra)
        : .notWorthTheDrive(cheapestDay: day, extraDriving: extra)
}

extension WeekRoutes {
    /// What it would take to put a visit into a day whose end, and whose limit of driving, could be broken: extra seconds
    /// of driving, and minutes over the one or the other, whichever is more. Nil when a window or lunch breaks.
    func forcedInsertion(
        of node: Int, on day: Int, after position: Int, _ problem: RouteProblem
    ) -> (extra: Int, overtime: Int)? {
        var span = problem.days[day]
        let until = span.until
        span.until = never
        let order = Array(visits(on: day))
        let stations = [0] + order.prefix(position) + [node] + order.dropFirst(position) + [0]
        var clocks = span.start
        var total = 0
        for (from, to) in zip(stations, stations.dropFirst()) {
            let leg = problem.drive(from, to)
            total += leg
            clocks = span.drive(clocks, seconds: leg)
            if to != 0 { clocks = problem.ready(after: to, on: day, arriving: clocks) }
        }
        // Lunch at home after work is as good as any other.
        let back = min(clocks.fed, span.lunchEnd(startingAt: clocks.hungry) < never ? clocks.hungry : never)
        guard back < never else { return nil }
        return (
            total - driving[day],
            max(0, back - until, RouteProblem.minutes(max(0, total - problem.maxDriving)))
        )
    }
}
