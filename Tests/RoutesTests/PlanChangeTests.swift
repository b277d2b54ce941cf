import Config
import Diagnostics
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct PlanChangesInPlanTests {
    let company = [
        customer("t:C-1", at: place(0.1)), customer("t:C-2", at: place(0.12)), customer("t:C-3", at: place(-0.1)),
    ]

    func plan(_ changes: PlanChange..., daysOff: [DayOff] = [], visits: [Activity] = []) -> RepPlan {
        weeksPlan(of: rep(), in: book(rep(), company, visits), inputs(changes, daysOff: daysOff))
    }

    func day(of customer: String, _ plan: RepPlan) -> Day? {
        plan.days.first { $0.stops.contains { $0.customerID.text == customer } }?.day
    }

    @Test func `a lock keeps day and time, and says that the line is the reason`() throws {
        let plan = plan(change("C-1", .lock(day: monday + 3, at: TimeOfDay(10, 30))))
        let stop = try #require(plan.weeks[0].days[3].stops.first { $0.customerID.text == "t:C-1" })
        #expect(stop.start.text == "10:30")
        #expect(stop.reason.changes.count == 1)
        #expect(plan.changes.map(\.outcome) == [.planned(monday + 3, TimeOfDay(10, 30))])
    }

    @Test func `a lock on a day off is reported with place and reason`() {
        let plan = plan(
            change("C-1", .lock(day: monday + 3, at: nil), line: 7),
            daysOff: [dayOff(monday + 3, named: "Company outing")])
        #expect(plan.problems.map(\.kind) == ["plan-changes.not-held"])
        #expect(plan.problems.first?.place?.line == 7)
        #expect(plan.problems.first?.message.contains("2026-11-26 is no working day") == true)
        #expect(plan.weeks[0].daysOff == [DayOffName(day: monday + 3, name: "Company outing", isForEveryone: true)])
        #expect(plan.weeks[0].unserved.first?.cause == .notWorking(from: monday + 3, until: monday + 3))
    }

    @Test func `a lock never opens a closed door`() {
        var shut = company
        shut[0].openingHours = OpeningHours([.thursday: [window("14:00-17:00")]])
        let plan = weeksPlan(
            of: rep(), in: book(rep(), shut), inputs([change("C-1", .lock(day: monday + 3, at: TimeOfDay(10, 30)))]),
            settings { $0.weeks = 1 })
        #expect(day(of: "t:C-1", plan) == nil)
        #expect(plan.changes.map(\.outcome) == [.notHeld(.closedInWorkingHours)])
    }

    @Test func `skipped and closed days hold no visit, and a skip over the week says so`() {
        let part = plan(
            change("C-1", .skip(until: monday + 4)), change("C-2", .closed(from: monday, until: monday + 2)))
        #expect(day(of: "t:C-1", part).map { $0 >= monday + 4 } == true)
        #expect(day(of: "t:C-2", part).map { $0 >= monday + 3 } == true)
        let whole = plan(change("C-1", .skip(until: monday + 8)))
        #expect(whole.weeks[0].unserved.first?.cause == .skipped(until: monday + 8))
        #expect(whole.weeks[0].unserved.first?.plannedLater.map { $0 >= monday + 8 } == true)
    }

    @Test func `a must-visit is planned although it is not due, once`() {
        let visited = company.map { visit("v\($0.id.text)", $0.id.text, day: asOf - 3) }
        let plan = plan(change("C-1", .must(from: nil, until: monday + 9)), visits: visited)
        #expect(plan.days.flatMap(\.stops).map(\.customerID.text) == ["t:C-1"])
        #expect(plan.days.flatMap(\.stops).map(\.reason.cause) == [.requested])
    }

    @Test func `an appointment lies in its window with its own length`() throws {
        let action = PlanChange.Action.appointment(day: monday + 1, window: window("13:00-14:30"), minutes: 80)
        let plan = plan(change("C-1", action))
        let stop = try #require(plan.weeks[0].days[1].stops.first { $0.customerID.text == "t:C-1" })
        #expect(stop.start.text == "13:00" && stop.end.text == "14:20")
        #expect(stop.reason.minutesSource == .appointment && stop.reason.cause == .appointment)
    }

    @Test func `a moved customer is planned by the other rep and no more by its owner`() {
        let bo = Rep(id: RecordID("t:bo"), name: "Bo Lind", home: place(0.2))
        var contents = SalesBookContents()
        contents.reps = [rep(), bo]
        contents.customers = company
        let book = SalesBook(asOf: asOf, zone: .utc, currency: .euro, contents: contents)
        let all = inputs([change("C-1", .move(rep: "Bo Lind"))])
        #expect(weeksPlan(of: bo, in: book, all).days.flatMap(\.stops).map(\.customerID.text) == ["t:C-1"])
        #expect(day(of: "t:C-1", weeksPlan(of: rep(), in: book, all)) == nil)
        // The published visit goes with it, and both say so.
        let first = weeksPlan(of: rep(), in: book)
        let second = weeksPlan(of: bo, in: book)
        let changed = inputs(all.changes, published: publication(of: first, second))
        let left = weeksPlan(of: rep(), in: book, changed).differences.filter { $0.customerID.text == "t:C-1" }
        #expect(left.map(\.reason) == [.moved(to: bo.id)])
    }

    @Test func `lines that can't be used are problems with place and hint`() {
        var gone = company
        gone[2].isActive = false
        gone[1].name = "Berghof"
        gone.append(customer("t:C-4", at: place(0.1)))
        gone[3].name = "Berghof"
        let lines = [
            change("C-9", .skip(until: monday + 8), line: 1), change("Berghof", .skip(until: monday + 8), line: 2),
            change("C-3", .skip(until: monday + 8), line: 3), change("C-1", .lock(day: monday - 3, at: nil), line: 4),
            change("C-1", .move(rep: "Ana Lina"), line: 5),
        ]
        let problems = resolvePlanChanges(inputs(lines), in: book(rep(), gone)).1
        #expect(problems.map(\.place?.line) == [1, 2, 3, 4, 5])
        #expect(
            problems.map(\.kind) == [
                "plan-changes.unknown-customer", "plan-changes.ambiguous-customer", "plan-changes.inactive-customer",
                "plan-changes.past", "plan-changes.unknown-rep",
            ])
        #expect(problems[0].hint == "did you mean 'C-1'?")
        #expect(problems[1].hint == "use an id: t:C-2, t:C-4")
        #expect(problems[4].hint == "did you mean 'Ana Lima'?")
    }

    @Test func `a line by id and one by name that exclude each other are a contradiction`() {
        var named = company
        named[0].name = "Berghof"
        let lines = [
            change("C-1", .lock(day: monday + 1, at: nil), line: 1),
            change("Berghof", .closed(from: monday, until: monday + 2), line: 2),
        ]
        let (resolved, problems) = resolvePlanChanges(inputs(lines), in: book(rep(), named))
        #expect(problems.map(\.kind) == ["plan-changes.contradiction"])
        #expect(resolved.changes.map(\.change.place.line) == [2])
    }

    @Test func `days off of others are no days off`() {
        let bo = dayOff(monday, rep: "rep", named: "Holiday")
        #expect(
            plan(daysOff: [bo]).weeks[0].daysOff == [DayOffName(day: monday, name: "Holiday", isForEveryone: false)])
        let problems = resolvePlanChanges(inputs(daysOff: [dayOff(monday, rep: "Anna Lima")]), in: book(rep(), [])).1
        #expect(problems.map(\.kind) == ["days-off.unknown-rep"])
        #expect(problems.first?.hint == "did you mean 'Ana Lima'?")
    }
}
