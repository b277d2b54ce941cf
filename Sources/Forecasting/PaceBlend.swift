import Foundation
import Quantities

/// Puts two views of the wins to come together: the chances of the open deals with those not created yet (bottom up), and
/// the pace that the company has kept (top down). On each day the expected wins are
/// bottom up ^ weight × top down ^ (1 − weight), and one factor on every deal's chance of that day makes it so.
///
/// The weight is learned from the logarithms of both views' errors in earlier months by ridge regression (Bates and Granger
/// 1969, "The Combination of Forecasts"; Granger and Ramanathan 1984, "Improved Methods of Combining Forecasts").
struct PaceBlend {
    /// Before any month has been scored, and what it counts for.
    static let priorWeight = 0.2
    static let priorStrength = 0.25
    /// How far a day's factor may go.
    static let range = 0.25...4.0

    /// Factor on the chance to be won, by day after the as-of date.
    var levels: [Double]
    /// Wins by day of the bottom-up view alone, and blended.
    var bottomUp: [Double]
    var blended: [Double]

    /// `open` counts the open deals by [stage × ages]; `newWins` are the expected wins by day of deals not created yet.
    /// Without a pace every factor is 1. O(days × stages × ages).
    init(
        hazards: StageHazards, open: [Double], newWins: [Double], pace: WinPace?, weight: Double, asOf: Day, days: Int
    ) {
        let stages = hazards.won.count
        levels = []
        bottomUp = []
        blended = []
        var open = open
        for (day, week) in SellingCalendar.weeks(from: asOf + 1, count: days).enumerated() {
            func chances(_ level: Double) -> DayHazards {
                DayHazards(
                    hazards, won: hazards.wonSeason[week] * level, lost: hazards.lostSeason[week],
                    moved: hazards.movedSeason[week])
            }
            let plain = chances(1)
            let new = newWins[day] * hazards.wonSeason[week]
            let expected = plain.wins(of: open, stages: stages) + new
            var level = 1.0
            if let pace, expected > 0 {
                level = pow(pace.wins[day] / expected, 1 - weight)
                level = min(max(level, PaceBlend.range.lowerBound), PaceBlend.range.upperBound)
            }
            levels.append(level)
            bottomUp.append(expected)
            blended.append((level == 1 ? plain : chances(level)).stepForward(&open, stages: stages) + new * level)
        }
    }

    /// One earlier month's log of actual ÷ expected wins, in both views.
    struct Errors: Hashable {
        var bottomUp: Double
        var pace: Double
    }

    static func weight(learnedFrom errors: [Errors]) -> Double {
        var (over, under) = (priorStrength * priorWeight, priorStrength)
        for error in errors {
            let gap = error.pace - error.bottomUp
            over += error.pace * gap
            under += gap * gap
        }
        return min(max(over / under, 0), 1)
    }
}
