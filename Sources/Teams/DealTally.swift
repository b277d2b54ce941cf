import Quantities
import Records

/// What became of deals in the week, by the slot of their owner at that moment: one pass over their histories.
struct DealTally {
    enum Event: Int, CaseIterable { case created, won, lost, slipped }

    private struct Entry {
        var deal: RecordID<Opportunity>
        var minorUnits: Int
    }

    private let currency: Currency
    /// [slot][event], deals in the order of their ids.
    private var entries: [[[Entry]]]
    /// [slot]: deals closed in the last ninety days, and how many of them were won.
    private var closed: [(all: Int, won: Int)]

    init(_ book: SalesBook, span: WeekSpan) {
        currency = book.currency
        entries = Array(repeating: Array(repeating: [], count: Event.allCases.count), count: book.reps.count + 1)
        closed = Array(repeating: (0, 0), count: book.reps.count + 1)
        for opportunity in book.opportunities { add(opportunity, span: span) }
    }

    private mutating func add(_ opportunity: Opportunity, span: WeekSpan) {
        let changes = opportunity.changes
        guard let first = changes.first, let known = changes.lastIndex(where: { $0.at < span.end }) else { return }
        func slot(_ change: OpportunityChange) -> Int { span.slot(change.ownerID ?? opportunity.ownerID) }
        func enter(_ event: Event, _ change: OpportunityChange, _ amount: Money?) {
            let units = amount.map { $0.currency == currency ? $0.minorUnits : 0 } ?? 0
            entries[slot(change)][event.rawValue].append(Entry(deal: opportunity.id, minorUnits: units))
        }
        if span.contains(first.at) { enter(.created, first, first.amount) }

        let last = changes[known]
        if last.outcome != .open {
            // The change that closed it for good, not a later touch of a closed deal.
            var closing = known
            while closing > 0, changes[closing - 1].outcome == last.outcome { closing -= 1 }
            let change = changes[closing]
            if change.at >= span.winRateStart {
                closed[slot(change)].all += 1
                if last.outcome == .won { closed[slot(change)].won += 1 }
            }
            if span.contains(change.at) {
                enter(last.outcome == .won ? .won : .lost, change, last.amount ?? changes[max(0, closing - 1)].amount)
            }
        } else {
            // From the promise of Monday morning, or the first one of the week.
            let before = changes[...known].lastIndex { $0.at < span.start }
            let promise =
                before.flatMap { changes[$0].outcome == .open ? changes[$0].closeDay : nil }
                ?? changes[((before ?? -1) + 1)...].prefix(known - (before ?? -1)).lazy.filter { $0.outcome == .open }
                .compactMap(\.closeDay).first
            if let promise, let now = last.closeDay, now.firstOfMonth > promise.firstOfMonth {
                enter(.slipped, last, last.amount)
            }
        }
    }

    func sum(_ event: Event, _ slots: [Int]) -> DealSum {
        var all = slots.flatMap { entries[$0][event.rawValue] }
        if slots.count > 1 { all.sort { $0.deal < $1.deal } }
        return DealSum(
            amount: Money(minorUnits: all.reduce(0) { $0 + $1.minorUnits }, currency: currency),
            opportunities: all.map(\.deal))
    }

    func closedBefore(_ slots: [Int]) -> (all: Int, won: Int) {
        slots.reduce(into: (0, 0)) { sum, slot in
            sum.all += closed[slot].all
            sum.won += closed[slot].won
        }
    }
}
