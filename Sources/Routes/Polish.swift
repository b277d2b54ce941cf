/// Ends a plan: puts each day into its best order, then adds whatever now fits and is worth its drive, until neither
/// changes anything. For each day, whether its order is proven to be the best.
func polish(_ routes: inout WeekRoutes, _ problem: RouteProblem) -> [Bool] {
    var isProven = Array(repeating: false, count: problem.dayCount)
    var isStale = Array(repeating: true, count: problem.dayCount)
    while isStale.contains(true) {
        for day in 0..<problem.dayCount where isStale[day] {
            let exact = exactOrder(Array(routes.visits(on: day)), on: day, problem)
            if let order = exact.order { routes.reorder(day, order, problem) }
            isProven[day] = exact.isProven
            isStale[day] = false
        }
        // Each round but the last adds a visit, so it ends.
        for rank in [2, 1, 0] {
            for node in problem.searchable where routes.dayOf[node] < 0 && problem.ranks[node] == rank {
                var choice: (cost: Int, day: Int, position: Int)?
                for day in 0..<problem.dayCount {
                    // Evenness is no reason to leave somebody out.
                    let even = RouteProblem.evenness * (2 * routes.counts[day] + 1)
                    if let place = routes.cheapestPlace(of: node, on: day, problem, below: even),
                        place.cost < choice?.cost ?? Int.max
                    {
                        choice = (place.cost, day, place.position)
                    }
                }
                if let choice {
                    routes.insert(node, on: choice.day, after: choice.position, problem)
                    isStale[choice.day] = true
                }
            }
        }
    }
    return isProven
}
