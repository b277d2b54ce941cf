import Foundation

extension FutureInputs {
    /// Past wins come again: of each, the number in a period is Poisson, read from one uniform number a future by how many
    /// of the chances of "at least 1, 2, 3, ..." it is below. Periods have numbers of their own, so they are independent;
    /// cuts within a period share them, so a win by an earlier cut is one by the later.
    func playWins(_ inputs: SlotInputs, _ piece: Piece, on table: inout BlockTable) {
        guard !piece.wins.isEmpty else { return }
        let block = table.block
        let pace = company[block] * reps[piece.slot][block] * newDeals[block]
        var counts = PoissonTails(count: shape.cuts)
        var base: [UInt64] = []
        for index in piece.wins {
            let win = inputs.wins[index]
            for period in 0..<shape.periods {
                let last = periodCuts[period]
                let first = period > 0 ? periodCuts[period - 1] + 1 : 0
                let mean = inputs.rates[index * shape.cuts + last]
                if mean <= 0, inputs.scenarios.isEmpty { continue }
                table.numbers.begin(key: win.key &+ UInt64(period) &* 0xd134_2543_de82_ef95, block: block)
                base.removeAll(keepingCapacity: true)
                counts.start(last, mean: mean * pace)
                var lanes = table.numbers.below(counts.tail(last), within: table.active)
                if lanes != 0, first < last {
                    for cut in first..<last { counts.start(cut, mean: inputs.rates[index * shape.cuts + cut] * pace) }
                }
                while lanes != 0 {
                    base.append(lanes)
                    table.masks[last] = lanes
                    var within = lanes
                    for cut in stride(from: last - 1, through: first, by: -1) {
                        within = table.numbers.below(counts.tail(cut), within: within)
                        table.masks[cut] = within
                    }
                    table.addIncrements(win.amount, firstPlane: shape.plane(.new, cut: 0), cuts: first..<(last + 1))
                    for cut in first...last { counts.advance(cut, count: base.count) }
                    lanes = table.numbers.below(counts.tail(last), within: lanes)
                }
                for (scenario, rates) in inputs.scenarios {
                    counts.start(last, mean: rates[index * shape.periods + period] * pace)
                    var (lanes, count) = (table.active, 0)
                    while lanes != 0 || count < base.count {
                        lanes = table.numbers.below(counts.tail(last), within: lanes)
                        table.addDifference(
                            win.amount, plane: shape.plane(scenario: scenario, period: period), to: lanes,
                            from: count < base.count ? base[count] : 0)
                        count += 1
                        counts.advance(last, count: count)
                    }
                }
            }
        }
    }
}

/// The chance of at least n events for several Poisson means side by side, n going up one by one.
struct PoissonTails {
    private var means: [Double]
    /// Chance of exactly n − 1 events.
    private var terms: [Double]
    /// Chance of n events or more.
    private var tails: [Double]

    init(count: Int) {
        means = [Double](repeating: 0, count: count)
        terms = means
        tails = means
    }

    /// Begins with n = 1. Means are cut at 600: beyond, the first term is no longer a normal floating-point number.
    @inline(__always)
    mutating func start(_ index: Int, mean: Double) {
        let mean = min(max(0, mean), 600)
        means[index] = mean
        terms[index] = exp(-mean)
        tails[index] = mean > 0 ? -expm1(-mean) : 0
    }

    @inline(__always)
    func tail(_ index: Int) -> Double { tails[index] }

    /// From n = `count` to n = `count` + 1.
    @inline(__always)
    mutating func advance(_ index: Int, count: Int) {
        terms[index] *= means[index] / Double(count)
        tails[index] = max(0, tails[index] - terms[index])
    }
}
