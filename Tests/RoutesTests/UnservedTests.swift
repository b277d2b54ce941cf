import Config
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct UnservedTests {
    func cause(
        _ customer: Customer, with others: [Customer] = [], hours: [Weekday: String] = [.monday: "8:00-12:00"],
        _ change: (inout PlanningSettings) -> Void = { _ in }
    ) -> Unserved.Cause? {
        let rep = rep(hours: hours)
        let plan = planWeek(
            of: rep, in: book(rep, [customer] + others), planning: settings(change), travel: plainTravel)
        return plan.cause(customer.id.text)
    }

    @Test func `without a place`() {
        #expect(cause(customer("x", at: nil)) == .noPlace)
    }

    @Test func `closed whenever the rep works`() {
        #expect(cause(customer("x", at: place(0.1), hours: [.monday: "13:00-18:00"])) == .closedInWorkingHours)
        #expect(cause(customer("x", at: place(0.1), hours: [.tuesday: "8:00-18:00"])) == .closedInWorkingHours)
    }

    @Test func `too far for a day`() {
        // 2° are 222 km, more than four hours there and back.
        #expect(cause(customer("x", at: place(2))) == .outOfReach)
    }

    @Test func `open, but for less than the visit takes`() {
        let short = customer("x", at: place(0.1), minutes: 60, hours: [.monday: "9:00-9:30"])
        #expect(cause(short) == .noWindowLeft)
    }

    @Test func `two customers who are open in the same half hour only`() {
        let hours = [Weekday.monday: "9:00-9:30"]
        let low = customer("x", at: place(0.1), hours: hours, priority: .low)
        #expect(cause(low, with: [customer("y", at: place(0.1), hours: hours)]) == .noWindowLeft)
    }

    @Test func `a full day names the price of one visit more`() {
        // Home at 12:00 exactly leaves 240 − 2×12 minutes: 216, of which the other visit takes 200.
        let low = customer("x", at: place(0.1), minutes: 30, priority: .low)
        let other = customer("y", at: place(0.1), minutes: 200)
        #expect(
            cause(low, with: [other]) == .daysFull(cheapestDay: monday, extraDriving: .zero, overtimeMinutes: 14))
    }

    @Test func `a day with as many visits as allowed`() {
        let low = customer("x", at: place(0.1), minutes: 30, priority: .low)
        let other = customer("y", at: place(0.1), minutes: 30)
        #expect(
            cause(low, with: [other]) { $0.maxVisitsPerDay = 1 }
                == .visitLimit(cheapestDay: monday, extraDriving: .zero))
    }

    @Test func `a drive that costs more than the visit is worth`() {
        // Low priority on its first visit is worth 80 minutes; 0.5° are 55.6 km, 112 minutes there and back.
        let low = customer("x", at: place(0.5), priority: .low)
        #expect(cause(low) == .notWorthTheDrive(cheapestDay: monday, extraDriving: Seconds(6672)))
        #expect(VisitWorth.minutes(urgency: 1, priority: .low, WorthSettings()) == 80)
    }

    @Test func `waiting customers are named beside the stop they are near`() {
        let rep = rep(hours: [.monday: "8:00-12:00"])
        let customers = [
            customer("y", at: place(0.1), minutes: 200), customer("x", at: place(0.1), priority: .low),
            customer("far", at: place(0.6), priority: .low),
        ]
        let plan = planWeek(of: rep, in: book(rep, customers), planning: settings(), travel: plainTravel)
        #expect(plan.days[0].stops[0].nearby == [NearbyCustomer(customerID: RecordID("x"), detour: .zero)])
    }
}
