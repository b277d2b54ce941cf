package import Config
import Quantities
package import Records

/// The way to the quota of each scope and period of `forecasts`, in their order.
///
/// Even pace follows working days: each month's quota by the share of the rep's own working days that have passed, so that
/// leave, holidays and late hiring do not look like a lag. Where no quota is given none is assumed.
/// O(forecasts + opportunities + quotas + reps × days).
package func measurePacing(
    _ book: SalesBook, forecasts: [BookingForecast], stages: [StageSetting], settings: ForecastSettings,
    planning: PlanningSettings, daysOff: [DayOff]
) -> [Pacing] {
    let calendar = WorkingCalendar(planning, daysOff: daysOff, reps: book.reps)
    let scopes = Dictionary(
        ForecastScope.all(of: book).map { ($0.scope, $0.reps) }, uniquingKeysWith: { first, _ in first })
    let openStages = OpenStages(stages)
    var spans: [Span: QuotaSpan] = [:]
    return forecasts.map { forecast in
        let reps = scopes[forecast.scope] ?? []
        let key = Span(from: forecast.from, until: forecast.until)
        let span =
            spans[key]
            ?? QuotaSpan(book, from: key.from, until: key.until, calendar: calendar) { opportunity in
                guard openStages[opportunity.stage] != nil else { return nil }
                return countedAmount(opportunity.amount, in: book.currency, settings: settings)
            }
        spans[key] = span

        func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
        let figures = span.figures(of: reps)
        var single: Rep?
        if case .rep = forecast.scope { single = reps.first }
        let days = calendar.workingDays(of: single, from: forecast.from, until: forecast.until)
        let passed = calendar.workingDays(of: single, from: forecast.from, until: min(book.asOf, forecast.until))
        var open = figures.open
        if case .company = forecast.scope { open = span.openOfAll }
        return Pacing(
            scope: forecast.scope, period: forecast.period, from: forecast.from, until: forecast.until,
            quota: figures.quota.map(money), missingQuotas: figures.missing, booked: forecast.booked,
            workingDaysPassed: passed, workingDays: days, expectedByNow: figures.quota.map { _ in money(figures.due) },
            neededAWeek: figures.quota.flatMap { quota in
                needed(
                    quota - forecast.booked.minorUnits, daysLeft: days - passed,
                    daysPerWeek: calendar.daysPerWeek(of: single)
                ).map(money)
            },
            openPipeline: money(open), expected: BookingRange(p10: forecast.p10, p50: forecast.p50, p90: forecast.p90),
            quotaChance: forecast.quotaChance)
    }
}

/// What is missing by the weeks that are left, rounded up; all of it where less than a week is left.
private func needed(_ gap: Int, daysLeft: Int, daysPerWeek: Int) -> Int? {
    guard gap > 0 else { return 0 }
    guard daysLeft > 0 else { return nil }
    let days = min(max(1, daysPerWeek), daysLeft)
    return (gap * days + daysLeft - 1) / daysLeft
}

private struct Span: Hashable {
    var from: Day
    var until: Day
}

/// Quotas and open deals of a period by rep.
private struct QuotaSpan {
    struct Figures {
        var quota: Int?
        var missing = 0
        /// Expected by now.
        var due = 0
        var open = 0
    }

    private var byRep: [RecordID<Rep>: Figures] = [:]
    private(set) var openOfAll = 0

    /// `amount` is what an open deal counts with, nil where it does not.
    init(_ book: SalesBook, from: Day, until: Day, calendar: WorkingCalendar, amount: (Opportunity) -> Int?) {
        struct Key: Hashable {
            var rep: RecordID<Rep>
            var month: Day
        }
        var quotas: [Key: Int] = [:]
        for quota in book.quotas
        where quota.month >= from && quota.month <= until && quota.amount.currency == book.currency {
            quotas[Key(rep: quota.repID, month: quota.month), default: 0] += quota.amount.minorUnits
        }
        for rep in book.reps {
            var figures = Figures()
            var month = from.firstOfMonth
            while month <= until {
                if let quota = quotas[Key(rep: rep.id, month: month)] {
                    figures.quota = (figures.quota ?? 0) + quota
                    figures.due += due(quota, of: rep, in: month, asOf: book.asOf, calendar)
                } else if rep.isActive, (rep.hired ?? month) <= month.lastOfMonth, (rep.left ?? month) >= month {
                    figures.missing += 1
                }
                month = month.addingMonths(1)
            }
            byRep[rep.id] = figures
        }
        for opportunity in book.opportunities where opportunity.outcome == .open {
            guard let day = opportunity.closeDay, day >= from, day <= until, let counted = amount(opportunity) else {
                continue
            }
            openOfAll += counted
            if let owner = opportunity.ownerID { byRep[owner]?.open += counted }
        }
    }

    func figures(of reps: [Rep]) -> Figures {
        reps.reduce(into: Figures()) { sum, rep in
            guard let figures = byRep[rep.id] else { return }
            if let quota = figures.quota { sum.quota = (sum.quota ?? 0) + quota }
            sum.missing += figures.missing
            sum.due += figures.due
            sum.open += figures.open
        }
    }
}

/// The part of a month's quota that even pace has booked by the end of the as-of date.
private func due(_ quota: Int, of rep: Rep, in month: Day, asOf: Day, _ calendar: WorkingCalendar) -> Int {
    let last = month.lastOfMonth
    if asOf >= last { return quota }
    if asOf < month { return 0 }
    var days = calendar.workingDays(of: rep, from: month, until: last)
    var passed = calendar.workingDays(of: rep, from: month, until: asOf)
    if days == 0 {
        // A quota in a month without a day of work: the calendar's days are all there is to go by.
        (days, passed) = (last - month + 1, asOf - month + 1)
    }
    return Int((Double(quota) * Double(passed) / Double(days)).rounded(.toNearestOrEven))
}
