import Config
import Quantities
import Records

/// An open deal that counts, and where it stands.
struct StandingDeal {
    /// In `book.opportunities`.
    var index: Int
    var id: RecordID<Opportunity>
    /// Index among the open stages.
    var stage: Int
    var daysInStage: Int
    /// Minor units of the book's currency, above the placeholder.
    var amount: Int
}

/// Open deals in a known stage with an amount that counts, sorted by id; `histories` are those of `book.opportunities`.
func standingDeals(
    _ book: SalesBook, histories: [DealHistory], stages: OpenStages, settings: ForecastSettings
) -> [StandingDeal] {
    book.opportunities.indices.compactMap { index in
        let opportunity = book.opportunities[index]
        guard opportunity.outcome == .open, let stage = stages[opportunity.stage],
            let stay = histories[index].stays.last,
            let amount = countedAmount(opportunity.amount, in: book.currency, settings: settings)
        else { return nil }
        return StandingDeal(index: index, id: opportunity.id, stage: stage, daysInStage: stay.days, amount: amount)
    }
}
