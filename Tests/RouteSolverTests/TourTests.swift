import Quantities
import Testing

@testable import RouteSolver

@Suite struct TourTests {
    @Test(arguments: 0..<200)
    func `a tour holds each node once and costs what it says`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed), stream: "any")
        let problem = TourProblem.drawn(count: random.integer(in: 0..<60), kind: seed % 4, &random)
        let solution = solveTour(problem, seed: UInt64(seed), budget: .steps(30))
        #expect(solution.order.sorted() == Array(0..<problem.nodeCount))
        #expect(solution.cost == problem.cost(of: solution.order))
        #expect(solution.order.first ?? 0 == 0)
    }

    @Test(arguments: 0..<200)
    func `up to eight nodes no tour is cheaper`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed), stream: "small")
        let problem = TourProblem.drawn(count: 1 + seed % 8, kind: seed / 8 % 4, &random)
        #expect(solveTour(problem, seed: 1, budget: .steps(300)).cost == problem.leastCost)
    }

    @Test(arguments: 0..<200)
    func `the search, left alone, finds the cheapest tour through four to ten nodes`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed), stream: "alone")
        let problem = TourProblem.drawn(count: 4 + seed / 4 % 7, kind: seed % 4, &random)
        let exact = problem.cost(of: TourExact(problem).order)
        #expect(searchTour(problem, seed: 1, budget: .steps(400)).cost == exact)
    }

    @Test(arguments: 0..<20)
    func `nodes numbered otherwise make a tour as cheap`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: "numbers")
        let points = (0..<16).map { _ in (random.unit() * 1000, random.unit() * 1000) }
        let costs = try [points, points.reversed(), points.sorted { $0 < $1 }].map { points in
            let problem = try #require(TourProblem(x: points.map(\.0), y: points.map(\.1)))
            return solveTour(problem, seed: 3, budget: .steps(500)).cost
        }
        #expect(Set(costs).count == 1)
    }

    @Test(arguments: 0..<4)
    func `the same seed and steps give the same tour`(kind: Int) {
        var random = SeededRandom(seed: 5)
        let problem = TourProblem.drawn(count: 90, kind: kind, &random)
        let first = solveTour(problem, seed: 9, budget: .steps(200))
        #expect(solveTour(problem, seed: 9, budget: .steps(200)) == first)
        #expect(first.steps == 200)
    }

    @Test func `a grid with an even side is driven without one detour`() throws {
        let nodes = (0..<120).map { (Double($0 % 12) * 10, Double($0 / 12) * 10) }
        let problem = try #require(TourProblem(x: nodes.map(\.0), y: nodes.map(\.1)))
        #expect(solveTour(problem, seed: 1, budget: .steps(3000)).cost == 1200)
    }

    @Test func `a one-way ring is driven the cheap way round`() {
        let count = 40
        let costs = (0..<count * count).map { Int32((($0 % count - $0 / count) * 7 + 7 * count) % count) }
        let problem = TourProblem(nodeCount: count, costs: costs)
        #expect(!problem.isSymmetric)
        #expect(solveTour(problem, seed: 1, budget: .steps(2000)).cost == count)
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 9, 200])
    func `nodes at one place make a tour for nothing`(count: Int) throws {
        let place = Array(repeating: 4.5, count: count)
        let problem = try #require(TourProblem(x: place, y: place))
        let solution = solveTour(problem, seed: 1, budget: .steps(20))
        #expect(solution.order.sorted() == Array(0..<count))
        #expect(solution.cost == 0)
    }

    @Test func `every point twice costs no more than once`() throws {
        var random = SeededRandom(seed: 8)
        let points = (0..<10).map { _ in (random.unit() * 100, random.unit() * 100) }
        let once = try #require(TourProblem(x: points.map(\.0), y: points.map(\.1)))
        let twice = try #require(TourProblem(x: (points + points).map(\.0), y: (points + points).map(\.1)))
        let costs = [once, twice].map { solveTour($0, seed: 1, budget: .steps(2000)).cost }
        #expect(costs[0] == costs[1])
    }

    @Test func `a clock ends the search`() throws {
        var random = SeededRandom(seed: 8)
        let problem = TourProblem.drawn(count: 30, kind: 0, &random)
        #expect(solveTour(problem, seed: 1, budget: .clock { 1 }).steps == 0)
    }

    @Test func `distances round as told, and unusable places are refused`() {
        let x = [0, 1.0], y = [0, 1.0]
        #expect(TourProblem(x: x, y: y)?.cost(from: 0, to: 1) == 1)
        #expect(TourProblem(x: x, y: y, rounding: .up)?.cost(from: 0, to: 1) == 2)
        #expect(TourProblem(x: x, y: y, scale: 10, rounding: .down)?.cost(from: 0, to: 1) == 14)
        #expect(TourProblem(x: [0, 2.5], y: [0, 0])?.cost(from: 0, to: 1) == 3)
        #expect(TourProblem(x: [0, .nan], y: y) == nil)
        #expect(TourProblem(x: [0, .infinity], y: y) == nil)
        #expect(TourProblem(x: [-1e300, 1e300], y: y) == nil)
    }
}
