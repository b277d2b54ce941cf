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
        let names = model.runRates.indices.map { $0 < book.reps.count ? book.reps[$0].id.text : "nobody" }
        let factors = FutureFactors(blocks: shape.blocks)
        func row(_ name: String, _ deviation: Double) -> [Double] {
            factors.row(key: streamKey("swing of \(name)", seed: seed), deviation: deviation)
        }
        let spread = model.dispersion
        company = row("the company", spread.company)
        newDeals = row("new deals", spread.newDeals)
        reps = names.map { row("rep \($0)", spread.rep) }
        if spread.customer > 0 { customerLevels = factors.levels(deviation: spread.customer) }

        var dealsBySlot = names.map { _ in [Int]() }
        for (index, deal) in model.deals.enumerated() { dealsBySlot[deal.slot].append(index) }
        let building = SlotBuilding(
            model: model, book: book, seed: seed, cuts: cuts, bigDeals: bigDeals, scenarios: scenarios,
            // With one block all factors are 1, and there is nothing to centre.
            spread: shape.blocks > 1 ? spread : Dispersion(company: 0, rep: 0, customer: 0, newDeals: 0))
        let sorted = dealsBySlot
        slots = inParallel(names.count) { building.inputs(of: $0, name: names[$0], deals: sorted[$0]) }
        for (slot, inputs) in slots.enumerated() {
            let most = max(inputs.deals.count, inputs.wins.count)
            let count = max(1, (most + FutureInputs.pieceSize - 1) / FutureInputs.pieceSize)
            for number in 0..<count {
                func part(_ size: Int) -> Range<Int> { (size * number / count)..<(size * (number + 1) / count) }
                pieces.append(Piece(slot: slot, deals: part(inputs.deals.count), wins: part(inputs.wins.count)))
            }
        }
    }
}

/// Random numbers of their own for a named part, by SeededRandom's hash.
func streamKey(_ name: String, seed: UInt64) -> UInt64 {
    var random = SeededRandom(seed: seed, stream: name)
    return random.next()
}
