import Config
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct PlanFiguresTests {
    @Test func `figures are those of the days`() {
        let own = rep(hours: [.monday: "8:00-17:00", .tuesday: "8:00-17:00"])
        let company = book(
            own,
            [
                customer("a", at: place(0.1), hours: [.monday: "8:00-17:00"]),
                customer("b", at: place(0.1), cadence: 10, hours: [.monday: "8:00-17:00"]),
                customer("far", at: place(2)),
            ],
            [visit("v", "a", day: monday - 32), visit("w", "b", day: monday - 20), visit("x", "far", day: monday - 36)])
        let figures = weeksPlan(of: own, in: company, inputs(), settings { $0.weeks = 1 }).figures
        #expect(figures.visits == 2 && figures.workDays == 2 && figures.visitsPerDay == 1)
        #expect(figures.visitMinutes == 60)
        // 32 days are within a fifth of 30, 20 are not within a fifth of 10.
        #expect(figures.visitsWithCadence == 2 && figures.visitsOnCadence == 1 && figures.cadenceKept == 0.5)
        // On Friday: a 36 − 30, b 24 − 10, far 40 − 30 days; a visit on Monday leaves far alone.
        #expect(figures.overdueDaysWithout == 6 + 14 + 10)
        #expect(figures.overdueDaysWith == 10)
        #expect(figures.unserved == 1)
        // 2 × 12 minutes of driving and an hour on Monday, nothing on Tuesday.
        #expect(figures.dayMinutes == [84, 0])
        #expect(figures.daySpreadHours == 1.4)
        #expect(figures.dayGini == 0.5)
        let sum = PlanFigures.sum([figures, figures])
        #expect(sum.visits == 4 && sum.cadenceKept == 0.5 && sum.dayMinutes.count == 4)
    }

    @Test func `a rule that binds has a price and one that does not has none`() {
        let own = rep(hours: [.monday: "8:00-17:00"])
        let all = (0..<8).map { customer("c\($0)", at: place(0.1), minutes: 60, hours: everyDay("8:00-13:00")) }
        let company = book(own, all)
        let plan = planWeeks(
            of: own, in: company,
            planning: settings {
                $0.weeks = 1
                $0.lunchMinutes = 0
            }, travel: plainTravel, inputs: resolvePlanChanges(inputs(), in: company).0,
            times: GreatCircleTravel(plainTravel), pricesRules: true)
        let prices = Dictionary(plan.figures.rulePrices.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
        // Four fit until one o'clock, eight until five: four visits of two hours' worth each.
        #expect(prices[.openingHours]?.visits == 4)
        #expect(prices[.openingHours]?.minutes == 480)
        #expect(prices[.drivingLimit]?.minutes == 0)
        #expect(prices[.lunch] == nil)
        #expect(prices[.evenness]?.minutes == 0)
    }
}
