/// A cheap closed tour through all nodes: iterated local search, also called chained Lin–Kernighan (Applegate, Cook and
/// Rohe 2003, "Chained Lin-Kernighan for Large Traveling Salesman Problems").
///
/// A tour is improved until no move does any more; then it is kicked at one place, improved around it, and the kick undone
/// where the tour became dearer. A kick touches a hundred or so nodes, however many there are. Asymmetric costs take the
/// same way with twice the nodes (`TourCosts`). Up to twelve nodes the tour is the cheapest there is.
///
/// A step is a kick; the same seed and number of steps give the same tour. A clock is asked every hundred kicks.
package func solveTour(_ problem: TourProblem, seed: UInt64, budget: SearchBudget) -> TourSolution {
    switch problem.nodeCount {
    case 0...1: TourSolution(Array(0..<problem.nodeCount), of: problem, steps: 0)
    case 2...TourExact.mostNodes: TourSolution(TourExact(problem).order, of: problem, steps: 0)
    default: searchTour(problem, seed: seed, budget: budget)
    }
}

/// The search alone; for 4 nodes or more.
func searchTour(_ problem: TourProblem, seed: UInt64, budget: SearchBudget) -> TourSolution {
    var search = TourSearch(problem, seed: seed)
    _ = search.settle()
    search.tour.forget()
    var steps = 0
    while budget.allows(afterKicks: steps) {
        steps += 1
        var gain = search.kick()
        gain += search.settle()
        if gain < 0 { search.tour.undo(to: 0) }
        search.tour.forget()
    }
    return TourSolution(search.order, of: problem, steps: steps)
}

extension SearchBudget {
    fileprivate func allows(afterKicks kicks: Int) -> Bool {
        switch self {
        case .steps(let limit): kicks < limit
        case .clock(let share): kicks % 100 != 0 || share() < 1
        }
    }
}

extension TourSolution {
    /// Turned so that tours of the same edges are equal.
    fileprivate init(_ nodes: [Int], of problem: TourProblem, steps: Int) {
        var order = nodes
        if let start = order.firstIndex(of: 0) { order = Array(order[start...] + order[..<start]) }
        if problem.isSymmetric, order.count > 2, order[1] > order[order.count - 1] { order[1...].reverse() }
        self.init(order: order, cost: problem.cost(of: order), steps: steps)
    }
}
