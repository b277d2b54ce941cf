import Quantities
import Records

/// Makes the inputs of one slot after the other, each from the model alone, so on any thread.
struct SlotBuilding: Sendable {
    let model: BookingModel
    let book: SalesBook
    let seed: UInt64
    let cuts: FutureCuts
    let bigDeals: Set<RecordID<Opportunity>>
    let scenarios: [ScenarioEffects]
    private let withRep: OddsCentring
    private let withoutRep: OddsCentring
    private let ends: DayChances

    /// `spread` of the factors that futures are played with.
    init(
        model: BookingModel, book: SalesBook, seed: UInt64, cuts: FutureCuts,
        bigDeals: Set<RecordID<Opportunity>>, scenarios: [ScenarioEffects], spread: Dispersion
    ) {
        self.model = model
        self.book = book
        self.seed = seed
        self.cuts = cuts
        self.bigDeals = bigDeals
        self.scenarios = scenarios
        let variance = spread.company * spread.company + spread.customer * spread.customer
        withRep = OddsCentring(deviation: (variance + spread.rep * spread.rep).squareRoot())
        withoutRep = OddsCentring(deviation: variance.squareRoot())
        ends = DayChances(model.horizons.days)
    }

    /// `deals` are indices into `model.deals`. Deals that no future wins and no scenario changes are left out.
    func inputs(of slot: Int, name: String, deals: [Int]) -> SlotInputs {
        var inputs = SlotInputs()
        let places = cuts.days.map { ends.place($0) }
        let periodDays = cuts.periods.map { cuts.days[$0] }
        for index in deals {
            let deal = model.deals[index]
            let firstVariation = inputs.variations.count
            for (number, scenario) in scenarios.enumerated() where scenario.deals[index] != .none {
                let effect = scenario.deals[index]
                let variation = SlotInputs.Variation(effect, scenario: number)
                inputs.variations.append(variation)
                let centring = variation.leavesRep ? withoutRep : withRep
                for day in periodDays {
                    inputs.variationOdds.append(centring.odds(ends.chance(deal.wonBy, day: day, effect: effect)))
                }
            }
            let isPlayed = places.last.map { $0.chance(deal.wonBy) > 0 } ?? false
            guard isPlayed || inputs.variations.count > firstVariation else { continue }
            for place in places { inputs.odds.append(withRep.odds(place.chance(deal.wonBy))) }
            // By the customer's id and not by its number, which other customers' deals move.
            let customer = book.opportunities[deal.index].customerID.map { "customer \($0.text)" }
            inputs.deals.append(
                SlotInputs.Deal(
                    key: streamKey("deal \(deal.id.text)", seed: seed), amount: deal.amount,
                    customer: streamKey("swing of \(customer ?? "deal \(deal.id.text)")", seed: seed),
                    isBig: bigDeals.contains(deal.id), variations: firstVariation..<inputs.variations.count))
        }
        addWins(of: model.runRates[slot], slot: slot, name: name, to: &inputs)
        return inputs
    }

    private func addWins(of rate: RunRate, slot: Int, name: String, to inputs: inout SlotInputs) {
        let sums = rate.paceSums
        let wins = rate.wins.filter { $0.lag < (cuts.days.last ?? 0) && rate.windowDays > 0 }
        // Equal wins are told apart by how many there were before, so another win leaves their numbers as they are.
        var seen: [String: Int] = [:]
        for win in wins {
            let text = "new deal of \(name) \(win.lag) \(win.amount)"
            let copy = seen[text, default: 0]
            seen[text] = copy + 1
            inputs.wins.append(SlotInputs.Win(key: streamKey("\(text) \(copy)", seed: seed), amount: win.amount))
            inputs.rates += cuts.days.indices.map { cut in
                let period = cuts.periods.firstIndex { $0 >= cut } ?? 0
                return rate.expected(win, after: cuts.start(ofPeriod: period), through: cuts.days[cut], sums: sums)
            }
        }
        for (number, scenario) in scenarios.enumerated() where scenario.newDeals[slot] != .none {
            let effect = scenario.newDeals[slot]
            let rates = wins.flatMap { win in
                let late = RunRate.Win(lag: win.lag + effect.slipDays, amount: win.amount)
                return cuts.periods.enumerated().map { period, cut in
                    effect.factor
                        * rate.expected(late, after: cuts.start(ofPeriod: period), through: cuts.days[cut], sums: sums)
                }
            }
            inputs.scenarios.append((number, rates))
        }
    }
}

extension SlotInputs.Variation {
    fileprivate init(_ effect: ScenarioEffects.DealEffect, scenario: Int) {
        var leavesRep = false
        if case .changed(_, _, let leaves) = effect { leavesRep = leaves }
        self.init(scenario: scenario, leavesRep: leavesRep, isWon: effect == .won)
    }
}

extension FutureCuts {
    /// The day after which wins count for a period: the end of the one before.
    fileprivate func start(ofPeriod period: Int) -> Int { period > 0 ? days[periods[period - 1]] : 0 }
}

extension RunRate {
    /// Expected number of times that `win` comes again on the days after `start` through `end`.
    fileprivate func expected(_ win: Win, after start: Int, through end: Int, sums: [Double]) -> Double {
        let last = sums.count - 1
        let first = min(max(start, win.lag), last)
        return max(0, sums[min(max(first, end), last)] - sums[first]) / Double(windowDays)
    }
}
