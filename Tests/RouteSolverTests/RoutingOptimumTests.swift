import Quantities
import RouteSolver
import Testing

/// Small problems, whose best cost is known from trying all.
@Suite struct RoutingOptimumTests {
    /// The search in a few runs of growing length: most find the best at once.
    static func solved(_ problem: RoutingProblem, least: Int) -> RoutingSolution {
        var best = solveRoutes(problem, seed: 1, budget: .steps(128))
        for seed in 2...10 as ClosedRange<UInt64> where best.cost > least {
            let next = solveRoutes(problem, seed: seed, budget: .steps(seed < 4 ? 512 : 4096))
            if next.cost < best.cost { best = next }
        }
        return best
    }

    static func customers(_ seed: UInt64) -> Int {
        seed % 100 == 0 ? 8 : seed % 25 == 0 ? 7 : Int(seed % 6) + 1
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `the search finds the best routes of a small problem`(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "optimum")
        let problem = RoutingDrawn(seed: seed, customers: RoutingOptimumTests.customers(seed)).problem(
            &random)
        let least = RoutingBruteForce(problem).leastCost()
        let solution = RoutingOptimumTests.solved(problem, least: least)
        let checker = RoutingChecker(problem: problem)
        #expect(checker.complaint(solution.routes) == nil)
        #expect(checker.cost(solution.routes) == solution.cost)
        #expect(solution.cost == least)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `what the nodes are called does not matter`(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "names")
        let problem = RoutingDrawn(seed: seed, customers: Int(seed % 5) + 1).problem(&random)
        var names = Array(0..<problem.nodeCount)
        for place in names.indices.dropFirst() {
            names.swapAt(place, random.integer(in: 0..<place + 1))
        }
        let renamed = problem.relabelled(names)
        let first = solveRoutes(problem, seed: 1, budget: .steps(256))
        let second = RoutingOptimumTests.solved(renamed, least: first.cost)
        let third = RoutingOptimumTests.solved(problem, least: second.cost)
        #expect(min(first.cost, third.cost) == second.cost)
        // The routes of the one are routes of the other.
        let routes = first.routes.map { $0.map { names[$0] } }
        #expect(RoutingChecker(problem: renamed).complaint(routes) == nil)
        #expect(RoutingChecker(problem: renamed).cost(routes) == first.cost)
    }
}
