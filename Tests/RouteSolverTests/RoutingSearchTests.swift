import Quantities
import RouteSolver
import Testing

/// What holds of each search, on problems too large to try all.
@Suite struct RoutingSearchTests {
    static func tuning(_ seed: UInt64) -> SearchTuning {
        var tuning = SearchTuning()
        guard seed % 2 == 0 else { return tuning }
        // As in large problems: places are looked at near neighbours only.
        tuning.fullScanBelow = 0
        tuning.granularWidth = 4
        tuning.ruinWidth = 8
        return tuning
    }

    static func drawn(_ seed: UInt64, stream: String) -> (
        problem: RoutingProblem, random: SeededRandom
    ) {
        var random = SeededRandom(seed: seed, stream: stream)
        var drawn = RoutingDrawn(seed: seed, customers: random.integer(in: 5..<18))
        drawn.isMetric = seed % 3 != 0
        // The kinds in another order than the tuning and the distances.
        drawn.kind = RoutingDrawn.Kind.allCases[random.integer(in: 0..<3)]
        let problem = drawn.problem(&random)
        return (problem, random)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `the checker accepts what the search returns and counts its cost`(seed: UInt64) {
        let (problem, _) = RoutingSearchTests.drawn(seed, stream: "checked")
        let tuning = RoutingSearchTests.tuning(seed)
        let solution = solveRoutes(problem, seed: seed, budget: .steps(64), tuning: tuning)
        let checker = RoutingChecker(problem: problem)
        #expect(checker.complaint(solution.routes) == nil)
        #expect(checker.cost(solution.routes) == solution.cost)
        #expect(solution.cost <= 0)
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func `the same seed and steps give the same routes`(seed: UInt64) {
        let (problem, _) = RoutingSearchTests.drawn(seed, stream: "repeated")
        let tuning = RoutingSearchTests.tuning(seed)
        let first = solveRoutes(problem, seed: seed, budget: .steps(64), tuning: tuning)
        #expect(solveRoutes(problem, seed: seed, budget: .steps(64), tuning: tuning) == first)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `routes to start from are kept or improved`(seed: UInt64) {
        let (problem, _) = RoutingSearchTests.drawn(seed, stream: "start")
        let start = solveRoutes(problem, seed: seed, budget: .steps(1))
        let kept = solveRoutes(problem, seed: seed + 1, budget: .steps(0), from: start.routes)
        #expect(kept == RoutingSolution(routes: start.routes, cost: start.cost))
        let improved = solveRoutes(problem, seed: seed + 1, budget: .steps(64), from: start.routes)
        #expect(improved.cost <= start.cost)
        let checker = RoutingChecker(problem: problem)
        #expect(checker.complaint(improved.routes) == nil)
        #expect(checker.cost(improved.routes) == improved.cost)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `a start that breaks rules is cleaned`(seed: UInt64) {
        var (problem, random) = RoutingSearchTests.drawn(seed, stream: "broken")
        // Visits at random: late, twice, at depots and on days without an option, of vehicles that aren't there.
        let start = (0..<problem.vehicles.count + random.integer(in: 0..<3) - 1).map { _ in
            (0..<random.integer(in: 0..<12)).map { _ in random.integer(in: -1..<problem.nodeCount + 1) }
        }
        problem.evenness = 0
        let checker = RoutingChecker(problem: problem)
        for steps in [0, 64] {
            let solution = solveRoutes(problem, seed: seed, budget: .steps(steps), from: start)
            #expect(checker.complaint(solution.routes) == nil)
            #expect(checker.cost(solution.routes) == solution.cost)
        }
    }
}
