/// Tours to begin with.
enum TourStart {
    /// Greedy edge (Bentley 1992, "Fast Algorithms for Geometric Traveling Salesman Problems"): of all edges to
    /// neighbours the cheapest that still fits, until fragments are left, which are joined end to nearest end.
    /// For symmetric costs. O(n k log n + f²) with f fragments, about a tenth of the nodes.
    static func greedy(costs: borrowing TourCosts, near: borrowing TourNeighbours) -> [Int] {
        var edges: [(cost: Int, from: Int, to: Int)] = []
        for node in 0..<costs.count {
            for rank in 0..<near.width { edges.append((near.cost(node, rank), node, near.node(node, rank))) }
        }
        edges.sort { $0 < $1 }
        var links: [[Int]] = Array(repeating: [], count: costs.count)
        // The other end, for each end of a fragment.
        var otherEnd = Array(0..<costs.count)
        for edge in edges where links[edge.from].count < 2 && links[edge.to].count < 2 && otherEnd[edge.from] != edge.to
        {
            links[edge.from].append(edge.to)
            links[edge.to].append(edge.from)
            let (first, last) = (otherEnd[edge.from], otherEnd[edge.to])
            otherEnd[first] = last
            otherEnd[last] = first
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

    /// Always to the cheapest node that is left. For any costs. O(n²).
    static func nearestNeighbour(costs: borrowing TourCosts) -> [Int] {
        guard costs.count > 0 else { return [] }
        var order = [0]
        var left = Array(1..<costs.count)
        var last = 0
        while let best = left.indices.min(by: { costs(last, left[$0]) < costs(last, left[$1]) }) {
            left.swapAt(best, left.count - 1)
            last = left.removeLast()
            order.append(last)
        }
        return order
    }
}
