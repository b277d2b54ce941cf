import Foundation
import Quantities

/// What moves outcomes together: one factor a block of 64 futures for the company, for each rep, each customer and for all
/// new deals, log-normal with mean 1.
///
/// Blocks are strata: of B blocks each factor takes the B middle quantiles once, in an order of its own, so few blocks
/// already have its mean and spread (Latin hypercube, McKay, Beckman and Conover 1979). With one block all are 1.
/// A last block of fewer futures counts for fewer, so a mean strays by less than that block's part of all futures.
struct FutureFactors {
    let blocks: Int
    /// Standard normal quantiles of the strata, scaled to a standard deviation of 1.
    private let scores: [Double]

    init(blocks: Int) {
        self.blocks = blocks
        let raw = (0..<blocks).map { normalQuantile((Double($0) + 0.5) / Double(blocks)) }
        let variance = raw.reduce(0) { $0 + $1 * $1 } / Double(blocks)
        scores = variance > 0 ? raw.map { $0 / variance.squareRoot() } : raw
    }

    /// The factor in each stratum, ascending, with mean 1.
    func levels(deviation: Double) -> [Double] {
        let raw = scores.map { exp(max(0, deviation) * $0) }
        let mean = raw.reduce(0, +) / Double(raw.count)
        return raw.map { $0 / mean }
    }

    /// The factor in each block.
    func row(key: UInt64, deviation: Double) -> [Double] {
        let levels = levels(deviation: deviation)
        var order = [UInt16](repeating: 0, count: blocks)
        FutureFactors.fill(&order, key: key)
        return deviation > 0 ? order.map { levels[Int($0)] } : levels
    }

    /// The stratum of each block: 0, 1, 2, ... in an order of the key's own.
    static func fill(_ order: inout [UInt16], key: UInt64) {
        var random = SeededRandom(seed: key)
        order.withUnsafeMutableBufferPointer { order in
            for index in order.indices {
                // Lemire's reduction: a bias of 2⁻⁴⁸ is no matter here.
                let other = Int((random.next() >> 16).multipliedFullWidth(by: UInt64(index + 1) << 16).high)
                order[index] = order[other]
                order[other] = UInt16(truncatingIfNeeded: index)
            }
        }
    }
}

/// The z with so much of the standard normal distribution below it; `share` in 0..<1, not 0. By bisection: it is asked for
/// some hundred values only.
func normalQuantile(_ share: Double) -> Double {
    var low = -10.0
    var high = 10.0
    for _ in 0..<60 {
        let middle = (low + high) / 2
        if 0.5 * erfc(-middle / 2.0.squareRoot()) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
}
