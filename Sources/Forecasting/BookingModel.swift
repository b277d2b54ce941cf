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
            signals: (past?.accepted ?? []).map { ModelBasis.Signal(name: $0.signal.rawValue, gain: $0.gain) },
            unhelpful: (past?.rejected ?? []).map(\.rawValue),
            pipelineWeight: usesConfiguredRates ? 1 : past?.weight ?? 1, scoredMonths: past?.months.count ?? 0,
            companySpread: dispersion.company, repSpread: dispersion.rep, customerSpread: dispersion.customer,
            newDealSpread: dispersion.newDeals,
            sources: ModelBasis.literature)
    }

    /// What earlier months taught; nil while the configured probabilities decide.
    var past: LearnedPast?

    /// With `wantsEver` false, `winChance` is only that of the farthest end: it saves most of the time.
    init(
        _ book: SalesBook, stages settings: [StageSetting], settings forecast: ForecastSettings,
        horizons: ForecastHorizons, wantsEver: Bool = true
    ) {
        stages = OpenStages(settings)
        histories = dealHistories(of: book, stages: stages)
        let material = ModelMaterial(book, histories: histories, stages: stages, settings: forecast)
        closedDealCount = zip(histories, material.counts).count { $1 && $0.outcome != .open && !$0.stays.isEmpty }
        usesConfiguredRates = closedDealCount < minimumClosedDeals
        self.horizons = horizons
        slotByRep = Dictionary(
            book.reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let slotByRep = slotByRep
        let slots = book.opportunities.map { $0.ownerID.flatMap { slotByRep[$0] } ?? book.reps.count }
        let classes = DealClasses(book, histories: histories, slots: slots, slotByRep: slotByRep)
        past =
            usesConfiguredRates
            ? nil : LearnedPast(material, classes: classes, slots: slots, customers: customerNumbers(book))
        dispersion = past?.dispersion ?? .usual

        let hazards = StageHazards(
            usesConfiguredRates ? nil : material.cells, stages: stages, priorDeals: forecast.priorDeals, asOf: book.asOf
        )
        let views = material.blend(
            hazards: hazards, open: material.open(on: book.asOf).counts, asOf: book.asOf, days: horizons.longest,
            weight: usesConfiguredRates ? 1 : past?.weight ?? PaceBlend.priorWeight)
        var tables = ChanceTables(
            hazards: hazards, asOf: book.asOf, levels: views.blend.levels, horizons: horizons.days,
            ever: wantsEver ? WinChances.ever : horizons.longest)
        let record = RecordAmount(book, settings: forecast)

        deals = []
        setAside = []
        var customers: [RecordID<Customer>: Int] = [:]
        customerCount = 0
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
            let factor =
                record.factor(of: amount)
                * (past?.factor(of: index, classes: classes, on: book.asOf) ?? 1)
            let chances = tables.chances(stage: stage, age: stay.days, factor: factor)
            deals.append(
                OpenDeal(
                    index: index, id: opportunity.id, stage: stage, daysInStage: stay.days, amount: amount,
                    slot: slots[index], customer: customer, wonBy: chances.won, lostBy: chances.lost,
                    winChance: chances.ever))
        }
        let seasons = SellingCalendar.weeks(from: book.asOf + 1, count: horizons.longest)
        runRates = learnedRunRates(
            book, histories: histories, slots: slots, window: material.runRateWindow(asOf: book.asOf),
            pace: zip(views.blend.levels, seasons).map { $0 * hazards.wonSeason[$1] })
    }
}

/// A number for every opportunity: those of one customer share it, one without a customer has its own.
private func customerNumbers(_ book: SalesBook) -> [Int] {
    var numbers: [RecordID<Customer>: Int] = [:]
    var count = 0
    return book.opportunities.map { opportunity in
        if let id = opportunity.customerID, let number = numbers[id] { return number }
        count += 1
        if let id = opportunity.customerID { numbers[id] = count - 1 }
        return count - 1
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
    _ book: SalesBook, histories: [DealHistory], slots: [Int], window: (from: Day, days: Int), pace: [Double]
) -> [RunRate] {
    var empty = RunRate(windowDays: window.days, days: 0)
    empty.pace = pace
    var rates = [RunRate](repeating: empty, count: book.reps.count + 1)
    for (index, history) in histories.enumerated() where history.outcome == .won {
        guard let closed = history.closedDay, closed >= window.from, let amount = book.opportunities[index].amount,
            amount.currency == book.currency, amount.minorUnits > 0
        else { continue }
        rates[slots[index]].wins.append(
            RunRate.Win(lag: max(0, closed - history.createdDay), amount: amount.minorUnits))
    }
    return rates
}
