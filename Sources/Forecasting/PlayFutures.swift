extension FutureInputs {
    /// Plays one piece in all futures. O(blocks × (deals + wins) × cuts).
    func play(_ piece: Piece) -> SlotFutures {
        let inputs = slots[piece.slot]
        var result = SlotFutures(shape, hasBig: inputs.deals[piece.deals].contains(where: \.isBig))
        let strata = customerStrata(inputs.deals[piece.deals])
        result.values.withUnsafeMutableBufferPointer { values in
            guard let base = values.baseAddress else { return }
            let space = LaneNumbers.words + shape.cuts + shape.periods
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: space) { buffer in
                guard let start = buffer.baseAddress else { return }
                let masks = start + LaneNumbers.words
                for block in 0..<shape.blocks {
                    var table = BlockTable(
                        shape: shape, block: block, values: base + block * 64, numbers: LaneNumbers(buffer: start),
                        masks: masks, periodMasks: masks + shape.cuts)
                    playDeals(inputs, piece, strata: strata, on: &table)
                    playWins(inputs, piece, on: &table)
                }
            }
        }
        return result
    }

    /// [block][deal]: the stratum of the deal's customer; empty where customers have no factor.
    private func customerStrata(_ deals: ArraySlice<SlotInputs.Deal>) -> [UInt16] {
        guard !customerLevels.isEmpty else { return [] }
        var strata = [UInt16](repeating: 0, count: shape.blocks * deals.count)
        var order = [UInt16](repeating: 0, count: shape.blocks)
        for (place, deal) in deals.enumerated() {
            FutureFactors.fill(&order, key: deal.customer)
            for (block, stratum) in order.enumerated() { strata[block * deals.count + place] = stratum }
        }
        return strata
    }

    private func playDeals(_ inputs: SlotInputs, _ piece: Piece, strata: [UInt16], on table: inout BlockTable) {
        let block = table.block
        let rep = reps[piece.slot][block]
        let shared = company[block] * rep
        let cuts = shape.cuts
        let firstStratum = block * piece.deals.count - piece.deals.lowerBound
        for index in piece.deals {
            let deal = inputs.deals[index]
            let factor = strata.isEmpty ? shared : shared * customerLevels[Int(strata[firstStratum + index])]
            table.numbers.begin(key: deal.key, block: block)
            var lanes = table.active
            inputs.odds.withUnsafeBufferPointer { odds in
                for cut in stride(from: cuts - 1, through: 0, by: -1) {
                    if lanes != 0 {
                        lanes = table.numbers.below(scaledChance(odds[index &* cuts &+ cut], factor), within: lanes)
                    }
                    table.masks[cut] = lanes
                }
            }
            if table.masks[cuts - 1] != 0 {
                table.addIncrements(
                    deal.amount, firstPlane: shape.plane(deal.isBig ? .big : .open, cut: 0), cuts: 0..<cuts)
            }
            for variation in deal.variations {
                playVariation(variation, of: deal, in: inputs, factor: factor, rep: rep, on: &table)
            }
        }
    }

    /// Adds what a scenario changes, future by future: the deal's own numbers are compared with the scenario's chances.
    private func playVariation(
        _ index: Int, of deal: SlotInputs.Deal, in inputs: SlotInputs, factor: Double, rep: Double,
        on table: inout BlockTable
    ) {
        let variation = inputs.variations[index]
        let factor = variation.leavesRep ? factor / rep : factor
        var lanes = table.active
        for period in stride(from: shape.periods - 1, through: 0, by: -1) {
            if lanes != 0, !variation.isWon {
                let chance = scaledChance(inputs.variationOdds[index &* shape.periods &+ period], factor)
                lanes = table.numbers.below(chance, within: lanes)
            }
            table.periodMasks[period] = lanes
        }
        var (before, beforeBase): (UInt64, UInt64) = (0, 0)
        for period in 0..<shape.periods {
            let (here, base) = (table.periodMasks[period], table.masks[periodCuts[period]])
            table.addDifference(
                deal.amount, plane: shape.plane(scenario: variation.scenario, period: period), to: here & ~before,
                from: base & ~beforeBase)
            (before, beforeBase) = (here, base)
        }
    }
}

/// The 64 futures of one block while they are played.
struct BlockTable {
    let shape: SlotFutures.Shape
    let block: Int
    /// The block's first amount of plane 0.
    let values: UnsafeMutablePointer<Int>
    var numbers: LaneNumbers
    /// By cut: the futures in which a deal is won by then.
    let masks: UnsafeMutablePointer<UInt64>
    let periodMasks: UnsafeMutablePointer<UInt64>

    /// The futures that there are: all 64 but in the last block.
    var active: UInt64 {
        let count = shape.draws - block * 64
        return count >= 64 ? .max : (1 << UInt64(count)) - 1
    }

    /// Adds `amount` where `masks` gains futures from one cut to the next.
    @inline(__always)
    func addIncrements(_ amount: Int, firstPlane: Int, cuts: Range<Int>) {
        var before: UInt64 = 0
        for cut in cuts {
            let here = masks[cut]
            add(amount, plane: firstPlane &+ cut, lanes: here & ~before)
            before = here
        }
    }

    @inline(__always)
    func addDifference(_ amount: Int, plane: Int, to gained: UInt64, from lost: UInt64) {
        add(amount, plane: plane, lanes: gained & ~lost)
        add(-amount, plane: plane, lanes: lost & ~gained)
    }

    @inline(__always)
    private func add(_ amount: Int, plane: Int, lanes: UInt64) {
        let sums = values + plane &* shape.lanes
        var rest = lanes
        while rest != 0 {
            sums[rest.trailingZeroBitCount] &+= amount
            rest &= rest &- 1
        }
    }
}
