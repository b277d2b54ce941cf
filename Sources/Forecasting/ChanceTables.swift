import Foundation
import Quantities

/// Chances of open deals by stage, age and factor, each computed once: deals alike share their numbers.
///
/// Factors are rounded to steps of a tenth, so that 100,000 deals need a few tables, not 100,000.
struct ChanceTables {
    typealias Chances = (won: [Double], lost: [Double], ever: Double)

    private static let step = log(1.1)
    private let hazards: StageHazards
    private let asOf: Day
    private let levels: [Double]
    private let horizons: [Int]
    private let ever: Int
    private var tables: [Int: WinChances] = [:]
    private var known: [Key: Chances] = [:]

    private struct Key: Hashable {
        var step: Int
        var stage: Int
        var age: Int
    }

    init(hazards: StageHazards, asOf: Day, levels: [Double], horizons: [Int], ever: Int) {
        self.hazards = hazards
        self.asOf = asOf
        self.levels = levels
        self.horizons = horizons
        self.ever = ever
    }

    /// `factor` scales the chance to be won of every day. By horizon, ascending; `ever` at least the last of `won`.
    mutating func chances(stage: Int, age: Int, factor: Double) -> Chances {
        let key = Key(
            step: Int((log(max(factor, 1e-3)) / ChanceTables.step).rounded()), stage: stage,
            age: min(max(0, age), WinChances.ages - 1))
        if let chances = known[key] { return chances }
        let last = horizons.last ?? 0
        let table =
            tables[key.step]
            ?? WinChances(
                hazards: hazards, horizons: horizons + (ever > last ? [ever] : []), asOf: asOf, levels: levels,
                multiplier: exp(Double(key.step) * ChanceTables.step))
        tables[key.step] = table
        var (won, lost) = table.chances(stage: key.stage, age: key.age)
        let ever = won.last ?? 0
        won.removeSubrange(horizons.count...)
        lost.removeSubrange(horizons.count...)
        known[key] = (won, lost, ever)
        return (won, lost, ever)
    }
}
