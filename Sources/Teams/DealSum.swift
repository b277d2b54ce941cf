package import Quantities
package import Records

/// Some deals and what they are worth together.
package struct DealSum: Sendable, Hashable {
    package var amount: Money
    /// Sorted by id.
    package var opportunities: [RecordID<Opportunity>]

    package init(amount: Money, opportunities: [RecordID<Opportunity>]) {
        self.amount = amount
        self.opportunities = opportunities
    }

    package var count: Int { opportunities.count }
}
