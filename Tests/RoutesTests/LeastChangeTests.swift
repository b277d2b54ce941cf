import Config
import Diagnostics
import Quantities
import Records
import Testing

@testable import Routes

/// One change line on a published plan, against all the ways in which it could have been met.
@Suite struct LeastChangeTests {
    struct SmallWorld {
        var rep = RoutesTests.rep(hours: [.monday: "8:00-11:00", .tuesday: "8:00-12:00", .thursday: "9:00-12:00"])
        var customers: [Customer] = []
        var activities: [Activity] = []
        var line: PlanChange

        init(seed: UInt64) {
            var random = SeededRandom(seed: seed, stream: "small")
            for index in 0..<10 {
                customers.append(
                    customer(
                        "c\(index)", at: place(0.3 * (random.unit() - 0.5), 0.3 * (random.unit() - 0.5)),
                        minutes: 35 + 5 * random.integer(in: 0..<6),
                        hours: random.integer(in: 0..<3) == 0 ? everyDay("8:30-10:30") : nil,
                        priority: Priority.allCases[random.integer(in: 0..<3)]))
                activities.append(visit("v\(index)", "c\(index)", day: asOf - random.integer(in: 25..<60)))
            }
            let start = TimeOfDay(random.integer(in: 8..<11), 30 * random.integer(in: 0..<2))
            let day = monday + [0, 1, 3][random.integer(in: 0..<3)]
            let action: PlanChange.Action =
                switch random.integer(in: 0..<4) {
                case 0: .appointment(day: day, window: TimeWindow(from: start, until: start + 75), minutes: 60)
                case 1: .lock(day: day, at: start)
                case 2: .lock(day: day, at: nil)
                default: .must(from: monday, until: day)
                }
            line = change("c\(random.integer(in: 0..<10))", action)
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `a line changes as few other stops as any way to meet it, and no other rep`(seed: UInt64) {
        let world = SmallWorld(seed: seed)
        let other = Rep(id: RecordID("other"), name: "Bo", home: place(0.2))
        var contents = SalesBookContents()
        contents.reps = [world.rep, other]
        contents.customers =
            world.customers
            + (0..<3).map {
                var customer = customer("x\($0)", at: place(0.2, Double($0) / 10))
                customer.ownerID = other.id
                return customer
            }
        contents.activities = world.activities
        let book = SalesBook(asOf: asOf, zone: .utc, currency: .euro, contents: contents)
        let planning = settings {
            $0.weeks = 1
            $0.steps = 40
        }
        let first = weeksPlan(of: world.rep, in: book, inputs(), planning)
        let firstOfOther = weeksPlan(of: other, in: book, inputs(), planning)
        let changed = inputs([world.line], published: publication(of: first, firstOfOther))
        let plan = weeksPlan(of: world.rep, in: book, changed, planning)
        #expect(weeksPlan(of: other, in: book, changed, planning).differences.isEmpty)

        let others = plan.differences.filter { !$0.staysOnDay && $0.customerID.text != world.line.customer }
        let least = leastDisplaced(by: world.line, first, in: book, world.rep, planning, changed)
        if let least {
            #expect(others.count == least)
            #expect(plan.problems.isEmpty)
        } else {
            #expect(others.isEmpty)
            #expect(plan.problems.map(\.kind) == ["plan-changes.not-held"])
        }
    }

    /// The fewest other visits that have to leave their day, by trying every day, every set of them and every order; nil
    /// when the line can't be met at all.
    func leastDisplaced(
        by line: PlanChange, _ published: RepPlan, in book: SalesBook, _ rep: Rep, _ planning: PlanningSettings,
        _ inputs: PlanInputs
    ) -> Int? {
        let scope = WeekScope(
            of: rep, from: monday, in: book, planning: planning, inputs: resolvePlanChanges(inputs, in: book).0)
        let week = WeekProblem(
            home: rep.home!, candidates: dueVisits(scope).filter { $0.blocked == nil },
            workDays: scope.calendar.workDays, planning: planning, accessMinutes: 0,
            times: GreatCircleTravel(plainTravel))
        func node(_ id: RecordID<Customer>) -> Int? {
            week.candidates.firstIndex { $0.customer.id == id }.map { $0 + 1 }
        }
        guard let wanted = node(RecordID(line.customer)) else { return nil }
        var least: Int?
        for (index, day) in published.days.enumerated() {
            let stops = day.stops.compactMap { node($0.customerID) }.filter { $0 != wanted }
            for set in 0..<(1 << stops.count) {
                let leaving = stops.indices.count { set >> $0 & 1 == 1 }
                guard leaving < least ?? Int.max else { continue }
                let rest = stops.indices.filter { set >> $0 & 1 == 0 }.map { stops[$0] }
                if orders(of: rest + [wanted]).contains(where: {
                    week.problem.isAllowed(wanted, on: index) && Timetable(order: $0, on: index, week.problem) != nil
                }) {
                    least = leaving
                }
            }
        }
        return least
    }

    func orders(of nodes: [Int]) -> [[Int]] {
        guard nodes.count > 1 else { return [nodes] }
        return nodes.indices.flatMap { index in
            var rest = nodes
            let first = rest.remove(at: index)
            return orders(of: rest).map { [first] + $0 }
        }
    }
}
