package import Config
package import Quantities
package import Records

/// The open pipeline from the morning of `from` to the evening of `until`, change by change. O(changes).
///
/// A deal counts with its amount as the forecast does: above the placeholder, in the book's currency, else with nothing.
/// A deal that comes and goes in between stands in both bars. A win that changes the amount first moves the amount, so
/// that the won bar is what was booked; a loss goes with the amount, the owner and the promise that the deal had before.
/// Teams are those of today: a rep who changed teams brings the past along.
///
/// - Parameters:
///   - until: Days after `book.asOf` count as that day, and days before `from` as an empty span.
///   - period: Deals promised for a day after its last one, or for none, are outside until they are pulled in.
package func measureWaterfall(
    _ book: SalesBook, from: Day, until: Day, period: ClosedRange<Day>? = nil,
    scope: PipelineWaterfall.Scope = .company, settings: ForecastSettings
) -> PipelineWaterfall {
    let until = max(min(until, book.asOf), from - 1)
    let start = book.zone.instant(from)
    let end = book.zone.instant(until + 1)
    let bookableUntil = period.map { book.zone.instant($0.upperBound + 1) }
    let members = WaterfallScope(scope, in: book)
    var tally = WaterfallTally()
    var opening = 0
    var closing = 0
    var slipped: [RecordID<Opportunity>] = []
    var slippedAmount = 0

    for index in book.opportunities.indices {
        let changes = book.opportunities[index].changes
        // From the end: as a rule little happened in the span, and less after it.
        var after = changes.endIndex
        while after > 0, changes[after - 1].at >= end { after -= 1 }
        var inside = after
        while inside > 0, changes[inside - 1].at >= start { inside -= 1 }
        // Not yet there, or closed before the span and left alone.
        guard after > 0, inside < after || changes[after - 1].outcome == .open else { continue }

        func state(_ position: Int) -> PipelineState {
            PipelineState(
                outcome: changes[position].outcome,
                amount: countedAmount(changes[position].amount, in: book.currency, settings: settings) ?? 0,
                isInScope: members.contains(changes[position].ownerID, or: index),
                isInPeriod: period.map { period in
                    changes[position].closeDay.map { $0 <= period.upperBound } ?? false
                } ?? true)
        }
        var before = inside > 0 ? state(inside - 1) : nil
        opening += before?.pipeline ?? 0
        var promise = inside > 0 && changes[inside - 1].outcome == .open ? changes[inside - 1].closeDay : nil
        for position in inside..<after {
            if changes[position].outcome == .open, promise == nil { promise = changes[position].closeDay }
            let isBookable = bookableUntil.map { changes[position].at < $0 } ?? true
            let now = state(position)
            for (change, amount) in now.steps(after: before, isBookable: isBookable) {
                tally.add(change, amount, book.opportunities[index].id)
            }
            before = now
        }
        closing += before?.pipeline ?? 0
        if let now = before, now.outcome == .open, now.isInScope, let promise,
            let closeDay = changes[after - 1].closeDay, closeDay.firstOfMonth > promise.firstOfMonth
        {
            slipped.append(book.opportunities[index].id)
            slippedAmount += now.amount
        }
    }
    func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
    return PipelineWaterfall(
        from: from, until: until, period: period, scope: scope, opening: money(opening),
        bars: tally.bars(book.currency), closing: money(closing), slipped: slipped, slippedAmount: money(slippedAmount))
}

/// The company's whole pipeline in the week that `book` reports on: from `book.reportMonday` to `book.asOf`.
func measureWaterfall(_ book: SalesBook, settings: ForecastSettings) -> PipelineWaterfall {
    measureWaterfall(book, from: book.reportMonday, until: book.asOf, settings: settings)
}

/// Whose deals count.
private struct WaterfallScope {
    private let book: SalesBook
    /// Nil for everybody.
    private let reps: Set<RecordID<Rep>>?

    init(_ scope: PipelineWaterfall.Scope, in book: SalesBook) {
        self.book = book
        switch scope {
        case .company: reps = nil
        case .team(let team): reps = Set(book.reps.filter { $0.teamID == team }.map(\.id))
        case .rep(let rep): reps = [rep]
        }
    }

    /// A change that names no owner has that of the deal.
    func contains(_ owner: RecordID<Rep>?, or deal: Int) -> Bool {
        guard let reps else { return true }
        return (owner ?? book.opportunities[deal].ownerID).map(reps.contains) ?? false
    }
}

private struct WaterfallTally {
    private var parts: [PipelineWaterfall.Change: [(id: RecordID<Opportunity>, amount: Int)]] = [:]

    /// Deals come in the order of their ids, each with all its changes.
    mutating func add(_ change: PipelineWaterfall.Change, _ amount: Int, _ deal: RecordID<Opportunity>) {
        var deals = parts.removeValue(forKey: change) ?? []
        if let last = deals.last, last.id == deal {
            deals[deals.count - 1].amount += amount
        } else {
            deals.append((deal, amount))
        }
        parts[change] = deals
    }

    func bars(_ currency: Currency) -> [PipelineWaterfall.Bar] {
        func money(_ units: Int) -> Money { Money(minorUnits: units, currency: currency) }
        return PipelineWaterfall.Change.allCases.map { change in
            let deals = parts[change] ?? []
            return PipelineWaterfall.Bar(
                change: change, amount: money(deals.reduce(0) { $0 + $1.amount }),
                deals: deals.map { PipelineWaterfall.Part(id: $0.id, amount: money($0.amount)) })
        }
    }
}
