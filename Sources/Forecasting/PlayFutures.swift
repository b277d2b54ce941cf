extension FutureInputs {
    /// Plays one piece in all futures. O(blocks × (deals + wins) × cuts).
    func play(_ piece: Piece) -> SlotFutures {
        let inputs = slots[piece.slot]
        var result = SlotFutures(shape, hasBig: inputs.deals[piece.deals].contains(where: \.isBig))
        let strata = customerStrata(inputs.deals[piece.deals])
        result.values.withUnsafeMutableBufferPointer { values in
            guard let base = values.baseAddress else { return }
            let space = LaneNumbers.words + shape.cuts
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: space) { buffer in
                guard let start = buffer.baseAddress else { return }
                let masks = start + LaneNumbers.words
                for block in 0..<shape.blocks {
                    var table = BlockTable(
                        shape: shape, block: block, values: base + block * 64, numbers: LaneNumbers(buffer: start),
                        masks: masks)
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
        let firstStratum = block * piece.deals.count - piece.deals.lowerBound
        inputs.deals.withUnsafeBufferPointer { deals in
            inputs.odds.withUnsafeBufferPointer { odds in
                strata.withUnsafeBufferPointer { strata in
                    for index in piece.deals {
                        let deal = deals[index]
                        let factor =
                            strata.isEmpty ? shared : shared * customerLevels[Int(strata[firstStratum &+ index])]
                        table.play(deal, odds: odds.baseAddress?.advanced(by: index &* shape.cuts), factor: factor)
                        for variation in deal.variations {
                            playVariation(variation, of: deal, in: inputs, factor: factor, rep: rep, on: &table)
                        }
                    }
                }
            }
        }
    }

    /// Adds what a scenario changes, future by future: the deal's own numbers are compared with the scenario's chances.
    @inline(__always)
    private func playVariation(
        _ index: Int, of deal: SlotInputs.Deal, in inputs: SlotInputs, factor: Double, rep: Double,
        on table: inout BlockTable
    ) {
        let variation = inputs.variations[index]
        let factor = variation.leavesRep ? factor / rep : factor
        let plane = shape.plane(scenario: variation.scenario, period: 0)
        var period = shape.periods &- 1
        var (lanes, base) = (table.active, table.masks[periodCuts[period]])
        if !variation.isWon {
            lanes = table.numbers.below(
                scaledChance(inputs.variationOdds[index &* shape.periods &+ period], factor), within: lanes)
        }
        // From the last period to the first: what is won by its end and not by that of the period before.
        while period > 0, lanes | base != 0 {
            let baseBefore = table.masks[periodCuts[period &- 1]]
            var before = lanes
            if !variation.isWon {
                before = table.numbers.below(
                    scaledChance(inputs.variationOdds[index &* shape.periods &+ period &- 1], factor), within: lanes)
            }
            table.addDifference(
                deal.amount, plane: plane &+ period, to: lanes & ~before, from: base & ~baseBefore)
            (lanes, base) = (before, baseBefore)
            period &-= 1
        }
        if period == 0 { table.addDifference(deal.amount, plane: plane, to: lanes, from: base) }
    }
}
