import Config
import Quantities
import Records

/// An open deal that counts, with what the model knows about it.
struct OpenDeal {
    /// In `book.opportunities`.
    var index: Int
    var id: RecordID<Opportunity>
    /// Index among the open stages.
    var stage: Int
    var daysInStage: Int
    /// Minor units of the book's currency, above the placeholder.
    var amount: Int
    /// Index of the owner in `book.reps`, or their count for a deal that none of them owns.
    var slot: Int
    var winChance: Double
    var monthChance: Double
    var quarterChance: Double
}

/// Everything that the simulation needs, learned from the book.
struct BookingModel {
    var stages: OpenStages
    var histories: [DealHistory]
    /// Closed deals that were seen in an open stage.
    var closedDealCount: Int
    var usesConfiguredRates: Bool
    var deals: [OpenDeal]
    /// Open deals with a placeholder amount, none, one in another currency, or an unknown stage; sorted by id.
    var setAside: [RecordID<Opportunity>]
    /// Days from the as-of date to the end of the month and of the quarter; `monthDays` ≤ `quarterDays`.
    var monthDays: Int
    var quarterDays: Int
    /// By slot.
    var runRates: [RunRate]
    var slotByRep: [RecordID<Rep>: Int]

    /// `month` and `quarter` are the last days of the periods that are forecast, on or after `book.asOf`.
    /// With `wantsEver` false, `winChance` is only the quarter's: it saves most of the time.
    init(
        _ book: SalesBook, stages settings: [StageSetting], settings forecast: ForecastSettings, month: Day,
        quarter: Day, wantsEver: Bool = true
    ) {
        let stages = OpenStages(settings)
        let histories = dealHistories(of: book, stages: stages)
        let closed = histories.count { $0.outcome != .open && !$0.stays.isEmpty }
        let slots = Dictionary(book.reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let untilMonth = max(0, month - book.asOf)
        let untilQuarter = max(untilMonth, quarter - book.asOf)
        let ever = wantsEver ? max(WinChances.ever, untilQuarter) : untilQuarter
        let chances = WinChances(
            hazards: StageHazards(
                histories: closed < minimumClosedDeals ? [] : histories, stages: stages,
                priorDeals: forecast.priorDeals),
            horizons: [untilMonth, untilQuarter, ever])
        var deals: [OpenDeal] = []
        var setAside: [RecordID<Opportunity>] = []
        for (index, opportunity) in book.opportunities.enumerated() where opportunity.outcome == .open {
            let amount = countedAmount(opportunity.amount, in: book.currency, settings: forecast)
            guard let amount, let stage = stages[opportunity.stage], let stay = histories[index].stays.last else {
                setAside.append(opportunity.id)
                continue
            }
            func chance(_ days: Int) -> Double { chances.chance(stage: stage, age: stay.days, within: days) }
            deals.append(
                OpenDeal(
                    index: index, id: opportunity.id, stage: stage, daysInStage: stay.days, amount: amount,
                    slot: opportunity.ownerID.flatMap { slots[$0] } ?? book.reps.count, winChance: chance(ever),
                    monthChance: chance(untilMonth), quarterChance: chance(untilQuarter)))
        }
        self.stages = stages
        self.histories = histories
        closedDealCount = closed
        usesConfiguredRates = closed < minimumClosedDeals
        self.deals = deals
        self.setAside = setAside
        monthDays = untilMonth
        quarterDays = untilQuarter
        runRates = learnedRunRates(book, histories: histories, slotByRep: slots)
        slotByRep = slots
    }
}

/// The amount in minor units where it can be forecast: known, in the book's currency, more than a placeholder.
func countedAmount(_ amount: Money?, in currency: Currency, settings: ForecastSettings) -> Int? {
    guard let amount, amount.currency == currency,
        amount.minorUnits > settings.placeholderUpTo * currency.minorPerUnit
    else { return nil }
    return amount.minorUnits
}

/// The wins of the last twelve months by the slot of their owner.
private func learnedRunRates(
    _ book: SalesBook, histories: [DealHistory], slotByRep: [RecordID<Rep>: Int]
) -> [RunRate] {
    let firstClosing = histories.compactMap(\.closedDay).min() ?? book.asOf
    let from = max(firstClosing, book.asOf - (RunRate.longestWindow - 1))
    var rates = [RunRate](
        repeating: RunRate(windowDays: book.asOf - from + 1), count: book.reps.count + 1)
    for (opportunity, history) in zip(book.opportunities, histories) where history.outcome == .won {
        guard let closed = history.closedDay, closed >= from, let amount = opportunity.amount,
            amount.currency == book.currency, amount.minorUnits > 0
        else { continue }
        let slot = opportunity.ownerID.flatMap { slotByRep[$0] } ?? book.reps.count
        rates[slot].wins.append(
            RunRate.Win(lag: max(0, closed - history.createdDay), amount: amount.minorUnits))
    }
    return rates
}

/// Won amounts of the days `from` to `until` by slot, in minor units of the book's currency; others are left out.
func bookedAmounts(_ book: SalesBook, model: BookingModel, from: Day, until: Day) -> [Int] {
    var booked = [Int](repeating: 0, count: book.reps.count + 1)
    for (opportunity, history) in zip(book.opportunities, model.histories)
    where history.outcome == .won {
        guard let closed = history.closedDay, closed >= from, closed <= until,
            let amount = opportunity.amount,
            amount.currency == book.currency
        else { continue }
        booked[opportunity.ownerID.flatMap { model.slotByRep[$0] } ?? book.reps.count] +=
            amount.minorUnits
    }
    return booked
}
