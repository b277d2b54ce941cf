/// For each of some customers the nodes of the others, nearest first: `nodes[node × width + rank]`, `count[node]` of them.
struct Neighbours {
    let width: Int
    let nodes: FlatArray<Int32>
    let count: FlatArray<Int32>

    /// The `width` others with the least `distance`; ties go to the lower node.
    init(_ problem: FlatProblem, of customers: [Int], width: Int, distance: (Int, Int) -> Int) {
        let width = min(width, max(1, customers.count - 1))
        self.width = width
        nodes = FlatArray(repeating: 0, count: problem.nodeCount * width)
        count = FlatArray(repeating: 0, count: problem.nodeCount)
        var ranked: [(distance: Int, node: Int)] = []
        for node in customers {
            ranked.removeAll(keepingCapacity: true)
            for other in customers where other != node { ranked.append((distance(node, other), other)) }
            ranked.sort { $0 < $1 }
            for (rank, entry) in ranked.prefix(width).enumerated() { nodes[node * width + rank] = Int32(entry.node) }
            count[node] = Int32(min(width, ranked.count))
        }
    }

    func free() {
        nodes.free()
        count.free()
    }

    /// By what driving there and back costs.
    static func byCost(_ problem: FlatProblem, of customers: [Int], width: Int) -> Neighbours {
        Neighbours(problem, of: customers, width: width) { problem.cost($0, $1) + problem.cost($1, $0) }
    }

    /// By cost, unavoidable waiting and unavoidable lateness between two visits, in the better of both orders
    /// (Vidal, Crainic, Gendreau and Prins 2013, "A hybrid genetic algorithm with adaptive diversity management for a
    /// large class of vehicle routing problems with time-windows", section 4.5.1, their weights).
    static func byWindows(_ problem: FlatProblem, of customers: [Int], width: Int) -> Neighbours {
        func span(_ node: Int) -> (first: Int, last: Int) {
            let row = node * problem.dayCount
            let range = Int(problem.windowOffset[row])..<Int(problem.windowOffset[row + problem.dayCount])
            guard !range.isEmpty else { return (0, 0) }
            return (
                range.map { Int(problem.earliest[$0]) }.min() ?? 0, range.map { Int(problem.latest[$0]) }.max() ?? 0
            )
        }
        let spans = (0..<problem.nodeCount).map(span)
        func directed(_ from: Int, _ to: Int) -> Int {
            let travel = Int(problem.service[from]) + Int(problem.time(from, to))
            let wait = max(0, spans[to].first - travel - spans[from].last)
            let late = max(0, spans[from].first + travel - spans[to].last)
            return problem.cost(from, to) + wait / 5 + late
        }
        return Neighbours(problem, of: customers, width: width) { min(directed($0, $1), directed($1, $0)) }
    }
}
