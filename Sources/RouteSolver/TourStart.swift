/// The tour to begin with.
enum TourStart {
    /// Greedy edge (Bentley 1992, "Fast Algorithms for Geometric Traveling Salesman Problems"): of all edges to
    /// neighbours the cheapest that still fits, until fragments are left, which are joined end to nearest end.
    /// O(n k log n + f²) with f fragments, about a tenth of the nodes.
    static func greedy(costs: borrowing TourCosts, near: borrowing TourNeighbours) -> [Int] {
        var edges: [(cost: Int, from: Int, to: Int)] = []
        for node in 0..<costs.count {
            for rank in 0..<near.width { edges.append((near.cost(node, rank), node, near.node(node, rank))) }
        }
        edges.sort { $0 < $1 }
        var links: [[Int]] = Array(repeating: [], count: costs.count)
        // The other end, for each end of a fragment.
        var otherEnd = Array(0..<costs.count)
        func link(_ from: Int, _ to: Int) {
            links[from].append(to)
            links[to].append(from)
            let (first, last) = (otherEnd[from], otherEnd[to])
            otherEnd[first] = last
            otherEnd[last] = first
        }
        if costs.isDoubled {
            for node in stride(from: 0, to: costs.count, by: 2) { link(node, node + 1) }
        }
        for (_, from, to) in edges where links[from].count < 2 && links[to].count < 2 && otherEnd[from] != to {
            link(from, to)
        }
        return joined(links: links, costs: costs)
    }

    private static func joined(links: [[Int]], costs: borrowing TourCosts) -> [Int] {
        var ends = links.indices.filter { links[$0].count < 2 }
        var order: [Int] = []
        var isDriven = Array(repeating: false, count: links.count)
        var begin = ends.first
        while let node = begin {
            var last = node
            var next: Int? = node
            while let node = next {
                order.append(node)
                isDriven[node] = true
                last = node
                next = links[node].first { !isDriven[$0] }
            }
            ends.removeAll { isDriven[$0] }
            begin = ends.min { (costs(last, $0), $0) < (costs(last, $1), $1) }
        }
        return order
    }
}
