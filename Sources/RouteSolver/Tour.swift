/// A cheap closed tour through all nodes: iterated local search, also called chained Lin–Kernighan (Applegate, Cook and
/// Rohe 2003, "Chained Lin-Kernighan for Large Traveling Salesman Problems").
///
/// A tour is improved until no move does any more; then it is kicked at one place, improved around it, and the kick undone
/// where the tour became dearer. A kick touches a hundred or so nodes, however many there are. Asymmetric costs take the
/// same way with fewer and simpler moves (`TourExchange`), so tours are a few per cent worse.
///
/// A step is a kick; the same seed and number of steps give the same tour. A clock is asked every hundred kicks.
package func solveTour(_ problem: TourProblem, seed: UInt64, budget: SearchBudget) -> TourSolution {
    // With three nodes there is one tour, or one for each direction; with four a kick changes nothing.
    var search = TourSearch(problem, seed: seed)
    guard problem.nodeCount > 3 || !problem.isSymmetric && problem.nodeCount > 2 else {
        return search.solution(of: problem, steps: 0)
    }
    _ = search.settle()
    search.tour.forget()
    var steps = 0
    while problem.nodeCount > 4, budget.allows(afterKicks: steps) {
        steps += 1
        var gain = search.kick()
        gain += search.settle()
        if gain < 0 { search.tour.undo(to: 0) }
        search.tour.forget()
    }
    return search.solution(of: problem, steps: steps)
}

extension SearchBudget {
    fileprivate func allows(afterKicks kicks: Int) -> Bool {
        switch self {
        case .steps(let limit): kicks < limit
        case .clock(let share): kicks % 100 != 0 || share() < 1
        }
    }
}

extension TourSearch {
    /// The tour as it is, in the caller's numbers, turned so that equal tours are equal.
    fileprivate func solution(of problem: TourProblem, steps: Int) -> TourSolution {
        var order = tour.nodes.map { label[$0] }
        if let start = order.firstIndex(of: 0) { order = Array(order[start...] + order[..<start]) }
        if isSymmetric, order.count > 2, order[1] > order[order.count - 1] { order[1...].reverse() }
        return TourSolution(order: order, cost: problem.cost(of: order), steps: steps)
    }
}
