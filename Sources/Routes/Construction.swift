/// A first plan: regret insertion over days (Potvin and Rousseau 1993, "A parallel route building algorithm for the
/// vehicle routing and scheduling problem with time windows").
///
/// Appointments go in first, then follow-ups, then the rest. Within a class the visit goes next that gains most now
/// (worth less detour) and would lose most on its second best day. O(visits × candidates × stops of a day).
func constructedRoutes(_ problem: RouteProblem) -> WeekRoutes {
    var routes = WeekRoutes(problem)
    let dayCount = problem.dayCount
    for rank in Set(problem.ranks).sorted(by: >) {
        var open = problem.searchable.filter { problem.ranks[$0] == rank }
        var best = [(cost: Int, position: Int)?](repeating: nil, count: problem.nodeCount * dayCount)
        for node in open {
            for day in 0..<dayCount {
                best[node * dayCount + day] = routes.cheapestPlace(of: node, on: day, problem, below: 0)
            }
        }
        while true {
            var choice: (score: Int, index: Int, day: Int)?
            for (index, node) in open.enumerated() {
                var first = 0
                var second = 0
                var firstDay = -1
                for day in 0..<dayCount {
                    guard let cost = best[node * dayCount + day]?.cost else { continue }
                    if cost < first {
                        (second, first, firstDay) = (first, cost, day)
                    } else {
                        second = min(second, cost)
                    }
                }
                let score = second - first - first
                if firstDay >= 0, score > choice?.score ?? Int.min { choice = (score, index, firstDay) }
            }
            guard let choice else { break }
            let node = open.remove(at: choice.index)
            if let place = best[node * dayCount + choice.day] {
                routes.insert(node, on: choice.day, after: place.position, problem)
            }
            for other in open {
                best[other * dayCount + choice.day] = routes.cheapestPlace(
                    of: other, on: choice.day, problem, below: 0)
            }
        }
    }
    return routes
}
