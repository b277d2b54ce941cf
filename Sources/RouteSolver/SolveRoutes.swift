/// Routes of low cost for a problem: the one search for plans and for instances of the literature.
///
/// The search begins with the routes of `start`, by vehicle, where they are given; what breaks a rule in them is left out.
/// The same problem, seed and number of steps give the same routes. Customers without any possible visit stay out;
/// `RoutingSolution.cost` is driving and evenness less the prizes earned.
package func solveRoutes(
    _ problem: RoutingProblem, seed: UInt64, budget: SearchBudget, from start: [[Int]]? = nil,
    tuning: SearchTuning = SearchTuning()
) -> RoutingSolution {
    guard !problem.vehicles.isEmpty, !problem.options.isEmpty else {
        return RoutingSolution(routes: Array(repeating: [], count: problem.vehicles.count), cost: 0)
    }
    let flat = FlatProblem(problem)
    return switch rules(for: problem) {
    case .open: searched(flat, OpenRules.self, seed, budget, start, tuning)
    case .windows: searched(flat, WindowRules.self, seed, budget, start, tuning)
    case .breaks: searched(flat, BreakRules.self, seed, budget, start, tuning)
    }
}

private enum RulesNeeded {
    case open, windows, breaks
}

/// The cheapest rules that know all that binds the problem.
private func rules(for problem: RoutingProblem) -> RulesNeeded {
    let hasOneWindow = problem.windowOffset.indices.allSatisfy { Int(problem.windowOffset[$0]) == $0 }
    guard hasOneWindow, problem.traffic.isEmpty, !problem.vehicles.contains(where: \.hasBreak) else { return .breaks }
    let isOpen =
        problem.vehicles.allSatisfy { $0.until >= endOfTime } && problem.latest.allSatisfy { $0 >= endOfTime }
        && problem.earliest.allSatisfy { $0 == 0 }
    return isOpen ? .open : .windows
}

private func searched<Rules: RouteRules>(
    _ problem: FlatProblem, _ rules: Rules.Type, _ seed: UInt64, _ budget: SearchBudget,
    _ start: [[Int]]?, _ tuning: SearchTuning
) -> RoutingSolution {
    let search = RuinAndRecreate<Rules>(problem, seed: seed, tuning: tuning)
    let steps = search.run(budget, from: start)
    var best = search.best
    best.steps = steps
    return best
}
