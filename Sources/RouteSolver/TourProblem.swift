/// A travelling salesman's problem: one closed tour through all nodes 0..<nodeCount at the least cost.
package struct TourProblem: Sendable {
    /// What becomes of a Euclidean distance that is no whole number; `nearest` rounds halves up, as TSPLIB does.
    package enum Rounding: Sendable, Hashable { case nearest, up, down }

    enum Source: Sendable {
        case plane(x: [Double], y: [Double], scale: Double, rounding: Rounding)
        case matrix([Int32])
    }

    /// No cost in the plane is larger, so that sums of a few stay far from overflow.
    package static let greatestCost = 1 << 29

    package let nodeCount: Int
    /// Whether the way back costs the same for each pair; only such tours may be driven either way round.
    package let isSymmetric: Bool
    let source: Source

    /// Nodes in the plane. A cost is the Euclidean distance times `scale`, rounded: scale 1 and `nearest` is TSPLIB's
    /// EUC_2D, `up` its CEIL_2D; a large scale stands for costs that are not rounded.
    ///
    /// Nil where a number is not finite or a cost could be above `greatestCost`.
    package init?(x: [Double], y: [Double], scale: Double = 1, rounding: Rounding = .nearest) {
        precondition(x.count == y.count)
        let width = (x.max() ?? 0) - (x.min() ?? 0)
        let height = (y.max() ?? 0) - (y.min() ?? 0)
        // False for NaN, too, which `max` may pass over.
        guard x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite), scale >= 0,
            (width + height) * scale < Double(Self.greatestCost)
        else { return nil }
        nodeCount = x.count
        isSymmetric = true
        source = .plane(x: x, y: y, scale: scale, rounding: rounding)
    }

    /// `costs[i × nodeCount + j]` is what driving from `i` to `j` costs; the diagonal is not read. O(n²).
    package init(nodeCount: Int, costs: [Int32]) {
        precondition(costs.count == nodeCount * nodeCount)
        self.nodeCount = nodeCount
        isSymmetric = (0..<nodeCount).allSatisfy { i in
            (0..<i).allSatisfy { costs[i * nodeCount + $0] == costs[$0 * nodeCount + i] }
        }
        source = .matrix(costs)
    }

    package func cost(from: Int, to: Int) -> Int {
        switch source {
        case .matrix(let costs): Int(costs[from * nodeCount + to])
        case .plane(let x, let y, let scale, let rounding):
            rounding.whole(distance(x[from] - x[to], y[from] - y[to]) * scale)
        }
    }

    /// What the closed tour in that order costs, the way from the last node to the first included; 0 for one node.
    package func cost(of order: [Int]) -> Int {
        guard order.count > 1, let last = order.last else { return 0 }
        return zip([last] + order, order).reduce(0) { $0 + cost(from: $1.0, to: $1.1) }
    }
}

/// A tour through all nodes.
package struct TourSolution: Sendable, Hashable {
    /// Each node once, beginning with node 0; of a symmetric tour's two directions the one whose second node is smaller
    /// than the last.
    package var order: [Int]
    package var cost: Int
    /// Kicks tried.
    package var steps: Int

    package init(order: [Int], cost: Int, steps: Int) {
        self.order = order
        self.cost = cost
        self.steps = steps
    }
}

extension TourProblem.Rounding {
    /// `value` is 0 or more.
    @inline(__always)
    func whole(_ value: Double) -> Int {
        switch self {
        case .nearest: Int(value + 0.5)
        case .down: Int(value)
        case .up: Int(value.rounded(.up))
        }
    }
}

@inline(__always)
func distance(_ width: Double, _ height: Double) -> Double { (width * width + height * height).squareRoot() }
