import Quantities
import Records

/// Ranges and fans for the company, each team and each rep with something to say, and the company's scenarios.
struct BookingScopes {
    let book: SalesBook
    let model: BookingModel

    struct Results {
        var forecasts: [BookingForecast] = []
        var fans: [BookingFan] = []
        var scenarios: [ScenarioForecast] = []
    }

    struct ScopeResult: Sendable {
        var forecasts: [BookingForecast]
        var fan: BookingFan
    }

    func results(
        seed: UInt64, simulations: Int, bigDeals: Set<RecordID<Opportunity>>, scenarios: [ScenarioEffects]
    ) -> Results {
        let measure = ScopeMeasure(book: book)
        let simulation = BookingSimulation(
            model, book: book, seed: seed, draws: simulations, cuts: measure.cuts, bigDeals: bigDeals,
            scenarios: scenarios)
        let winsBySlot = bookedWins()
        let book = self.book
        let repsToShow = shownReps(winsBySlot: winsBySlot)

        var company = SlotFutures(simulation.shape, hasBig: false)
        var teams = book.teams.map { _ in SlotFutures(simulation.shape, hasBig: false) }
        var repResults: [ScopeResult?] = book.reps.map { _ in nil }
        let teamNumbers = Dictionary(
            book.teams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        // Reps are read and let go: their futures need not all be kept at a time.
        for batch in simulation.batches() {
            let futures = simulation.futures(of: batch)
            let measured = inParallel(batch.count) { place -> ScopeResult? in
                let slot = batch[place]
                guard slot < book.reps.count, repsToShow[slot] else { return nil }
                return result(
                    .rep(book.reps[slot].id), slots: [slot], futures: futures[place], wins: winsBySlot[slot],
                    measure: measure, book: book)
            }
            for (place, slot) in batch.enumerated() {
                company.add(futures[place])
                guard slot < book.reps.count else { continue }
                repResults[slot] = measured[place]
                if let team = book.reps[slot].teamID.flatMap({ teamNumbers[$0] }) { teams[team].add(futures[place]) }
            }
        }

        var all = [
            result(
                .company, slots: Array(winsBySlot.indices), futures: company, wins: winsBySlot.flatMap(\.self),
                measure: measure, book: book)
        ]
        for (team, futures) in zip(book.teams, teams) {
            let slots = book.reps.indices.filter { book.reps[$0].teamID == team.id }
            all.append(
                result(
                    .team(team.id), slots: slots, futures: futures, wins: slots.flatMap { winsBySlot[$0] },
                    measure: measure, book: book))
        }
        all += repResults.compactMap(\.self)
        return Results(
            forecasts: all.flatMap(\.forecasts), fans: all.map(\.fan),
            scenarios: measure.scenarios(
                scenarios, deals: model.deals, futures: company, wins: winsBySlot.flatMap(\.self)))
    }

    /// Those who left stay as long as they have booked something this quarter or still own a deal.
    private func shownReps(winsBySlot: [[ScopeMeasure.Win]]) -> [Bool] {
        let owners = Set(model.deals.map(\.slot))
        return book.reps.enumerated().map { slot, rep in
            rep.works(on: book.asOf) || owners.contains(slot) || winsBySlot[slot].contains { $0.amount != 0 }
        }
    }

    /// Wins of the quarter up to the as-of date, in the book's currency.
    private func bookedWins() -> [[ScopeMeasure.Win]] {
        var wins = [[ScopeMeasure.Win]](repeating: [], count: book.reps.count + 1)
        for (opportunity, history) in zip(book.opportunities, model.histories) where history.outcome == .won {
            guard let closed = history.closedDay, closed >= book.asOf.firstOfQuarter, closed <= book.asOf,
                let amount = opportunity.amount, amount.currency == book.currency
            else { continue }
            let slot = opportunity.ownerID.flatMap { model.slotByRep[$0] } ?? book.reps.count
            wins[slot].append(ScopeMeasure.Win(slot: slot, day: closed, amount: amount.minorUnits))
        }
        return wins
    }
}

/// One scope's forecasts with its quotas and calls, and its fan.
private func result(
    _ scope: BookingForecast.Scope, slots: [Int], futures: SlotFutures, wins: [ScopeMeasure.Win],
    measure: ScopeMeasure, book: SalesBook
) -> BookingScopes.ScopeResult {
    let reps = Set(slots.filter { $0 < book.reps.count }.map { book.reps[$0].id })
    let forecasts = measure.forecasts(scope, futures: futures, wins: wins).map { forecast, total in
        var forecast = forecast
        forecast.quota = book.quota(of: reps, from: forecast.from, until: forecast.until)
        if let quota = forecast.quota {
            let missing = quota.minorUnits - forecast.booked.minorUnits
            forecast.quotaChance = Double(total.count { $0 >= missing }) / Double(total.count)
        }
        if forecast.period == .month {
            forecast.repCall = book.call(of: reps, by: .rep, month: forecast.from)
            forecast.managerCall = book.call(of: reps, by: .manager, month: forecast.from)
        }
        return forecast
    }
    return BookingScopes.ScopeResult(
        forecasts: forecasts, fan: measure.fan(scope, futures: futures, wins: wins))
}

extension SalesBook {
    /// The quotas of the months that begin in these days, in the book's currency; nil where nobody has one.
    fileprivate func quota(of reps: Set<RecordID<Rep>>, from: Day, until: Day) -> Money? {
        let amounts = quotas.filter {
            reps.contains($0.repID) && $0.month >= from && $0.month <= until && $0.amount.currency == currency
        }
        return amounts.isEmpty
            ? nil : Money(minorUnits: amounts.reduce(0) { $0 + $1.amount.minorUnits }, currency: currency)
    }

    /// Calls come in the order of their time: the last one of each rep counts.
    fileprivate func call(of reps: Set<RecordID<Rep>>, by caller: ForecastCall.Caller, month: Day) -> Money? {
        var latest: [RecordID<Rep>: Int] = [:]
        for call in forecastCalls
        where call.caller == caller && call.month == month && reps.contains(call.repID)
            && call.commit.currency == currency
        {
            latest[call.repID] = call.commit.minorUnits
        }
        return latest.isEmpty ? nil : Money(minorUnits: latest.values.reduce(0, +), currency: currency)
    }
}
