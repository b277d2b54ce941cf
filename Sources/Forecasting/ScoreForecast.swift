package import Config
import Quantities
package import Records

/// Forecasts each of the last six whole months from its eve and compares with what was booked then.
///
/// Leak-free: each month's book is cut to the changes that were known on its eve. Months that begin before the first deal
/// was closed are left out. Uses at most 2,000 simulations. O(months × (changes + simulations × open deals)).
package func scoreForecast(
    _ book: SalesBook, stages: [StageSetting], settings: ForecastSettings
) -> ForecastScore {
    let simulations = min(max(1, settings.simulations), 2_000)
    let closings = closingDays(book)
    let probability = Dictionary(
        stages.map { ($0.name, $0.probability) }, uniquingKeysWith: { first, _ in first })
    var months: [ForecastScore.Month] = []
    var ours = DealVerdicts()
    var usualRule = DealVerdicts()

    // The as-of date's own month is whole only on its last day.
    let lastWhole =
        book.asOf == book.asOf.lastOfMonth
        ? book.asOf.firstOfMonth : book.asOf.firstOfMonth.addingMonths(-1)
    for back in (0..<6).reversed() {
        let first = lastWhole.addingMonths(-back)
        guard let firstClosing = closings.first, firstClosing < first else { continue }
        let past = book.opportunitiesKnown(on: first - 1)
        let model = BookingModel(
            past, stages: stages, settings: settings,
            horizons: ForecastHorizons(
                asOf: first - 1, month: first.lastOfMonth, quarter: first.lastOfMonth,
                nextQuarter: first.lastOfMonth, weekCount: 0),
            wantsEver: false)
        let simulation = BookingSimulation(
            model, book: past, seed: settings.seed, draws: simulations,
            cuts: FutureCuts(periods: [model.horizons.days[model.horizons.month]]))
        var total = simulation.companyFutures().total(through: 0)
        let range = tenFiftyNinety(&total)

        let wins = wonOpportunities(book, from: first, until: first.lastOfMonth)
        var configured = 0.0
        for deal in model.deals {
            let opportunity = past.opportunities[deal.index]
            let isPromised = opportunity.closeDay.map { $0.firstOfMonth == first } ?? false
            let usual = isPromised ? probability[opportunity.stage] ?? 0 : 0
            let happened = wins.ids.contains(deal.id)
            ours.add(deal.wonBy[model.horizons.month], won: happened)
            usualRule.add(usual, won: happened)
            configured += usual * Double(deal.amount)
        }
        func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
        months.append(
            ForecastScore.Month(
                month: first, p10: money(range.p10), p50: money(range.p50), p90: money(range.p90),
                configured: money(Int(configured.rounded())), booked: money(wins.amount),
                dealCount: model.deals.count))
    }
    return ForecastScore(
        months: months, dealScores: [ours.score(.ours), usualRule.score(.configured)].compactMap(\.self),
        reliability: ours.reliability(),
        horizons: months.isEmpty
            ? []
            : [ForecastScore.HorizonScore(monthsAhead: 0, track: ForecastTrack(forecasts: months.map(\.forecast)))])
}

/// Sorted.
private func closingDays(_ book: SalesBook) -> [Day] {
    var calendar = CalendarDays(zone: book.zone)
    return book.opportunities.compactMap { $0.closed.map { calendar.day(of: $0) } }.sorted()
}

private func wonOpportunities(
    _ book: SalesBook, from: Day, until: Day
) -> (ids: Set<RecordID<Opportunity>>, amount: Int) {
    let start = book.zone.instant(from)
    let end = book.zone.instant(until + 1)
    var ids: Set<RecordID<Opportunity>> = []
    var amount = 0
    for opportunity in book.opportunities where opportunity.outcome == .won {
        guard let closed = opportunity.closed, closed >= start, closed < end else { continue }
        ids.insert(opportunity.id)
        if let won = opportunity.amount, won.currency == book.currency { amount += won.minorUnits }
    }
    return (ids, amount)
}
