import Quantities
import RouteSolver
import Testing

/// The smallest, largest and emptiest problems.
@Suite struct RoutingEdgeTests {
    typealias Option = RoutingProblem.VisitOption

    /// Customers 1... on a line from the depot 0, one vehicle a day, each visited once on any day.
    static func line(_ customers: Int, days: Int = 1, gap: Int32 = 10, prize: Int = 1000)
        -> RoutingProblem
    {
        let count = customers + 1
        let vehicles = (0..<days).map { day in
            var vehicle = RoutingProblem.Vehicle()
            vehicle.day = day
            return vehicle
        }
        let costs = (0..<count * count).map { gap * abs(Int32($0 / count) - Int32($0 % count)) }
        var problem = RoutingProblem(nodeCount: count, dayCount: days, vehicles: vehicles, costs: costs)
        let options = (0..<days).map { Option(days: 1 << UInt64($0), prize: prize) }
        problem.setOptions([[]] + Array(repeating: options, count: customers))
        return problem
    }

    static func solved(_ problem: RoutingProblem, steps: Int = 200) -> RoutingSolution {
        let solution = solveRoutes(problem, seed: 7, budget: .steps(steps))
        let checker = RoutingChecker(problem: problem)
        #expect(checker.complaint(solution.routes) == nil)
        #expect(checker.cost(solution.routes) == solution.cost)
        return solution
    }

    @Test func `without vehicles there are no routes`() {
        var problem = RoutingEdgeTests.line(3)
        problem.vehicles = []
        let solution = RoutingEdgeTests.solved(problem)
        #expect(solution.routes.isEmpty && solution.cost == 0)
    }

    @Test func `without customers the vehicles stay`() {
        let solution = RoutingEdgeTests.solved(RoutingEdgeTests.line(0))
        #expect(solution.routes == [[]] && solution.cost == 0)
    }

    @Test func `a customer without a window stays out and the others are served`() {
        // The last one, so that its windows would be those behind all.
        for days in 1...2 {
            var problem = RoutingEdgeTests.line(4, days: days)
            problem.windowOffset = problem.windowOffset.map { min($0, Int32(4 * days)) }
            problem.earliest.removeLast(days)
            problem.latest.removeLast(days)
            let solution = RoutingEdgeTests.solved(problem)
            #expect(solution.routes.joined().sorted() == [1, 2, 3])
            #expect(solution.cost == 60 - 3000)
        }
    }

    @Test func `nobody can be visited`() {
        var problem = RoutingEdgeTests.line(4)
        problem.vehicles[0].maxVisits = 0
        #expect(RoutingEdgeTests.solved(problem).routes == [[]])
        problem.vehicles[0].maxVisits = .max
        problem.vehicles[0].until = 15
        #expect(RoutingEdgeTests.solved(problem).routes == [[]])
    }

    @Test func `a window is kept where the working day has no end`() {
        var problem = RoutingEdgeTests.line(2)
        // Two windows, over before one can be there, and a break that nobody is in time for.
        problem.windowOffset = [0, 1, 3, 4]
        problem.earliest = [0, 0, 3, 0]
        problem.latest = [1000, 1, 5, .max / 4]
        #expect(RoutingEdgeTests.solved(problem).routes == [[2]])
        problem.vehicles[0].from = 100
        problem.vehicles[0].breakLength = 10
        problem.vehicles[0].breakUntil = 50
        #expect(RoutingEdgeTests.solved(problem).routes == [[]])
    }

    @Test func `all at one point cost nothing`() {
        let solution = RoutingEdgeTests.solved(RoutingEdgeTests.line(12, gap: 0))
        #expect(solution.routes[0].count == 12 && solution.cost == -12_000)
    }

    @Test func `nobody drives for nothing`() {
        for steps in [0, 1, 200] {
            let solution = RoutingEdgeTests.solved(RoutingEdgeTests.line(8, prize: 0), steps: steps)
            #expect(solution.cost == 0)
        }
    }

    @Test func `no steps and no start are no routes worse than to stay`() {
        #expect(solveRoutes(RoutingEdgeTests.line(5), seed: 1, budget: .steps(0)).steps == 0)
    }

    @Test func `a high price of uneven days spreads the visits`() {
        var problem = RoutingEdgeTests.line(8, days: 4, prize: 1 << 46)
        problem.evenness = 1_000_000_000
        let solution = RoutingEdgeTests.solved(problem, steps: 1000)
        #expect(solution.routes.map(\.count) == [2, 2, 2, 2])
    }

    @Test func `sixty-four days are planned, the last as well as the first`() {
        var problem = RoutingEdgeTests.line(6, days: 64)
        problem.setOptions(
            [[]]
                + (1...6).map { node in
                    let days: UInt64 = node <= 3 ? .max : 1 | 1 << 63
                    return [Option(days: days, prize: 100_000)]
                })
        let solution = RoutingEdgeTests.solved(problem, steps: 64)
        #expect(
            solution.routes[0].sorted() == Array(1...6) && solution.routes[63].sorted() == Array(1...6))
        #expect(solution.routes[1...62].allSatisfy { $0.sorted() == [1, 2, 3] })
        #expect(solution.cost == 2 * 120 + 62 * 60 - 600_000)
    }

    @Test func `legs of a thousand million and the highest prizes are summed right`() {
        var problem = RoutingEdgeTests.line(5, prize: 1 << 46)
        problem.costs = problem.costs.map { $0 == 0 ? 0 : 1_000_000_000 }
        problem.times = problem.costs
        let solution = RoutingEdgeTests.solved(problem)
        #expect(solution.cost == 6_000_000_000 - 5 << 46)
        // With a limit on the duration, and with full loads.
        problem.vehicles[0].maxDuration = .max - 1
        #expect(RoutingEdgeTests.solved(problem).routes[0].count == 1)
        problem.vehicles[0].maxDuration = .max
        problem.vehicles[0].capacity = .max - 1
        problem.load = Array(repeating: 1_000_000_000, count: 6)
        #expect(RoutingEdgeTests.solved(problem).routes[0].count == 2)
    }

    @Test func `where a detour is the quicker way no rule is broken`() {
        // 2 is in time only by way of 1.
        var problem = RoutingEdgeTests.line(2, prize: 1 << 40)
        problem.times = [0, 10, 500, 10, 0, 10, 10, 10, 0]
        problem.costs = problem.times
        problem.vehicles[0].until = 100
        #expect(RoutingEdgeTests.solved(problem).routes.joined().contains(1))
        for steps in [0, 64] {
            let kept = solveRoutes(problem, seed: 1, budget: .steps(steps), from: [[1, 2]])
            #expect(kept.routes == [[1, 2]])
            #expect(kept.cost == 30 - 2 << 40)
        }
    }
}
