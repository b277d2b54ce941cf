import Quantities
import Records

/// One forecast for the company, each team and each rep with something to say, for both periods.
struct BookingScopes {
    let book: SalesBook
    let model: BookingModel
    let simulation: BookingSimulation
    let simulations: Int

    func forecasts() -> [BookingForecast] {
        let month = Span(
            .month, from: book.asOf.firstOfMonth, until: book.asOf.lastOfMonth, simulation.month)
        let quarter = Span(
            .quarter, from: book.asOf.firstOfQuarter, until: book.asOf.lastOfQuarter, simulation.quarter)
        let booked = [month, quarter].map {
            bookedAmounts(book, model: model, from: $0.from, until: book.asOf)
        }
        let nobody = book.reps.count

        var scopes: [(scope: BookingForecast.Scope, slots: [Int])] = [(.company, Array(0...nobody))]
        for team in book.teams {
            scopes.append((.team(team.id), book.reps.indices.filter { book.reps[$0].teamID == team.id }))
        }
        // Those who left stay as long as they have booked something or still own a deal.
        let owners = Set(model.deals.map(\.slot))
        for (slot, rep) in book.reps.enumerated()
        where rep.works(on: book.asOf) || owners.contains(slot) || booked[1][slot] != 0 {
            scopes.append((.rep(rep.id), [slot]))
        }
        return scopes.flatMap { scope, slots in
            zip([month, quarter], booked).map { forecast(scope, slots: slots, span: $0, booked: $1) }
        }
    }

    private struct Span {
        var period: BookingForecast.Period
        var from: Day
        var until: Day
        var draws: [BookingSimulation.Draws]

        init(
            _ period: BookingForecast.Period, from: Day, until: Day, _ draws: [BookingSimulation.Draws]
        ) {
            self.period = period
            self.from = from
            self.until = until
            self.draws = draws
        }
    }

    private func forecast(
        _ scope: BookingForecast.Scope, slots: [Int], span: Span, booked: [Int]
    ) -> BookingForecast {
        let sum = summed(span.draws, slots: slots, count: simulations)
        let bookedHere = slots.reduce(0) { $0 + booked[$1] }
        var usual = sum.open
        add(sum.new, to: &usual)
        var total = usual
        add(sum.big, to: &total)
        var existing = sum.open
        add(sum.big, to: &existing)
        let all = tenFiftyNinety(&total)
        let withoutNew = tenFiftyNinety(&existing)
        var withoutBig: BookingRange?
        if !sum.big.isEmpty {
            let range = tenFiftyNinety(&usual)
            withoutBig = BookingRange(
                p10: money(bookedHere + range.p10), p50: money(bookedHere + range.p50),
                p90: money(bookedHere + range.p90))
        }
        let reps = Set(slots.filter { $0 < book.reps.count }.map { book.reps[$0].id })
        return BookingForecast(
            scope: scope, period: span.period, from: span.from, until: span.until,
            booked: money(bookedHere),
            p10: money(bookedHere + all.p10), p50: money(bookedHere + all.p50),
            p90: money(bookedHere + all.p90),
            notYetCreated: money(max(0, all.p50 - withoutNew.p50)), quota: quota(of: reps, span: span),
            repCall: span.period == .month ? call(of: reps, by: .rep, month: span.from) : nil,
            managerCall: span.period == .month ? call(of: reps, by: .manager, month: span.from) : nil,
            withoutBigDeals: withoutBig)
    }

    private func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }

    private func quota(of reps: Set<RecordID<Rep>>, span: Span) -> Money? {
        let quotas = book.quotas.filter {
            reps.contains($0.repID) && $0.month >= span.from && $0.month <= span.until
                && $0.amount.currency == book.currency
        }
        return quotas.isEmpty
            ? nil
            : Money(minorUnits: quotas.reduce(0) { $0 + $1.amount.minorUnits }, currency: book.currency)
    }

    /// Calls come in the order of their time: the last one of each rep counts.
    private func call(of reps: Set<RecordID<Rep>>, by caller: ForecastCall.Caller, month: Day)
        -> Money?
    {
        var latest: [RecordID<Rep>: Int] = [:]
        for call in book.forecastCalls
        where call.caller == caller && call.month == month && reps.contains(call.repID)
            && call.commit.currency == book.currency
        {
            latest[call.repID] = call.commit.minorUnits
        }
        return latest.isEmpty
            ? nil : Money(minorUnits: latest.values.reduce(0, +), currency: book.currency)
    }
}
