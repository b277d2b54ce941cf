/// The cheapest tour through a few nodes (Held and Karp 1962, "A Dynamic Programming Approach to Sequencing Problems"):
/// for each set of nodes and each last node of it the cheapest way from node 0. O(2ⁿ n²) time, O(2ⁿ n) memory.
struct TourExact {
    /// A millisecond's work.
    static let mostNodes = 12

    let order: [Int]

    /// `problem` has 2...`mostNodes` nodes.
    init(_ problem: TourProblem) {
        // Node 0 is apart; bit i of a set is node i + 1.
        let others = problem.nodeCount - 1
        var least = Array(repeating: Int.max, count: (1 << others) * others)
        for set in 1..<1 << others {
            for last in 0..<others where set >> last & 1 == 1 {
                let before = set & ~(1 << last)
                var best = before == 0 ? problem.cost(from: 0, to: last + 1) : Int.max
                for node in 0..<others where before >> node & 1 == 1 {
                    best = min(best, least[before * others + node] + problem.cost(from: node + 1, to: last + 1))
                }
                least[set * others + last] = best
            }
        }
        var order: [Int] = []
        var set = (1 << others) - 1
        var next = 0
        while set > 0 {
            let last = (0..<others).filter { set >> $0 & 1 == 1 }.min { [set, next] in
                least[set * others + $0] + problem.cost(from: $0 + 1, to: next)
                    < least[set * others + $1] + problem.cost(from: $1 + 1, to: next)
            }
            guard let last else { break }
            order.append(last + 1)
            set &= ~(1 << last)
            next = last + 1
        }
        self.order = [0] + order.reversed()
    }
}
