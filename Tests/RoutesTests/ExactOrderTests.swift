import Config
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct ExactOrderTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `the exact order drives as little as the best of all orders`(seed: UInt64) {
        let world = RandomWorld(seed: seed, count: 40)
        let scope = scope(world)
        let due = dueVisits(scope)
        let week = WeekProblem(
            home: world.rep.home!, candidates: due,
            workDays: scope.calendar.workDays, planning: world.planning,
            accessMinutes: 3, times: GreatCircleTravel(TravelSettings()))
        var random = SeededRandom(seed: seed, stream: "order")
        let day = random.integer(in: 0..<5)
        // Any visits of the day that a plain search over all orders can put in one day.
        var chosen: [Int] = []
        var feasible: [[Int]] = []
        for node in week.problem.searchable where week.problem.isAllowed(node, on: day) && chosen.count < 6 {
            let orders = permutations(chosen + [node]).filter { Timetable(order: $0, on: day, week.problem) != nil }
            if !orders.isEmpty {
                chosen.append(node)
                feasible = orders
            }
        }
        guard chosen.count > 2, let start = feasible.randomElement(using: &random) else { return }
        func driving(_ order: [Int]) -> Int {
            zip([0] + order, order + [0]).reduce(0) { $0 + week.problem.drive($1.0, $1.1) }
        }
        let exact = exactOrder(start, on: day, week.problem)
        let found = exact.order ?? start
        #expect(exact.isProven)
        #expect(feasible.contains(found))
        #expect(driving(found) == feasible.map(driving).min())
    }

    func permutations(_ nodes: [Int]) -> [[Int]] {
        guard nodes.count > 1 else { return [nodes] }
        return nodes.indices.flatMap { index in
            var rest = nodes
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }
}
