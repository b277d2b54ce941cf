import Quantities
import Records

extension FutureInputs {
    /// A piece has so many deals, or wins, at most: small enough for the memory near the processor, and to share work.
    private static let pieceSize = 1_000

    init(
        _ model: BookingModel, book: SalesBook, seed: UInt64, draws: Int, cuts: FutureCuts,
        bigDeals: Set<RecordID<Opportunity>>, scenarios: [ScenarioEffects]
    ) {
        shape = SlotFutures.Shape(
            draws: draws, cuts: cuts.count, periods: cuts.periods.count, scenarios: scenarios.count)
        periodCuts = cuts.periods
        let slots = model.runRates.count
        let factors = FutureFactors(blocks: shape.blocks, seed: seed)
        let names = (0..<slots).map { $0 < book.reps.count ? book.reps[$0].id.text : "nobody" }
        addFactors(factors, model: model, book: book, names: names)

        let spread = model.dispersion
        let variance = spread.company * spread.company + spread.customer * spread.customer
        let withoutRep = OddsCentring(deviation: variance.squareRoot())
        let withRep = OddsCentring(deviation: (variance + spread.rep * spread.rep).squareRoot())
        let ends = DayChances(model.horizons.days)
        let places = cuts.days.map { ends.place($0) }
        let periodDays = cuts.periods.map { cuts.days[$0] }
        let bySlot = Dictionary(grouping: model.deals.indices, by: { model.deals[$0].slot })
        for slot in 0..<slots {
            let firstDeal = deals.count
            for index in bySlot[slot] ?? [] {
                let deal = model.deals[index]
                let firstVariation = dealVariations.count
                for (number, scenario) in scenarios.enumerated() {
                    guard let variation = DealVariation(scenario.deals[index], scenario: number) else { continue }
                    let centring = variation.leavesRep ? withoutRep : withRep
                    dealVariations.append(variation)
                    for day in periodDays {
                        variationOdds.append(
                            centring.odds(ends.chance(deal.wonBy, day: day, effect: scenario.deals[index])))
                    }
                }
                let isPlayed = places.last.map { $0.chance(deal.wonBy) > 0 } ?? false
                guard isPlayed || dealVariations.count > firstVariation else { continue }
                for place in places { odds.append(withRep.odds(place.chance(deal.wonBy))) }
                deals.append(
                    Deal(
                        key: streamKey("deal \(deal.id.text)", seed: seed), amount: deal.amount,
                        customer: deal.customer, isBig: bigDeals.contains(deal.id),
                        variations: firstVariation..<dealVariations.count))
            }
            let firstWin = wins.count
            addWins(
                of: model.runRates[slot], name: names[slot], seed: seed, cuts: cuts,
                effects: scenarios.map { $0.newDeals[slot] })
            addPieces(of: slot, deals: firstDeal..<deals.count, wins: firstWin..<wins.count)
        }
    }

    private mutating func addFactors(_ factors: FutureFactors, model: BookingModel, book: SalesBook, names: [String]) {
        let spread = model.dispersion
        company = factors.row(of: "swing of the company", deviation: spread.company)
        newDeals = factors.row(of: "swing of new deals", deviation: spread.newDeals)
        reps = names.map { factors.row(of: "swing of rep \($0)", deviation: spread.rep) }
        guard spread.customer > 0 else { return }
        customerLevels = factors.levels(deviation: spread.customer)
        // By the customer's id and not by its number, which other customers' deals move.
        var groups = [String?](repeating: nil, count: model.customerCount)
        for deal in model.deals where groups[deal.customer] == nil {
            let customer = book.opportunities[deal.index].customerID
            groups[deal.customer] = customer.map { "swing of customer \($0.text)" } ?? "swing of deal \(deal.id.text)"
        }
        customerOrder.reserveCapacity(groups.count * factors.blocks)
        for group in groups { customerOrder += factors.order(of: group ?? "") }
    }

    private mutating func addWins(
        of rate: RunRate, name: String, seed: UInt64, cuts: FutureCuts, effects: [ScenarioEffects.NewDealsEffect]
    ) {
        let sums = rate.paceSums
        let first = wins.count
        // Equal wins are told apart by how many there were before, so another win leaves their numbers as they are.
        var seen: [String: Int] = [:]
        for win in rate.wins where win.lag < (cuts.days.last ?? 0) && rate.windowDays > 0 {
            let text = "new deal of \(name) \(win.lag) \(win.amount)"
            let copy = seen[text, default: 0]
            seen[text] = copy + 1
            wins.append(Win(key: streamKey("\(text) \(copy)", seed: seed), amount: win.amount))
            rates += cuts.days.indices.map { cut in
                let period = cuts.periods.firstIndex { $0 >= cut } ?? 0
                return rate.expected(win, after: cuts.start(ofPeriod: period), through: cuts.days[cut], sums: sums)
            }
        }
        slotWins.append(first..<wins.count)
        slotScenarios.append([])
        for (number, effect) in effects.enumerated() where effect != .none {
            slotScenarios[slotScenarios.count - 1].append((number, scenarioRates.count))
            for win in rate.wins where win.lag < (cuts.days.last ?? 0) && rate.windowDays > 0 {
                var late = win
                late.lag += effect.slipDays
                for (period, cut) in cuts.periods.enumerated() {
                    let mean = rate.expected(
                        late, after: cuts.start(ofPeriod: period), through: cuts.days[cut], sums: sums)
                    scenarioRates.append(mean * effect.factor)
                }
            }
        }
    }

    private mutating func addPieces(of slot: Int, deals: Range<Int>, wins: Range<Int>) {
        let most = max(deals.count, wins.count)
        let count = max(1, (most + FutureInputs.pieceSize - 1) / FutureInputs.pieceSize)
        for number in 0..<count {
            func part(_ range: Range<Int>) -> Range<Int> {
                let start = range.lowerBound
                return (start + range.count * number / count)..<(start + range.count * (number + 1) / count)
            }
            pieces.append(Piece(slot: slot, deals: part(deals), wins: part(wins)))
        }
    }
}

extension FutureInputs.DealVariation {
    /// Nil for no effect.
    fileprivate init?(_ effect: ScenarioEffects.DealEffect, scenario: Int) {
        switch effect {
        case .none: return nil
        case .lost, .won: self.init(scenario: scenario, leavesRep: false, isWon: effect == .won)
        case .changed(_, _, let leavesRep): self.init(scenario: scenario, leavesRep: leavesRep, isWon: false)
        }
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

/// Chances by any day from those by a model's ends. Days repeat a lot, so their places are kept.
private struct DayChances {
    private let days: [Int]
    private let places: [HorizonPlace]

    init(_ days: [Int]) {
        self.days = days
        places = (0...max(0, days.last ?? 0)).map { HorizonPlace($0, in: days) }
    }

    func place(_ day: Int) -> HorizonPlace {
        places.indices.contains(day) ? places[day] : HorizonPlace(day, in: days)
    }

    func chance(_ wonBy: [Double], day: Int, effect: ScenarioEffects.DealEffect) -> Double {
        switch effect {
        case .none: place(day).chance(wonBy)
        case .lost: 0
        case .won: 1
        case .changed(let slipDays, let factor, _):
            min(1, factor * (day > slipDays ? place(day - slipDays).chance(wonBy) : 0))
        }
    }
}

private func streamKey(_ name: String, seed: UInt64) -> UInt64 {
    var random = SeededRandom(seed: seed, stream: name)
    return random.next()
}
