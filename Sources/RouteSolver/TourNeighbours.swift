/// For each node the few others that are worth being next to it, cheapest first, with the cost of going there.
struct TourNeighbours: ~Copyable {
    /// Of each node.
    let width: Int
    private let nodes: UnsafeMutablePointer<Int32>
    private let costs: UnsafeMutablePointer<Int32>

    /// `chosen[node]` holds at least `width` others.
    private init(width: Int, costs cost: borrowing TourCosts, choose: (Int) -> [Int]) {
        self.width = width
        nodes = .allocate(capacity: max(cost.count * width, 1))
        costs = .allocate(capacity: max(cost.count * width, 1))
        for node in 0..<cost.count {
            let chosen = choose(node)
            precondition(chosen.count == width)
            for (rank, other) in chosen.enumerated() {
                (nodes + (node * width + rank)).initialize(to: Int32(other))
                (costs + (node * width + rank)).initialize(to: Int32(cost(node, other)))
            }
        }
    }

    deinit {
        nodes.deallocate()
        costs.deallocate()
    }

    @inline(__always)
    func node(_ node: Int, _ rank: Int) -> Int { Int(nodes[node &* width &+ rank]) }

    @inline(__always)
    func cost(_ node: Int, _ rank: Int) -> Int { Int(costs[node &* width &+ rank]) }

    /// The nearest ones, and the two nearest in each quadrant, without which clusters would hardly be joined (Johnson and
    /// McGeoch 1997, "The Traveling Salesman Problem: A Case Study in Local Optimization"); filled up with nearest ones.
    init(plane: TourPlane, costs: borrowing TourCosts, width: Int, nearest: Int, perQuadrant: Int) {
        let width = max(0, min(width, costs.count - 1))
        self.init(width: width, costs: costs) { node in
            let all = plane.nearest(to: node, count: width)
            var chosen = Array(all.prefix(nearest))
            for quadrant in 0..<4 {
                for other in plane.nearest(to: node, count: perQuadrant, quadrant: quadrant)
                where chosen.count < width && !chosen.contains(other) {
                    chosen.append(other)
                }
            }
            for other in all where chosen.count < width && !chosen.contains(other) { chosen.append(other) }
            return chosen.map { (costs(node, $0), $0) }.sorted { $0 < $1 }.map(\.1)
        }
    }

    /// The `width` cheapest to go to, of those to which there is a way.
    init(costs: borrowing TourCosts, width: Int) {
        let width = max(0, min(width, (costs.isDoubled ? costs.count / 2 : costs.count) - 1))
        let count = costs.count
        self.init(width: width, costs: costs) { node in
            var chosen: [(cost: Int, node: Int)] = []
            for other in 0..<count where other != node {
                let cost = costs(node, other)
                guard abs(cost) < TourCosts.forbidden, chosen.count < width || cost < chosen[width - 1].cost else {
                    continue
                }
                let place = chosen.firstIndex { cost < $0.cost } ?? chosen.count
                chosen.insert((cost, other), at: place)
                if chosen.count > width { chosen.removeLast() }
            }
            return chosen.map(\.node)
        }
    }
}
