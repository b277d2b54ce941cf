import Config
import Quantities
import Records
import Testing

@testable import Routes

/// Small random companies with change lines, days off and a published plan.
@Suite struct PlanPropertyTests {
    /// A rep with few customers and short search, so that 200 of them are quick.
    func world(_ seed: UInt64) -> RandomWorld {
        var world = RandomWorld(seed: seed, count: 16, steps: 15)
        world.planning.stepsLaterWeeks = 10
        world.planning.weeks = 3
        var random = SeededRandom(seed: seed, stream: "cadences")
        for index in world.customers.indices {
            world.customers[index].cadenceDays = [2, 3, 4, 7, 14, 30][random.integer(in: 0..<6)]
        }
        return world
    }

    func inputs(_ world: RandomWorld, _ seed: UInt64) -> PlanInputs {
        var random = SeededRandom(seed: seed, stream: "inputs")
        var inputs = PlanInputs()
        inputs.changes = (1...random.integer(in: 1..<8)).map { world.randomChange(&random, line: $0) }
        inputs.daysOff = (0..<random.integer(in: 0..<3)).map { _ in
            dayOff(monday + random.integer(in: 0..<19), rep: random.integer(in: 0..<2) == 0 ? nil : "rep")
        }
        return inputs
    }

    func plan(_ world: RandomWorld, _ inputs: PlanInputs) -> RepPlan {
        weeksPlan(of: world.rep, in: world.bookOfTwo, inputs, world.planning, travel: TravelSettings())
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `no limit, lock, closure, day off or spacing is ever broken, published or not`(seed: UInt64) {
        let world = world(seed)
        let first = plan(world, PlanInputs())
        for published in [nil, publication(of: first)] {
            var inputs = inputs(world, seed)
            inputs.published = published
            let plan = plan(world, inputs)
            let wrong = violations(
                of: plan, rep: world.rep, book: world.bookOfTwo, planning: world.planning, travel: TravelSettings(),
                inputs: usable(inputs, world))
            #expect(wrong.isEmpty)
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `rows and customers in another order give the same plan`(seed: UInt64) {
        let world = world(seed)
        var reversed = world
        reversed.customers.reverse()
        reversed.activities.reverse()
        reversed.followUps.reverse()
        let inputs = inputs(world, seed)
        #expect(plan(world, inputs) == plan(reversed, inputs))
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `every due customer is planned or listed with a reason`(seed: UInt64) {
        let world = world(seed)
        let inputs = inputs(world, seed)
        let plan = plan(world, inputs)
        let gone = usable(inputs, world).changes.filter { $0.action == .move(rep: "other") }.map(\.customer)
        var last: [String: Day] = [:]
        for activity in world.activities where activity.state == .done {
            last[activity.customerID?.text ?? ""] = Zone.utc.day(of: activity.start)
        }
        for week in plan.weeks {
            let stops = Set(week.days.flatMap { $0.stops.map(\.customerID.text) })
            let listed = Set(week.unserved.map(\.customerID.text))
            for customer in world.customers where !gone.contains(customer.id.text) {
                let id = customer.id.text
                let cadence = customer.cadenceDays ?? 0
                let since = last[id].map { week.monday + 4 - $0 } ?? 999
                // Due, and some working day far enough from the last visit.
                let isDue = Double(since) >= world.planning.dueShare * Double(cadence) && since >= cadence
                if isDue { #expect(stops.contains(id) || listed.contains(id), "\(id) in \(week.monday.iso)") }
            }
            for day in week.days {
                for stop in day.stops { last[stop.customerID.text] = day.day }
            }
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `a published plan that nothing has changed since stays to the minute`(seed: UInt64) {
        let world = world(seed)
        let first = plan(world, PlanInputs())
        let again = plan(world, RoutesTests.inputs(published: publication(of: first)))
        #expect(again.differences.isEmpty)
        #expect(again.days.map { $0.stops.map(\.start) } == first.days.map { $0.stops.map(\.start) })
        #expect(again.figures.changedVisits == 0)
    }

    /// The lines that the planner takes.
    func usable(_ inputs: PlanInputs, _ world: RandomWorld) -> PlanInputs {
        var usable = inputs
        usable.changes = resolvePlanChanges(inputs, in: world.bookOfTwo).0.changes.map(\.change)
        return usable
    }
}

extension RandomWorld {
    /// The company with a second rep, who owns nobody.
    var bookOfTwo: SalesBook {
        var contents = SalesBookContents()
        contents.reps = [rep, Rep(id: RecordID("other"), name: "Bo", home: place(0.2))]
        contents.customers = customers
        contents.activities = activities
        contents.followUps = followUps
        return SalesBook(asOf: asOf, zone: .utc, currency: .euro, contents: contents)
    }
}
