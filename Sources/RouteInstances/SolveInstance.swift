package import Diagnostics
package import RouteSolver

/// Searches routes for an instance: a tour through all places by `solveTour`, everything else by `solveRoutes`.
///
/// The answer is what the search believes; `checkRoutes` tells whether it holds and what it costs. Throws where numbers are
/// too large for the search.
package func solveInstance(
    _ instance: RouteInstance, rounding: CostRounding, seed: UInt64, budget: SearchBudget
) throws(ProblemError) -> (routes: [InstanceRoute], steps: Int) {
    if instance.shape == .tour {
        let solution = solveTour(try tourProblem(instance, rounding: rounding), seed: seed, budget: budget)
        guard let start = solution.order.firstIndex(of: instance.depot) else { return ([], solution.steps) }
        return (
            [InstanceRoute(stops: Array(solution.order[(start + 1)...] + solution.order[..<start]))], solution.steps
        )
    }
    let conversion = try RoutingConversion(instance, rounding: rounding)
    let solution = solveRoutes(conversion.problem, seed: seed, budget: budget)
    return (conversion.routes(of: solution), solution.steps)
}

/// Straight lines stay coordinates, so that large tours need no matrix.
private func tourProblem(_ instance: RouteInstance, rounding: CostRounding) throws(ProblemError) -> TourProblem {
    let tooLarge = ProblemError(
        "instance.too-large", "distances of \(instance.name) are too large for the search",
        hint: "choose a larger unit, or another rounding")
    if let way = planeRounding(instance.metric, rounding) {
        let (x, y) = (instance.places.map(\.x), instance.places.map(\.y))
        // Unrounded distances are counted in the finest power of ten that fits.
        let scales = rounding == .none ? [1e5, 1e4, 1e3, 1e2, 10, 1] : [rounding.scale]
        for scale in scales {
            if let problem = TourProblem(x: x, y: y, scale: scale, rounding: way) { return problem }
        }
        throw tooLarge
    }
    return TourProblem(
        nodeCount: instance.places.count, costs: try RoutingConversion(instance, rounding: rounding).problem.costs)
}

/// How the tour search rounds in the plane; nil where only a matrix gives the same costs.
private func planeRounding(_ metric: RouteInstance.Metric, _ rounding: CostRounding) -> TourProblem.Rounding? {
    switch (metric, rounding) {
    case (.euclidean, .nearest), (.euclidean, .none): .nearest
    case (.euclidean, .dimacs): .down
    case (.ceiling, .nearest): .up
    default: nil
    }
}
