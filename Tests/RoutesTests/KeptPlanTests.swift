import Config
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct KeptPlanTests {
    /// Three short days with a customer of an hour each: nothing else fits.
    let full = [Weekday.monday: "8:00-9:30", .tuesday: "8:00-9:30", .wednesday: "8:00-9:30"]
    let company = ["a", "b", "c"].enumerated().map { index, name in
        customer(name, at: place(0.05), minutes: 60, priority: [.high, .medium, .low][index])
    }

    func replan(
        _ customers: [Customer], then changed: [Customer]? = nil, hours: [Weekday: String]? = nil,
        _ changes: [PlanChange] = [], daysOff: [DayOff] = [], visits: [Activity] = [],
        _ change: (inout PlanningSettings) -> Void = { $0.weeks = 1 }
    ) -> (first: RepPlan, second: RepPlan) {
        let rep = rep(hours: hours ?? full)
        let first = weeksPlan(of: rep, in: book(rep, customers), inputs(), settings(change))
        let second = weeksPlan(
            of: rep, in: book(rep, changed ?? customers, visits),
            inputs(changes, daysOff: daysOff, published: publication(of: first)), settings(change))
        return (first, second)
    }

    func day(of customer: String, _ plan: RepPlan) -> Day? {
        plan.days.first { $0.stops.contains { $0.customerID.text == customer } }?.day
    }

    @Test func `a last-minute appointment takes the room of the least worth on its day and leaves the rest`() throws {
        let (first, second) = replan(
            company + [customer("new", at: place(0.05), cadence: nil)],
            [change("new", .appointment(day: monday + 1, window: window("8:10-9:10"), minutes: 60))])
        let out = try #require(first.days[1].stops.first?.customerID)
        #expect(second.days[1].stops.map(\.customerID.text) == ["new"])
        #expect(second.differences.count == 2)
        #expect(second.differences.first { $0.customerID.text == "new" }?.reason == .appointment)
        let displaced = second.differences.first { $0.customerID == out }
        #expect(displaced?.reason == .displaced(by: RecordID("new")))
        #expect(displaced?.after == nil)
        for other in [0, 2] { #expect(second.days[other].stops.map(\.start) == first.days[other].stops.map(\.start)) }
        #expect(second.weeks[0].isPublished)
        #expect(second.days[0].stops.map(\.isPublished) == [true])
    }

    /// A day of nine promised visits, published east and west in turn, which nobody would plan so.
    func replanZigzag(_ line: PlanChange) -> RepPlan {
        let rep = rep(hours: [.monday: "8:00-17:00"])
        let names = (0..<9).map { "c\($0)" }
        let customers = names.enumerated().map { index, name in
            customer(name, at: place(0.05, index.isMultiple(of: 2) ? 0.05 : -0.05), minutes: 20)
        }
        let visits = names.enumerated().map { index, name in
            PublishedPlan.Visit(
                day: monday, start: TimeOfDay(minutes: 490 + 35 * index), minutes: 20, rep: "rep", customer: name)
        }
        return weeksPlan(
            of: rep, in: book(rep, customers, [], names.map { followUp("f-\($0)", $0, due: monday) }),
            inputs([line], published: PublishedPlan(visits: visits)), settings { $0.weeks = 1 })
    }

    @Test func `a new time for one promised visit leaves the others in their order`() {
        let plan = replanZigzag(change("c7", .lock(day: monday, at: TimeOfDay(9, 0))))
        let order = plan.days[0].stops.map(\.customerID.text)
        #expect(order.filter { $0 != "c7" } == ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c8"])
        #expect(plan.days[0].stops.first { $0.customerID.text == "c7" }?.start.text == "09:00")
        #expect(plan.problems.isEmpty)
    }

    @Test func `whoever made room is tried on the other days`() throws {
        var hours = full
        hours[.thursday] = "8:00-12:00"
        let (first, second) = replan(
            company + [customer("new", at: place(0.05), cadence: nil)], hours: hours,
            [change("new", .appointment(day: monday + 1, window: window("8:10-9:10"), minutes: 60))])
        guard let out = first.days[1].stops.first?.customerID else { return }
        #expect(second.differences.first { $0.customerID == out }?.after?.day == monday + 3)
    }

    @Test func `a new customer does not come into published days without need`() {
        let late = company + [customer("new", at: place(0.05), minutes: 5, priority: .high)]
        let (_, second) = replan(company, then: late, hours: everyDay("8:00-12:00"))
        #expect(second.differences.isEmpty)
        guard case .weekPublished(_, let extra) = second.weeks[0].cause("new") else {
            Issue.record("not told that the week is published")
            return
        }
        // It lies on the way of a published day.
        #expect(extra == .zero)
    }

    @Test func `the room of a visit that fell away for good goes to somebody who waits`() {
        var gone = company + [customer("d", at: place(0.05), minutes: 60, priority: .low)]
        let everybody = gone
        guard let served = replan(everybody).first.days.first?.stops.first?.customerID,
            let index = gone.firstIndex(where: { $0.id == served })
        else { return }
        gone[index].isActive = false
        let (first, second) = replan(everybody, then: gone)
        let waiting = first.weeks[0].unserved.map(\.customerID)
        #expect(waiting.count == 1)
        #expect(second.differences.map(\.reason).contains(.inactive))
        #expect(second.differences.first { $0.reason == .refilled }?.customerID == waiting.first)
        #expect(second.differences.count == 2)
    }

    @Test func `each thing that forces a change is named`() {
        let hours = everyDay("8:00-12:00")
        func reason(_ changes: [PlanChange] = [], daysOff: [DayOff] = [], visits: [Activity] = []) -> [PlanDifference
            .Reason]
        {
            replan([company[0]], hours: hours, changes, daysOff: daysOff, visits: visits).second.differences.map(
                \.reason)
        }
        let (first, _) = replan([company[0]], hours: hours)
        let planned = day(of: "a", first) ?? monday
        #expect(reason() == [])
        #expect(reason([change("a", .skip(until: monday + 7))]) == [.skip(until: monday + 7)])
        #expect(reason([change("a", .closed(from: monday, until: monday + 6))]) == [.closed])
        #expect(reason([change("a", .lock(day: monday + (planned == monday ? 3 : 0), at: nil))]) == [.lock])
        #expect(reason(daysOff: [dayOff(planned, named: "Fair")]) == [.dayOff("Fair")])
        #expect(reason(visits: [visit("v", "a", day: asOf)]) == [.visitedAlready(on: asOf)])
    }

    @Test func `published days are planned anew where the setting says so`() {
        let late = company + [customer("new", at: place(0.05), minutes: 5, priority: .high)]
        let (_, second) = replan(company, then: late, hours: everyDay("8:00-12:00")) {
            $0.weeks = 1
            $0.freezePublished = false
        }
        #expect(day(of: "new", second) != nil)
        #expect(second.differences.contains { $0.customerID.text == "new" && $0.reason == .replanned })
    }

    @Test func `a published visit that fell away is made up for in a published later week where there is room`() {
        let rep = rep(hours: full)
        let two = company + [customer("d", at: place(0.05), minutes: 60), customer("e", at: place(0.05), minutes: 60)]
        let planning = settings { $0.weeks = 2 }
        let first = weeksPlan(of: rep, in: book(rep, two), inputs(), planning)
        #expect(first.weeks.map(\.stopCount) == [3, 2])
        let plan = weeksPlan(
            of: rep, in: book(rep, two), inputs(daysOff: [dayOff(monday)], published: publication(of: first)), planning)
        let lost = first.days[0].stops[0].customerID
        #expect(plan.differences.map(\.customerID) == [lost, lost])
        #expect(plan.differences.map(\.reason) == [.dayOff("Off"), .carriedOver(from: monday)])
    }

    @Test func `a rep who has left says what falls away`() {
        let rep = rep(hours: full)
        let first = weeksPlan(of: rep, in: book(rep, company))
        var left = rep
        left.left = asOf - 1
        let later = book(left, company)
        let all = inputs(published: publication(of: first))
        #expect(repsToPlan(in: later, inputs: resolvePlanChanges(all, in: later).0).map(\.id) == [rep.id])
        let plan = weeksPlan(of: left, in: later, all)
        #expect(plan.differences.count == first.figures.visits)
        #expect(plan.differences.allSatisfy { $0.after == nil })
    }
}
