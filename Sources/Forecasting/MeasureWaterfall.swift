import Config
import Quantities
import Records

/// The open pipeline from the morning of `book.reportMonday` to the end of `book.asOf`, change by change. O(changes).
///
/// A deal counts with its amount as the forecast does: above the placeholder, in the book's currency, else with nothing.
/// A deal that comes and goes in between stands in both bars. A win that changes the amount first moves the amount, so
/// that the won bar is what was booked; a loss goes with the amount that the deal had before.
func measureWaterfall(_ book: SalesBook, settings: ForecastSettings) -> PipelineWaterfall {
    let start = book.zone.instant(book.reportMonday)
    var tally = WaterfallTally()
    var opening = 0
    var closing = 0
    var slipped: [RecordID<Opportunity>] = []
    var slippedAmount = 0

    for opportunity in book.opportunities {
        let changes = opportunity.changes
        let firstInside = changes.firstIndex { $0.at >= start } ?? changes.endIndex
        var before = firstInside > 0 ? changes[firstInside - 1] : nil
        func value(_ change: OpportunityChange) -> Int {
            countedAmount(change.amount, in: book.currency, settings: settings) ?? 0
        }
        var amount = before.map { $0.outcome == .open ? value($0) : 0 } ?? 0
        opening += amount
        let promised = before?.outcome == .open ? before?.closeDay : nil
        var firstPromise = promised

        for change in changes[firstInside...] {
            let isFirst = before == nil
            let wasOpen = before?.outcome == .open
            before = change
            if change.outcome == .open, firstPromise == nil { firstPromise = change.closeDay }
            // Closed and closed again, such as a loss that turns out a win: it was not in the pipeline.
            if !wasOpen, !isFirst, change.outcome != .open { continue }

            let target = change.outcome == .lost && !isFirst ? amount : value(change)
            if isFirst {
                tally.add(.created, target, opportunity.id)
            } else if !wasOpen {
                tally.add(.reopened, target, opportunity.id)
            } else if change.outcome == .won && target == 0 {
                tally.add(.won, -amount, opportunity.id)
                amount = 0
                continue
            } else if target > amount {
                tally.add(.amountUp, target - amount, opportunity.id)
            } else if target < amount {
                tally.add(.amountDown, target - amount, opportunity.id)
            }
            amount = target
            switch change.outcome {
            case .open: continue
            case .won: tally.add(.won, -amount, opportunity.id)
            case .lost: tally.add(.lost, -amount, opportunity.id)
            }
            amount = 0
        }
        closing += amount
        if opportunity.outcome == .open, let firstPromise, let closeDay = opportunity.closeDay,
            closeDay.firstOfMonth > firstPromise.firstOfMonth
        {
            slipped.append(opportunity.id)
            slippedAmount += amount
        }
    }
    func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
    return PipelineWaterfall(
        from: book.reportMonday, until: book.asOf, opening: money(opening),
        bars: tally.bars(book.currency),
        closing: money(closing), slipped: slipped, slippedAmount: money(slippedAmount))
}

private struct WaterfallTally {
    private var amounts: [PipelineWaterfall.Change: Int] = [:]
    private var deals: [PipelineWaterfall.Change: [RecordID<Opportunity>]] = [:]

    /// Deals come in the order of their ids, each with all its changes.
    mutating func add(
        _ change: PipelineWaterfall.Change, _ amount: Int, _ deal: RecordID<Opportunity>
    ) {
        amounts[change, default: 0] += amount
        if deals[change]?.last != deal { deals[change, default: []].append(deal) }
    }

    func bars(_ currency: Currency) -> [PipelineWaterfall.Bar] {
        PipelineWaterfall.Change.allCases.map {
            PipelineWaterfall.Bar(
                change: $0, amount: Money(minorUnits: amounts[$0] ?? 0, currency: currency),
                opportunities: deals[$0] ?? [])
        }
    }
}
