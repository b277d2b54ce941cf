import Config
import Quantities
import Records

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
    var horizons: ForecastHorizons
    /// Groups of `OpenDeal.customer`.
    var customerCount: Int
    var dispersion: Dispersion
    /// By slot.
    var runRates: [RunRate]
    var slotByRep: [RecordID<Rep>: Int]

    var basis: ModelBasis {
        ModelBasis(
            closedDeals: closedDealCount, needed: minimumClosedDeals, usesConfigured: usesConfiguredRates,
            sources: ["Tutz and Schmid 2016, Modeling Discrete Time-to-Event Data, chapter 8"])
    }

    /// With `wantsEver` false, `winChance` is only that of the farthest end: it saves most of the time.
    init(
        _ book: SalesBook, stages settings: [StageSetting], settings forecast: ForecastSettings,
        horizons: ForecastHorizons, wantsEver: Bool = true
    ) {
        let stages = OpenStages(settings)
        let histories = dealHistories(of: book, stages: stages)
        let closed = histories.count { $0.outcome != .open && !$0.stays.isEmpty }
        let slots = Dictionary(book.reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ever = wantsEver ? max(WinChances.ever, horizons.longest) : horizons.longest
        let chances = WinChances(
            hazards: StageHazards(
                histories: closed < minimumClosedDeals ? [] : histories, stages: stages,
                priorDeals: forecast.priorDeals),
            horizons: horizons.days + (ever > horizons.longest ? [ever] : []))
        var deals: [OpenDeal] = []
        var setAside: [RecordID<Opportunity>] = []
        var customers: [RecordID<Customer>: Int] = [:]
        var customerCount = 0
        for (index, opportunity) in book.opportunities.enumerated() where opportunity.outcome == .open {
            let amount = countedAmount(opportunity.amount, in: book.currency, settings: forecast)
            guard let amount, let stage = stages[opportunity.stage], let stay = histories[index].stays.last else {
                setAside.append(opportunity.id)
                continue
            }
            let known = opportunity.customerID.flatMap { customers[$0] }
            let customer = known ?? customerCount
            if known == nil {
                customerCount += 1
                if let id = opportunity.customerID { customers[id] = customer }
            }
            let (won, lost) = chances.chances(stage: stage, age: stay.days)
            deals.append(
                OpenDeal(
                    index: index, id: opportunity.id, stage: stage, daysInStage: stay.days, amount: amount,
                    slot: opportunity.ownerID.flatMap { slots[$0] } ?? book.reps.count, customer: customer,
                    wonBy: Array(won.prefix(horizons.days.count)), lostBy: Array(lost.prefix(horizons.days.count)),
                    winChance: won.last ?? 0))
        }
        self.stages = stages
        self.histories = histories
        closedDealCount = closed
        usesConfiguredRates = closed < minimumClosedDeals
        self.deals = deals
        self.setAside = setAside
        self.horizons = horizons
        self.customerCount = customerCount
        dispersion = .usual
        runRates = learnedRunRates(book, histories: histories, slotByRep: slots, days: horizons.longest)
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
    _ book: SalesBook, histories: [DealHistory], slotByRep: [RecordID<Rep>: Int], days: Int
) -> [RunRate] {
    let firstClosing = histories.compactMap(\.closedDay).min() ?? book.asOf
    let from = max(firstClosing, book.asOf - (RunRate.longestWindow - 1))
    var rates = [RunRate](
        repeating: RunRate(windowDays: book.asOf - from + 1, days: days), count: book.reps.count + 1)
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
