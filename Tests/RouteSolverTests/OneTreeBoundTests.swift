import Quantities
import Testing

@testable import RouteSolver

@Suite struct OneTreeBoundTests {
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `no tour is cheaper than the bound, and on the plane it is close`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = random.integer(in: 2..<11)
        let isPlane = seed % 2 == 0
        let points = (0..<count).map { _ in (random.unit() * 1000, random.unit() * 1000) }
        var costs = [Int32](repeating: 0, count: count * count)
        for from in 0..<count {
            for to in 0..<count where from != to {
                let (east, north) = (points[from].0 - points[to].0, points[from].1 - points[to].1)
                costs[from * count + to] =
                    isPlane
                    ? Int32((east * east + north * north).squareRoot().rounded())
                    : Int32(random.integer(in: 0..<1000))
            }
        }
        let best = solveTour(TourProblem(nodeCount: count, costs: costs), seed: 1, budget: .steps(10)).cost
        let bound = tourLowerBound(costs: costs, nodeCount: count)
        #expect(bound <= best)
        if isPlane { #expect(Double(bound) >= 0.9 * Double(best)) }
    }

    @Test func `a ring is bounded by itself`() {
        let count = 8
        let costs = (0..<count * count).map { index -> Int32 in
            let apart = abs(index / count - index % count)
            return Int32(min(apart, count - apart) * 10)
        }
        #expect(tourLowerBound(costs: costs, nodeCount: count) == 80)
    }
}
