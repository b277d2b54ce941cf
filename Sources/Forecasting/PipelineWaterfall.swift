package import Quantities
package import Records

/// How the open pipeline of one period's morning became that of its evening; it sums to the cent.
///
/// The pipeline is every open deal in the company's currency with an amount. `opening` + the changes = `closing`.
package struct PipelineWaterfall: Sendable, Hashable {
    package enum Change: String, Sendable, Hashable, CaseIterable {
        case created, reopened, amountUp, amountDown, won, lost
    }

    package struct Bar: Sendable, Hashable {
        package var change: Change
        /// Signed: won, lost and amount down are negative or zero.
        package var amount: Money
        /// The deals behind it, sorted by id.
        package var opportunities: [RecordID<Opportunity>]

        package init(change: Change, amount: Money, opportunities: [RecordID<Opportunity>]) {
            self.change = change
            self.amount = amount
            self.opportunities = opportunities
        }
    }

    package var from: Day
    package var until: Day
    package var opening: Money
    /// One for each change, in the order of `Change.allCases`.
    package var bars: [Bar]
    package var closing: Money
    /// Open deals whose close day moved out of the month that it was promised for, sorted by id.
    package var slipped: [RecordID<Opportunity>]
    package var slippedAmount: Money

    package init(
        from: Day, until: Day, opening: Money, bars: [Bar], closing: Money,
        slipped: [RecordID<Opportunity>],
        slippedAmount: Money
    ) {
        self.from = from
        self.until = until
        self.opening = opening
        self.bars = bars
        self.closing = closing
        self.slipped = slipped
        self.slippedAmount = slippedAmount
    }

    package var sumsExactly: Bool {
        opening.minorUnits + bars.reduce(0) { $0 + $1.amount.minorUnits } == closing.minorUnits
    }
}
