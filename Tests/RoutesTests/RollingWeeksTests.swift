import Config
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct RollingWeeksTests {
    func days(of id: String, _ plan: RepPlan) -> [Day] {
        plan.days.filter { $0.stops.contains { $0.customerID.text == id } }.map(\.day)
    }

    func plan(
        _ customers: [Customer], _ activities: [Activity] = [], weeks: Int,
        _ change: (inout PlanningSettings) -> Void = { _ in }
    ) -> RepPlan {
        weeksPlan(
            of: rep(), in: book(rep(), customers, activities), inputs(),
            settings {
                $0.weeks = weeks
                change(&$0)
            })
    }

    @Test func `every two weeks comes again two weeks later`() {
        let plan = plan([customer("a", at: place(0.1), cadence: 14)], [visit("v", "a", day: monday - 12)], weeks: 6)
        let gaps = zip(days(of: "a", plan), days(of: "a", plan).dropFirst()).map { $1 - $0 }
        #expect(days(of: "a", plan).count == 3)
        #expect(gaps.allSatisfy { (10...18).contains($0) })
        let second = plan.weeks.flatMap(\.days).flatMap(\.stops).dropFirst().first
        #expect(second?.reason.isLastVisitPlanned == true)
        #expect(plan.weeks.map(\.monday) == (0..<6).map { monday + 7 * $0 })
    }

    @Test func `a cadence of three days brings two spaced visits a week with numbers of their own`() {
        let plan = plan([customer("a", at: place(0.1), cadence: 3)], [visit("v", "a", day: asOf - 1)], weeks: 2)
        let visits = days(of: "a", plan)
        #expect(visits.count == 4)
        #expect(zip(visits, visits.dropFirst()).allSatisfy { 2 * ($1 - $0) >= 3 })
        #expect(plan.weeks[0].days.flatMap(\.stops).map(\.visitNumber) == [1, 2])
        let text = icsCalendar(
            of: plan.weeks, in: book(rep(), [customer("a", at: place(0.1))]), words: RouteWords(title: "R"),
            reminderMinutes: 20)
        let lines = text.split(separator: "\r\n")
        let uids = lines.filter { $0.hasPrefix("UID") }
        #expect(uids.prefix(2) == ["UID:2026-W48-a@fieldbook.invalid", "UID:2026-W48-a-2@fieldbook.invalid"])
        #expect(Set(uids).count == 4)
        #expect(lines.count { $0 == "TRIGGER:-PT20M" } == 4)
    }

    @Test func `no cadence visit comes shortly before an agreed one`() {
        let plan = plan(
            [customer("a", at: place(0.1), cadence: 28)],
            [visit("v", "a", day: asOf - 30), visit("p", "a", day: monday + 9, state: .planned)], weeks: 2)
        #expect(days(of: "a", plan) == [monday + 9])
        #expect(plan.weeks[0].unserved.map(\.cause) == [.visitAgreed(on: monday + 9)])
        #expect(plan.weeks[0].unserved.map(\.plannedLater) == [monday + 9])
    }

    @Test func `a follow-up that falls due next week is seen to by this week's visit`() {
        let world = book(
            rep(), [customer("a", at: place(0.1), cadence: 28)], [visit("v", "a", day: asOf - 30)],
            [followUp("f", "a", due: monday + 8)])
        #expect(days(of: "a", weeksPlan(of: rep(), in: world)).count == 1)
    }

    @Test func `cadence and length come from priority and segment where the customer has none, and the stop says so`() {
        var plain = customer("a", at: place(0.1), cadence: nil, priority: .high)
        plain.industry = "Retail"
        let plan = plan([plain], [visit("v", "a", day: asOf - 15)], weeks: 1) {
            $0.cadenceByPriority = [.high: 14]
            $0.visitMinutesBySegment = ["Retail": 25]
        }
        let stop = plan.days.flatMap(\.stops).first
        #expect(stop?.reason.cadenceDays == 14)
        #expect(stop?.reason.cadenceSource == .priority(.high))
        #expect(stop?.reason.minutesSource == .segment("Retail"))
        #expect(stop.map { $0.end - $0.start } == 25)
    }

    @Test func `the log teaches a length from five visits of a customer or twenty of a segment`() {
        var customers = ["a", "b", "c"].map { customer($0, at: place(0.1)) }
        for index in 0..<2 { customers[index].industry = "Retail" }
        func visits(_ customer: String, _ lengths: [Int]) -> [Activity] {
            lengths.enumerated().map { index, minutes in
                var visit = visit("\(customer)\(index)", customer, day: asOf - 40 - index)
                visit.minutes = minutes
                return visit
            }
        }
        let log = visits("a", [10, 43, 42, 41, 200]) + visits("c", [50, 50, 50, 50])
        func learnt(_ more: [Activity] = []) -> LearntVisitMinutes {
            LearntVisitMinutes(book(rep(), customers, log + more))
        }
        let planning = settings()
        #expect(learnt().minutes(for: customers[0], planning: planning) == (40, .learntFromCustomer(visits: 5)))
        #expect(learnt().minutes(for: customers[1], planning: planning) == (30, .standard))
        #expect(learnt().minutes(for: customers[2], planning: planning) == (30, .standard))
        let many = learnt(visits("x", []) + visits("b", [60, 60, 60, 60]) + (0..<11).flatMap { _ in [Activity]() })
        #expect(many.minutes(for: customers[1], planning: planning) == (30, .standard))
        let twenty = (0..<15).map { index in
            var visit = visit("e\(index)", "a", day: asOf - 100 - index)
            visit.minutes = 18
            return visit
        }
        #expect(
            learnt(twenty).minutes(for: customers[1], planning: planning) == (
                20, .learntFromSegment("Retail", visits: 20)
            ))
        var own = customers[0]
        own.visitMinutes = 35
        #expect(learnt().minutes(for: own, planning: planning) == (35, .customer))
        var deaf = planning
        deaf.learnVisitMinutes = false
        #expect(learnt().minutes(for: customers[0], planning: deaf) == (30, .standard))
    }

    @Test func `worth is the same on time, and falls with each day too early or too late`() {
        var visit = Candidate(customer: customer("a", at: nil), monday: monday, days: [])
        visit.cadenceDays = 10
        func worth(last: Day) -> [Int] {
            visit.settle(lastVisit: last, WorthSettings())
            return (0..<5).map { visit.worth(on: monday + $0) }
        }
        // On time from the eighth to the twelfth day.
        #expect(worth(last: monday - 8) == [144, 144, 144, 144, 144])
        #expect(worth(last: monday - 5) == [72, 84, 96, 108, 108])
        #expect(worth(last: monday - 20) == [288, 276, 264, 252, 240])
    }
}
