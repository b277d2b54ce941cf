package import Quantities

/// How good a plan is, of one rep or, added up, of a team.
package struct PlanFigures: Sendable, Hashable {
    package var visits = 0
    /// Days on which the rep works, with or without visits.
    package var workDays = 0
    package var driving = Seconds.zero
    package var distance = Metres.zero
    /// Time with customers.
    package var visitMinutes = 0
    /// Minutes from leaving home to being back, of each working day; 0 for a day without visits.
    package var dayMinutes: [Int] = []
    /// Visits to customers that have a cadence and were visited before.
    package var visitsWithCadence = 0
    /// Those of them that come 80 % to 120 % of the cadence after the visit before.
    package var visitsOnCadence = 0
    /// Days by which customers are over their cadence on the last Friday of the plan, added up; as it would be if nobody
    /// was visited until then, and with the plan. Customers who were never visited are not in it.
    package var overdueDaysWithout = 0
    package var overdueDaysWith = 0
    /// Due customers of the first week that are in no week of the plan.
    package var unserved = 0
    /// Differences to the published plan: visits on another day, new, or fallen away; and visits at another time only.
    package var changedVisits = 0
    package var shiftedVisits = 0
    /// What each kind of rule costs in the first week; empty when not asked for.
    package var rulePrices: [RulePrice] = []

    package init() {}

    package var drivingHours: Double { driving.hours }
    package var visitsPerDay: Double { workDays == 0 ? 0 : Double(visits) / Double(workDays) }
    package var kilometresPerVisit: Double { visits == 0 ? 0 : distance.kilometres / Double(visits) }
    /// 0...1; nil when no visit has a cadence.
    package var cadenceKept: Double? {
        visitsWithCadence == 0 ? nil : Double(visitsOnCadence) / Double(visitsWithCadence)
    }
    /// Hours of the longest working day less those of the shortest.
    package var daySpreadHours: Double { Double((dayMinutes.max() ?? 0) - (dayMinutes.min() ?? 0)) / 60 }
    /// Gini coefficient of the working days' lengths: 0 when all are alike. O(n log n).
    package var dayGini: Double {
        let sorted = dayMinutes.sorted()
        let total = sorted.reduce(0, +)
        guard total > 0 else { return 0 }
        let weighted = sorted.enumerated().reduce(0) { $0 + (2 * $1.offset + 1 - sorted.count) * $1.element }
        return Double(weighted) / Double(sorted.count * total)
    }

    /// The figures of several plans together.
    package static func sum(_ all: [PlanFigures]) -> PlanFigures {
        var sum = PlanFigures()
        for figures in all {
            sum.visits += figures.visits
            sum.workDays += figures.workDays
            sum.driving = sum.driving + figures.driving
            sum.distance = sum.distance + figures.distance
            sum.visitMinutes += figures.visitMinutes
            sum.dayMinutes += figures.dayMinutes
            sum.visitsWithCadence += figures.visitsWithCadence
            sum.visitsOnCadence += figures.visitsOnCadence
            sum.overdueDaysWithout += figures.overdueDaysWithout
            sum.overdueDaysWith += figures.overdueDaysWith
            sum.unserved += figures.unserved
            sum.changedVisits += figures.changedVisits
            sum.shiftedVisits += figures.shiftedVisits
        }
        sum.rulePrices = RulePrice.Rule.allCases.compactMap { rule in
            let prices = all.flatMap(\.rulePrices).filter { $0.rule == rule }
            guard !prices.isEmpty else { return nil }
            return RulePrice(
                rule: rule, minutes: prices.reduce(0) { $0 + $1.minutes },
                drivingMinutes: prices.reduce(0) { $0 + $1.drivingMinutes },
                visits: prices.reduce(0) { $0 + $1.visits })
        }
        return sum
    }
}
