/// What a closed tour through all nodes costs at least, windows or not: a lower bound, in units of `costs`.
///
/// Held and Karp (1971), "The traveling-salesman problem and minimum spanning trees: part II": a 1-tree is a spanning tree
/// of all nodes but the first with two edges to the first. Each tour is one, so the cheapest 1-tree costs no more than
/// any tour, and weights on nodes, which change all tours alike, are moved so that its nodes get two edges each.
/// Where directions differ in cost the cheaper one counts. O(rounds × n²).
///
/// - Parameter costs: from node `i` to `j` at `i × nodeCount + j`, 0 or more.
package func tourLowerBound(costs: [Int32], nodeCount: Int, rounds: Int = 80) -> Int {
    guard nodeCount > 2 else { return nodeCount == 2 ? Int(costs[1]) + Int(costs[2]) : 0 }
    var weights = [Double](repeating: 0, count: nodeCount * nodeCount)
    for from in 0..<nodeCount {
        for to in 0..<nodeCount {
            weights[from * nodeCount + to] = Double(
                min(costs[from * nodeCount + to], costs[to * nodeCount + from]))
        }
    }
    var potential = [Double](repeating: 0, count: nodeCount)
    var best = 0.0
    var step = 0.0
    for round in 0..<rounds {
        let tree = oneTree(weights, potential, nodeCount)
        let bound = tree.cost - 2 * potential.reduce(0, +)
        best = max(best, bound)
        if tree.degrees.allSatisfy({ $0 == 2 }) { break }
        if round == 0 { step = max(1, bound) / Double(2 * nodeCount) }
        for node in 0..<nodeCount { potential[node] += step * Double(tree.degrees[node] - 2) }
        step *= 0.95
    }
    // Tours cost whole units; a hair is left for rounding.
    return Int((best - 1e-6 * max(1, best)).rounded(.up))
}

/// The cheapest 1-tree, by Prim's method for all nodes but the first.
private func oneTree(
    _ weights: [Double], _ potential: [Double], _ count: Int
) -> (cost: Double, degrees: [Int]) {
    func weight(_ from: Int, _ to: Int) -> Double { weights[from * count + to] + potential[from] + potential[to] }
    var degrees = [Int](repeating: 0, count: count)
    var cost = 0.0
    var isIn = [Bool](repeating: false, count: count)
    var nearest = [Int](repeating: 1, count: count)
    isIn[1] = true
    for _ in 2..<count {
        var next = -1
        for node in 2..<count where !isIn[node] {
            if next < 0 || weight(nearest[node], node) < weight(nearest[next], next) { next = node }
        }
        cost += weight(nearest[next], next)
        degrees[next] += 1
        degrees[nearest[next]] += 1
        isIn[next] = true
        for node in 2..<count where !isIn[node] && weight(next, node) < weight(nearest[node], node) {
            nearest[node] = next
        }
    }
    let toFirst = (1..<count).sorted { weight(0, $0) < weight(0, $1) }
    for node in toFirst.prefix(2) {
        cost += weight(0, node)
        degrees[0] += 1
        degrees[node] += 1
    }
    return (cost, degrees)
}
