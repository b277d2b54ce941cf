import Foundation

/// The product-limit estimate of how long something lasts when some of it still lasts (Kaplan & Meier, J. Amer. Statist.
/// Assoc. 53, 1958), with 90 % intervals on the log-log scale from Greenwood's variance (Kalbfleisch & Prentice 2002, 1.4).
package struct KaplanMeier: Sendable, Hashable {
    package struct Point: Sendable, Hashable {
        package var days: Int
        /// Observed at least that long, before anything happened on that day.
        package var atRisk: Int
        package var ended: Int
        /// Censored on that day: known to last longer. They count as at risk for what ended on the same day.
        package var censored: Int
        /// Share that lasts longer than `days`, and its 90 % interval.
        package var share: Double
        package var low: Double
        package var high: Double
        /// Greenwood's standard error of `share`.
        package var standardError: Double
    }

    /// One for each number of days on which something ended or was censored, ascending; before the first the share is 1.
    package let points: [Point]

    /// `ended` and `censored` are days, in any order, 0 or more. O(n log n).
    package init(ended: [Int], censored: [Int]) {
        var endings: [Int: Int] = [:]
        var censorings: [Int: Int] = [:]
        for days in ended { endings[days, default: 0] += 1 }
        for days in censored { censorings[days, default: 0] += 1 }
        var atRisk = ended.count + censored.count
        var share = 1.0
        var greenwood = 0.0
        points = Set(endings.keys).union(censorings.keys).sorted().map { days in
            let gone = endings[days] ?? 0
            let left = censorings[days] ?? 0
            defer { atRisk -= gone + left }
            if gone == atRisk {
                share = 0
            } else if gone > 0 {
                share *= 1 - Double(gone) / Double(atRisk)
                greenwood += Double(gone) / (Double(atRisk) * Double(atRisk - gone))
            }
            let range = KaplanMeier.range(share, greenwood)
            return Point(
                days: days, atRisk: atRisk, ended: gone, censored: left, share: share, low: range.low, high: range.high,
                standardError: share * greenwood.squareRoot())
        }
    }

    /// The first day by which at least `part` (0...1) of all have ended; nil where the curve does not get there.
    package func days(until part: Double) -> Int? {
        // The share is a product of fractions: an exact half may come out a hair above.
        points.first { $0.share <= 1 - part + 1e-12 }?.days
    }

    /// The 90 % interval of `days(until:)`: where the curve's own interval crosses that share (Brookmeyer & Crowley 1982).
    package func range(until part: Double) -> (low: Int?, high: Int?) {
        let target = 1 - part + 1e-12
        return (points.first { $0.low <= target }?.days, points.first { $0.high <= target }?.days)
    }

    private static func range(_ share: Double, _ greenwood: Double) -> (low: Double, high: Double) {
        guard share > 0, share < 1 else { return (share, share) }
        let logShare = log(share)
        let spread = 1.6448536269514722 * greenwood.squareRoot() / abs(logShare)
        return (pow(share, exp(spread)), pow(share, exp(-spread)))
    }
}
