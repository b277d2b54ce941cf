import Config
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct PlanWeekTests {
    /// Works only Monday and Tuesday mornings, four hours each.
    let mornings = [Weekday.monday: "8:00-12:00", .tuesday: "8:00-12:00"]

    func plan(
        _ rep: Rep, _ customers: [Customer], _ activities: [Activity] = [], _ followUps: [FollowUp] = [],
        _ planning: PlanningSettings = settings()
    ) -> RoutePlan {
        planWeek(
            of: rep, in: book(rep, customers, activities, followUps), planning: planning, travel: plainTravel)
    }

    @Test func `two customers north and two south make two days, one for each side`() {
        // 0.3° are 33.4 km; each visit takes 75 minutes, so a morning holds two of one side and never one of each.
        let plan = plan(
            rep(hours: mornings),
            [
                customer("n1", at: place(0.3), minutes: 75), customer("n2", at: place(0.32), minutes: 75),
                customer("s1", at: place(-0.3), minutes: 75), customer("s2", at: place(-0.32), minutes: 75),
            ])
        let days = plan.days.map { Set($0.stops.map(\.customerID.text)) }
        #expect(Set(days) == [["n1", "n2"], ["s1", "s2"]])
        #expect(plan.unserved.isEmpty)
        #expect(plan.days.allSatisfy { $0.isProvenBestOrder })
        // There and back to the farther one: twice 0.32° = 35.58 km at a kilometre a minute, each leg rounded up.
        #expect(plan.days.allSatisfy { (4270...4273).contains($0.driving.count) })
    }

    @Test func `a visit begins and ends within opening hours`() {
        let hours = [Weekday.monday: "9:00-9:40"]
        let plan = plan(rep(), [customer("a", at: place(0.1), minutes: 40, hours: hours)])
        let stop = plan.days[0].stops[0]
        #expect((stop.start.text, stop.end.text) == ("09:00", "09:40"))
        // Leaves as late as the customer allows: 11.12 km are 12 minutes.
        #expect((plan.days[0].departure.text, stop.arrival.text, stop.slackMinutes) == ("08:48", "09:00", 0))
        #expect(plan.days[0].back.text == "09:52")
    }

    @Test func `a wait on the way is spent at home, but for a quarter of an hour`() {
        // "b" is there from eleven on; "a" has to come first, since the day ends with "b".
        let plan = plan(
            rep(hours: [.monday: "8:00-12:00"]),
            [
                customer("a", at: place(0.1), minutes: 60),
                customer("b", at: place(0.1), minutes: 40, hours: [.monday: "11:00-11:40"]),
            ])
        let day = plan.days[0]
        #expect(day.stops.map(\.customerID.text) == ["a", "b"])
        #expect(day.stops.map(\.start.text) == ["09:45", "11:00"])
        #expect((day.departure.text, day.stops[1].arrival.text, day.back.text) == ("09:33", "10:45", "11:52"))
        #expect(day.waitMinutes(at: day.stops[1]) == 15)
    }

    @Test func `a customer that is closed on Monday is visited on its other day`() {
        let plan = plan(
            rep(), [customer("a", at: place(0.1), hours: [.wednesday: "8:00-17:00"]), customer("b", at: place(0.1))])
        #expect(plan.days[2].stops.contains { $0.customerID.text == "a" })
    }

    @Test func `lunch lies between visits and inside its window`() {
        let all = everyDay("8:00-17:00")
        let plan = plan(
            rep(hours: [.monday: "8:00-17:00"]),
            (0..<5).map { customer("c\($0)", at: place(0.1), minutes: 90, hours: all) },
            [], [], settings { $0.lunchMinutes = 45 })
        let day = plan.days[0]
        #expect(day.stops.count == 5)
        // Visits end at 09:42, 11:12 and 12:42. Lunch at 11:12 would wait for 11:30; at 12:42 it waits for nothing.
        #expect(day.lunch?.text == "12:42–13:27")
        #expect(day.back.text == "16:39")
        #expect(day.stops.map { day.waitMinutes(at: $0) } == [0, 0, 0, 0, 0])
    }

    @Test func `an appointment keeps its time and the rest is planned around it`() {
        let plan = plan(
            rep(hours: mornings), [customer("a", at: place(0.1), cadence: nil), customer("b", at: place(0.1))],
            [visit("v", "a", day: monday + 1, at: "10:15", state: .planned)])
        let stop = plan.days[1].stops.first { $0.customerID.text == "a" }
        #expect(stop?.start.text == "10:15")
        #expect(stop?.reason.cause == .appointment)
        #expect(plan.stopCount == 2)
    }

    @Test func `a follow-up goes before a customer that is long overdue`() {
        // One morning of two hours; only one of them fits.
        let short = rep(hours: [.monday: "8:00-10:00"])
        let customers = [
            customer("late", at: place(0.2), minutes: 60, priority: .high),
            customer("promised", at: place(-0.2), cadence: nil, minutes: 60, priority: .low),
        ]
        let visits = [visit("v", "late", day: asOf - 300)]
        #expect(plan(short, customers, visits).outline == "Mon late")
        let kept = plan(short, customers, visits, [followUp("f", "promised", due: monday + 2)])
        #expect(kept.outline == "Mon promised")
        #expect(kept.days[0].stops[0].reason.cause == .followUp(RecordID("f")))
    }

    @Test func `a follow-up that was due by the last visit sends nobody there again`() {
        let customers = [customer("a", at: place(0.02), cadence: nil)]
        let done = [visit("v", "a", day: asOf - 1)]
        let settled = plan(rep(), customers, done, [followUp("f", "a", due: asOf - 1)])
        #expect(settled.stopCount == 0 && settled.unserved.isEmpty)
        let promised = plan(rep(), customers, done, [followUp("f", "a", due: asOf)])
        #expect(promised.stopCount == 1)
    }

    @Test func `of two customers for one gap the more urgent one is visited`() {
        let short = rep(hours: [.monday: "8:00-10:00"])
        let customers = [
            customer("a", at: place(0.2), minutes: 60), customer("b", at: place(-0.2), minutes: 60),
        ]
        let visits = [visit("v", "a", day: asOf - 30), visit("w", "b", day: asOf - 60)]
        #expect(plan(short, customers, visits).outline == "Mon b")
    }

    @Test func `who was visited lately is not due, and dueShare says what lately is`() {
        // On Friday 26 of 30 days have gone: 0.87 of the cadence.
        let customers = [customer("a", at: place(0.1))]
        let visits = [visit("v", "a", day: monday + 4 - 26)]
        #expect(plan(rep(), customers, visits).stopCount == 0)
        #expect(plan(rep(), customers, visits, [], settings { $0.dueShare = 0.8 }).stopCount == 1)
    }

    @Test func `customers of a far town are worth the drive together when none is alone`() {
        // 0.9° are 100 minutes each way; a visit is worth 120, four of them 480.
        let town = (0..<4).map { customer("t\($0)", at: place(0.9 + Double($0) * 0.001), minutes: 30) }
        let whole = rep(hours: [.monday: "8:00-17:00"])
        #expect(plan(whole, [town[0]]).stopCount == 0)
        #expect(plan(whole, town).stopCount == 4)
    }

    @Test func `holidays and days after leaving hold no visits`() {
        var leaver = rep()
        leaver.left = monday + 2
        let plan = plan(
            leaver, [customer("a", at: place(0.1))], [], [],
            settings { $0.holidays = [.init(day: monday, name: "Off")] })
        #expect(plan.days.map(\.day) == [monday + 1, monday + 2])
    }

    @Test func `a rep without a home has no plan and says so`() {
        let plan = plan(rep(home: nil), [customer("a", at: place(0.1)), customer("b", at: nil)])
        #expect(plan.obstacle?.contains("no home") == true)
        #expect(plan.days.isEmpty)
        #expect(plan.cause("a") == .noPlan)
        #expect(plan.cause("b") == .noPlace)
    }

    @Test func `rows in another order give the same plan`() {
        let world = RandomWorld(seed: 5)
        let reversed = book(
            world.rep, world.customers.reversed(), world.activities.reversed(), world.followUps.reversed())
        let there = planWeek(of: world.rep, in: world.book, planning: world.planning, travel: TravelSettings())
        #expect(there == planWeek(of: world.rep, in: reversed, planning: world.planning, travel: TravelSettings()))
        #expect(there.stopCount > 10)
    }
}
