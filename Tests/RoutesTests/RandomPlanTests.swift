import Config
import Quantities
import Testing

@testable import Routes

@Suite struct RandomPlanTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `no limit is ever broken and every due customer is planned or explained`(seed: UInt64) {
        let world = RandomWorld(seed: seed)
        check(world)
    }

    @Test(arguments: 0..<RandomWorld.oddities)
    func `odd companies are planned without breaking a limit`(kind: Int) {
        for seed in 1...3 as ClosedRange<UInt64> {
            var world = RandomWorld(seed: seed, count: 25, steps: 200)
            world.makeOdd(kind)
            check(world)
        }
    }

    func check(_ world: RandomWorld) {
        let travel = TravelSettings()
        let plan = planWeek(of: world.rep, in: world.book, planning: world.planning, travel: travel)
        #expect(violations(plan, rep: world.rep, book: world.book, planning: world.planning, travel: travel).isEmpty)
        let due = dueVisits(scope(world))
        #expect(plan.stopCount + plan.unserved.count == due.count)
    }
}
