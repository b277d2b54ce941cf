package import Config
package import Quantities
package import Records

/// The week from `monday` to Sunday (or to `book.asOf`, where the week is not over) of the company, its teams and reps.
///
/// - Planned visits: the distinct customers that a rep who works in that week owns and that were due in it, judged by
///   what was known on Monday morning (last visit before the week + cadence ≤ Sunday; a customer never visited counts from
///   its creation), together with those whom the log has a planned visit for. Only active customers with a cadence are due.
///   No plan asks for more than fits: it is cut to the rep's working days of the week × the visits that fit in a day
///   (working hours less lunch, by visit minutes and 20 minutes of driving, at most `maxVisitsPerDay`), but never below
///   the visits planned in the log. Long overdue customers are therefore not more than a full week's work.
/// - Done visits: visits in the log with the state done, each one, also to customers who were not due.
/// - Teams and company: planned is the sum of their reps. What former reps did counts for their team and the company but
///   they have no row of their own; nor do customers without a working owner count as planned: they are only overdue.
///   What belongs to nobody counts for the company alone. Reps without a team are in `TeamSummary.withoutTeam`, last.
/// - Deals belong to their owner at that moment. Amounts in other currencies, and missing ones, count with nothing.
///
/// O(activities + changes + customers); independent of the order of anything in the book.
package func summarizeTeams(
    _ book: SalesBook, monday: Day, planning: PlanningSettings, report: ReportSettings
) -> TeamSummaries {
    let span = WeekSpan(book, monday: monday)
    let visits = VisitTally(book, span: span)
    let plan = VisitPlan(book, span: span, visits: visits, planning: planning)
    let deals = DealTally(book, span: span)
    let overdue = overdueCustomers(book, span: span, visits: visits, planning: planning)

    // One slot for each rep, and one more for what belongs to nobody.
    func week(_ slots: [Int]) -> WeekSummary {
        let trend = visits.trend(of: slots)
        let before = trend.dropLast().suffix(4)
        let closed = deals.closedBefore(slots)
        return WeekSummary(
            plannedVisits: slots.reduce(0) { $0 + plan.planned[$1] }, doneVisits: trend[trend.count - 1],
            previousVisits: trend[trend.count - 2], usualVisits: Double(before.reduce(0, +)) / 4, visitTrend: trend,
            activities: visits.activities(of: slots), created: deals.sum(.created, slots),
            won: deals.sum(.won, slots), lost: deals.sum(.lost, slots), slipped: deals.sum(.slipped, slots),
            winRate: closed.all > 0 && closed.all >= report.minimumSample
                ? Double(closed.won) / Double(closed.all) : nil,
            winRateSample: closed.all,
            overdue: slots.count == 1
                ? overdue[slots[0]] : slots.flatMap { overdue[$0] }.sorted(by: isMoreUrgent),
            plannedCustomerCount: slots.reduce(0) { $0 + plan.customers[$1] })
    }
    func team(_ id: RecordID<Team>, _ slots: [Int]) -> TeamSummary {
        TeamSummary(
            teamID: id, week: week(slots),
            reps: slots.filter { span.isWorking(book.reps[$0]) }
                .map { RepSummary(repID: book.reps[$0].id, week: week([$0])) })
    }

    var teams = book.teams.map { known in
        team(known.id, book.reps.indices.filter { book.reps[$0].teamID == known.id })
    }
    let others = book.reps.indices.filter { book.reps[$0].teamID.map { book.teamByID[$0] == nil } ?? true }
    if !others.isEmpty { teams.append(team(TeamSummary.withoutTeam, others)) }
    return TeamSummaries(monday: monday, company: week(Array(0...book.reps.count)), teams: teams)
}
