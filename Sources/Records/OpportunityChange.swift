package import Quantities

/// One row of an opportunity's history: what it looked like from that moment on.
package struct OpportunityChange: Identified, Hashable {
    package typealias Kind = OpportunityChange

    package var id: RecordID<OpportunityChange>
    package var at: Instant
    package var stage: String
    package var outcome: Opportunity.Outcome
    package var amount: Money?
    package var closeDay: Day?
    package var ownerID: RecordID<Rep>?

    package init(
        id: RecordID<OpportunityChange>, at: Instant, stage: String, outcome: Opportunity.Outcome, amount: Money?,
        closeDay: Day?, ownerID: RecordID<Rep>?
    ) {
        self.id = id
        self.at = at
        self.stage = stage
        self.outcome = outcome
        self.amount = amount
        self.closeDay = closeDay
        self.ownerID = ownerID
    }
}
