import Config
import Quantities
import Records

/// An open deal that counts, and where it stands.
struct StandingDeal {
    /// In `book.opportunities`.
    var index: Int
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
    var deals: [StandingDeal] = []
    for index in book.opportunities.indices where book.opportunities[index].outcome == .open {
        guard let stage = stages[book.opportunities[index].stage], let days = histories[index].stays.last?.days,
            let amount = countedAmount(book.opportunities[index].amount, in: book.currency, settings: settings)
        else { continue }
        deals.append(StandingDeal(index: index, stage: stage, daysInStage: days, amount: amount))
    }
    return deals
}
