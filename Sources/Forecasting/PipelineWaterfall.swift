package import Quantities
package import Records

/// How the open pipeline of one morning became that of a later evening; it sums to the cent.
///
/// The pipeline is every open deal of `scope` with an amount in the company's currency, and with a `period` only those
/// that are promised for it. `opening` + the bars = `closing`, and each bar is the sum of its deals.
package struct PipelineWaterfall: Sendable, Hashable {
    package typealias Scope = BookingForecast.Scope

    package enum Change: String, Sendable, Hashable, CaseIterable {
        /// New, also when it closed at once.
        case created
        /// Won or lost before, and open again.
        case reopened
        /// Given to the scope by somebody outside it.
        case handedIn
        /// Promised for later than the period and now for it, or won in it all the same.
        case pulledIn
        case amountUp
        case amountDown
        case won
        case lost
        /// Promised for the period and now for later, or no longer for any day.
        case slippedOut
        /// Given to somebody outside the scope.
        case handedOut
    }

    /// A deal's part of a bar.
    package struct Part: Sendable, Hashable {
        package var id: RecordID<Opportunity>
        /// Signed like the bar; 0 where the deal came or went with an amount that does not count.
        package var amount: Money
    }

    package struct Bar: Sendable, Hashable {
        package var change: Change
        /// Signed: amount down, won, lost, slipped out and handed out are negative or zero.
        package var amount: Money
        /// The deals behind it, sorted by id, each once; their amounts sum to `amount`.
        package var deals: [Part]

        package var opportunities: [RecordID<Opportunity>] { deals.map(\.id) }
    }

    package var from: Day
    package var until: Day
    /// The days that a deal must be promised for to count, or nil when all do. A deal that was promised for an earlier day
    /// and is still open counts too: it may close any day.
    package var period: ClosedRange<Day>?
    package var scope: Scope
    package var opening: Money
    /// One for each change, in the order of `Change.allCases`.
    package var bars: [Bar]
    package var closing: Money
    /// Open deals of the scope, of any period, whose close day moved out of the month that it was promised for on `from`;
    /// sorted by id.
    package var slipped: [RecordID<Opportunity>]
    package var slippedAmount: Money

    package var sumsExactly: Bool {
        opening.minorUnits + bars.reduce(0) { $0 + $1.amount.minorUnits } == closing.minorUnits
            && bars.allSatisfy { bar in bar.deals.reduce(0) { $0 + $1.amount.minorUnits } == bar.amount.minorUnits }
    }

    package subscript(change: Change) -> Bar {
        bars.first { $0.change == change }
            ?? Bar(change: change, amount: Money(minorUnits: 0, currency: opening.currency), deals: [])
    }
}
