import Quantities
import Records

/// What is still to come in each simulated future, by slot, in minor units, booked amounts not included.
struct BookingSimulation {
    /// One slot's futures, by draw: from open deals that are not big, from big ones, and from deals not created yet.
    struct Draws {
        var open: [Int]
        /// Empty where there is no big deal.
        var big: [Int] = []
        var new: [Int]

        init(count: Int) {
            open = [Int](repeating: 0, count: count)
            new = open
        }
    }

    var month: [Draws]
    var quarter: [Draws]

    /// Every deal and every rep's new deals have a stream of their own, so a deal that is added or dropped leaves the
    /// draws of the others as they were; and a deal that is won within the month is won within the quarter, in the same
    /// future. Deals are independent of each other but for what they share in `swings`. O(draws × deals).
    init(
        _ model: BookingModel, repIDs: [RecordID<Rep>], seed: UInt64, swings: [Double],
        bigDeals: Set<RecordID<Opportunity>> = []
    ) {
        let count = swings.count
        let slots = model.runRates.count
        month = Array(repeating: Draws(count: count), count: slots)
        quarter = month

        let horizons = model.horizons
        for deal in model.deals where deal.wonBy[horizons.quarter] > 0 {
            let random = SeededRandom(seed: seed, stream: "deal \(deal.id.text)")
            let monthChance = deal.wonBy[horizons.month]
            let quarterChance = deal.wonBy[horizons.quarter]
            let amount = deal.amount
            func play(_ months: inout [Int], _ quarters: inout [Int]) {
                var stream = random
                months.withUnsafeMutableBufferPointer { months in
                    quarters.withUnsafeMutableBufferPointer { quarters in
                        swings.withUnsafeBufferPointer { swings in
                            for draw in 0..<count {
                                let unit = stream.unit()
                                guard unit < quarterChance * swings[draw] else { continue }
                                quarters[draw] += amount
                                if unit < monthChance * swings[draw] { months[draw] += amount }
                            }
                        }
                    }
                }
            }
            if bigDeals.contains(deal.id) {
                for draws in [\Self.month, \Self.quarter] where self[keyPath: draws][deal.slot].big.isEmpty {
                    self[keyPath: draws][deal.slot].big = [Int](repeating: 0, count: count)
                }
                play(&month[deal.slot].big, &quarter[deal.slot].big)
            } else {
                play(&month[deal.slot].open, &quarter[deal.slot].open)
            }
        }
        for slot in 0..<slots {
            let stream = slot < repIDs.count ? "new deals of \(repIDs[slot].text)" : "new deals of nobody"
            var random = SeededRandom(seed: seed, stream: stream)
            addNewDeals(slot: slot, model: model, swings: swings, random: &random)
        }
    }

    private mutating func addNewDeals(slot: Int, model: BookingModel, swings: [Double], random: inout SeededRandom) {
        let quarterDays = model.horizons.days[model.horizons.quarter]
        let monthDays = model.horizons.days[model.horizons.month]
        let wins = model.runRates[slot].wins.filter { $0.lag < quarterDays }
        var cumulative: [Int] = []
        for win in wins { cumulative.append((cumulative.last ?? 0) + quarterDays - win.lag) }
        guard let total = cumulative.last else { return }
        // Drawn at the highest pace and then thinned to each future's own.
        let highest = swings.max() ?? 1
        let counts = PoissonCounts(mean: model.runRates[slot].expectedWins(within: quarterDays) * highest)

        var months = [Int](repeating: 0, count: swings.count)
        var quarters = months
        for (draw, swing) in swings.enumerated() {
            for _ in 0..<counts.count(random.unit()) {
                let ticket = random.integer(in: 0..<total)
                if random.unit() * highest >= swing { continue }
                let index = firstIndex(in: cumulative, above: ticket)
                let offset = ticket - (index > 0 ? cumulative[index - 1] : 0)
                let win = wins[index]
                quarters[draw] += win.amount
                // Created on day `offset + 1` from the as-of date, won `lag` days later.
                if offset + 1 + win.lag <= monthDays { months[draw] += win.amount }
            }
        }
        month[slot].new = months
        quarter[slot].new = quarters
    }
}

private func firstIndex(in cumulative: [Int], above value: Int) -> Int {
    var low = 0
    var high = cumulative.count - 1
    while low < high {
        let middle = (low + high) / 2
        if cumulative[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
}

/// The futures of some slots together, summed draw by draw.
func summed(_ draws: [BookingSimulation.Draws], slots: [Int], count: Int) -> BookingSimulation.Draws {
    var sum = BookingSimulation.Draws(count: count)
    for slot in slots {
        add(draws[slot].open, to: &sum.open)
        add(draws[slot].new, to: &sum.new)
        guard !draws[slot].big.isEmpty else { continue }
        if sum.big.isEmpty { sum.big = [Int](repeating: 0, count: count) }
        add(draws[slot].big, to: &sum.big)
    }
    return sum
}

func add(_ values: [Int], to sums: inout [Int]) {
    for index in values.indices { sums[index] += values[index] }
}
