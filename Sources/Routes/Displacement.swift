/// Where a visit that has to be goes into days that are taken, and whom it displaces.
struct Displacement {
    var day: Int
    var order: [Int]
    /// Nodes that leave the day.
    var displaced: [Int]

    /// The choice that displaces no class but the lowest where that is enough, then as few visits as possible, then keeps the
    /// order, then displaces least worth, then drives least; nil when the visit fits into no day even alone.
    ///
    /// Exhaustive for days of up to 16 visits: O(2ⁿ n²) at worst, O(n²) where nobody has to leave.
    static func cheapest(
        for node: Int, in orders: [[Int]], on days: [Int], _ week: WeekProblem
    ) -> Displacement? {
        let problem = week.problem
        let rank = problem.ranks[node]
        // Days that have no room for it even when everybody leaves who may are not worth a try.
        let open = days.filter { day in
            let staying = orders[day].filter { problem.ranks[$0] >= rank }
            return problem.isAllowed(node, on: day)
                && (week.inserting(node, into: staying, on: day) ?? week.reordered(staying, with: node, on: day)) != nil
        }
        // First without visits that have to be themselves.
        for highest in 0..<max(1, rank) {
            let removable = open.map { day in
                orders[day].filter { problem.ranks[$0] <= highest && problem.ranks[$0] < rank }
            }
            let most = min(16, removable.map(\.count).max() ?? 0)
            for count in 0...most {
                if let found = cheapest(node, orders, open, removable, count, week) { return found }
            }
        }
        return nil
    }

    private static func cheapest(
        _ node: Int, _ orders: [[Int]], _ days: [Int], _ removable: [[Int]], _ count: Int, _ week: WeekProblem
    ) -> Displacement? {
        for keepsOrder in [true, false] {
            var best: (key: (Int, Int), choice: Displacement)?
            for (day, candidates) in zip(days, removable) where candidates.count >= count {
                let before = week.driving(orders[day], on: day) ?? 0
                for leaving in subsets(of: candidates, count) {
                    let rest = orders[day].filter { !leaving.contains($0) }
                    let found =
                        keepsOrder
                        ? week.inserting(node, into: rest, on: day)
                        : count > 1
                            ? week.anyOrder(of: rest + [node], on: day) : week.reordered(rest, with: node, on: day)
                    guard let found else { continue }
                    let worth = leaving.reduce(0) { $0 + week.problem.worth[$1 * week.problem.dayCount + day] }
                    // The day that suits the visit itself counts as well.
                    let own = week.problem.worth[node * week.problem.dayCount + day]
                    let key = (worth, found.driving - before - own)
                    if best.map({ key < $0.key }) ?? true {
                        best = (key, Displacement(day: day, order: found.order, displaced: leaving))
                    }
                }
            }
            if let best { return best.choice }
        }
        return nil
    }

    /// All subsets of that size, in order.
    private static func subsets(of elements: [Int], _ size: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        guard elements.count >= size, let first = elements.first else { return [] }
        let rest = Array(elements.dropFirst())
        return subsets(of: rest, size - 1).map { [first] + $0 } + subsets(of: rest, size)
    }
}
