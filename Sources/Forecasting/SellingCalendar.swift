import Foundation
import Quantities

/// Where a day stands in the seller's year. Quotas are set by the quarter, and deals close by it (Oyer 1998, "Fiscal Year
/// Ends and Nonlinear Incentive Contracts", Quarterly Journal of Economics 113), so the season is the week of the quarter.
enum SellingCalendar {
    /// A quarter's 13 weeks; the days beyond belong to the last.
    static let weeks = 13
    /// Pairs of weeks, for what is too thin by the week.
    static let fortnights = 7

    /// Week of the calendar quarter, 0..<`weeks`, of `count` days from `first` on.
    static func weeks(from first: Day, count: Int) -> [Int] {
        var start = first.firstOfQuarter
        var next = start.addingMonths(3)
        return (0..<max(0, count)).map { offset in
            let day = first + offset
            if day >= next {
                start = next
                next = start.addingMonths(3)
            }
            return min((day - start) / 7, weeks - 1)
        }
    }

    /// Weight of what happened `days` ago when its weight halves every `halfLife` days.
    static func weight(daysAgo days: Int, halfLife: Double) -> Double {
        pow(0.5, Double(max(0, days)) / halfLife)
    }
}
