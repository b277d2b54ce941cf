import Quantities

@testable import RouteSolver

extension TourProblem {
    /// A random problem: 0 spread points, 1 points of a small grid, many of them twice, 2 a symmetric matrix, 3 one whose
    /// costs differ by direction.
    static func drawn(count: Int, kind: Int, _ random: inout SeededRandom) -> TourProblem {
        if kind < 2 {
            let side = kind == 0 ? 1000.0 : 5
            let x = (0..<count).map { _ in (random.unit() * side).rounded() }
            let y = (0..<count).map { _ in (random.unit() * side).rounded() }
            if let problem = TourProblem(x: x, y: y, scale: 3) { return problem }
        }
        var costs = (0..<count * count).map { _ in Int32(random.integer(in: 0..<100)) }
        if kind == 2 {
            for i in 0..<count { for j in 0..<i { costs[i * count + j] = costs[j * count + i] } }
        }
        return TourProblem(nodeCount: count, costs: costs)
    }

    /// By trying every order.
    var leastCost: Int {
        var best = Int.max
        func extend(_ last: Int, _ left: Set<Int>, _ sum: Int) {
            if left.isEmpty { best = min(best, nodeCount > 1 ? sum + cost(from: last, to: 0) : 0) }
            for node in left { extend(node, left.subtracting([node]), sum + cost(from: last, to: node)) }
        }
        extend(0, Set(1..<nodeCount), 0)
        return best
    }
}
