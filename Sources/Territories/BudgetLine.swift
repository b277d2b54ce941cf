/// An assignment that was found, with what it is compared by.
struct Answer {
    var owner: [Int?]
    /// Hand-overs that count in a budget.
    var moves: Int
    var standing: Standing
}

/// The best assignments for budgets of hand-overs, none worse than one for a smaller budget.
///
/// Budgets grow in fixed steps. Four searches go on from step to step: from the start and from the way towards
/// `target`, each at the usual price of unevenness and at a dearer one; another goes back from the target until the
/// budget is kept, and improves from there. The answer for a budget is the best state by
/// `Standing` that any of them went through within it, so what is found for a budget is always among what a bigger one
/// chooses from, whichever budgets are asked for.
struct BudgetLine {
    private static let shares = [0, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1]

    let scenario: Scenario
    let start: Partition
    let goal: BalanceGoal
    private let redesigning: Redesign
    private let redesigns: [[Int?]]
    /// Where a big budget leads; nil where there is nothing to divide.
    private let target: [Int?]?

    init(scenario: Scenario, start: Partition, goal: BalanceGoal, redesigning: Redesign) {
        (self.scenario, self.start, self.goal, self.redesigning) = (scenario, start, goal, redesigning)
        redesigns = redesigning.candidates()
        target = redesigning.best(of: redesigns)
    }

    /// Without any budget: of the redesigns and the answers to budgets what `Redesign` calls best.
    var redesign: Answer { redesign(beside: answers(for: BudgetLine.shares.map(scenario.budget))) }

    func redesign(beside answers: [Answer]) -> Answer {
        redesigning.best(of: redesigns + answers.map(\.owner)).map(answer) ?? first
    }

    /// `start` measured: customers placed and locks kept, nothing else changed.
    var first: Answer { answer(start.owner) }

    /// Measured anew: the running sums of a search carry rounding, and estimates of far legs that it does not update.
    func answer(_ owner: [Int?]) -> Answer {
        let moves = zip(scenario.today, owner).count { $0 != nil && $0 != $1 }
        return Answer(
            owner: owner, moves: moves,
            standing: Standing(Partition(scenario.model, owner: owner), goal: goal, handOvers: moves))
    }

    /// One answer for each budget, in the order given. What locks demand beyond a budget is handed over all the same.
    func answers(for budgets: [Int]) -> [Answer] {
        var best = first
        var found = budgets.map { _ in best }
        var paths = [(price: 1.0, toTarget: false), (6, false), (1, true), (6, true)]
            .filter { target != nil || !$0.toTarget }
            .map { (search: search(price: $0.price), toTarget: $0.toTarget) }
        let way = wayBack
        var last = -1
        let most = budgets.max() ?? 0
        for limit in Set(BudgetLine.shares.map(scenario.budget)).sorted() where last < most {
            let inside = budgets.indices.filter { budgets[$0] > last && budgets[$0] < limit }
            for index in inside { found[index] = best }
            func offer(_ owner: [Int?]) {
                let answer = answer(owner)
                for index in inside where answer.moves <= budgets[index] && answer.standing < found[index].standing {
                    found[index] = answer
                }
                if answer.moves <= max(limit, first.moves), answer.standing < best.standing { best = answer }
            }
            // Measuring anew is what takes long, so it is left out where the search's own sums tell enough.
            func offer(_ partition: Partition) {
                let isHopeless =
                    best.standing.isClearlyMoreEven(than: partition)
                    && inside.allSatisfy { found[$0].standing.isClearlyMoreEven(than: partition) }
                if !isHopeless { offer(partition.owner) }
            }
            for path in paths.indices {
                paths[path].search.budget = limit
                if paths[path].toTarget, let target { paths[path].search.approach(target, steps: scenario.steps) }
                paths[path].search.improve(steps: scenario.steps) { offer($0.partition) }
            }
            let back = way.filter { $0.moves <= limit && $0.moves > last }
            for state in back { offer(state.owner) }
            if let nearest = way.first(where: { $0.moves <= limit }) {
                var search = search(price: 1, from: nearest.owner)
                search.budget = limit
                search.improve(steps: scenario.steps) { offer($0.partition) }
            }
            for index in budgets.indices where budgets[index] >= limit { found[index] = best }
            last = limit
        }
        return found
    }

    /// From `target` back to today, what is missed least given back first.
    private var wayBack: [(moves: Int, owner: [Int?])] {
        guard let target else { return [] }
        var search = search(price: 6, from: target)
        var states = [(moves: search.handOvers, owner: target)]
        search.budget = search.handOvers
        search.approach(scenario.today, steps: scenario.steps * 4) { states.append(($0.handOvers, $0.partition.owner)) }
        return states
    }

    private func search(price: Double, from owner: [Int?]? = nil) -> HandOverSearch {
        HandOverSearch(
            owner.map { Partition(scenario.model, owner: $0) } ?? start, today: scenario.today,
            isLocked: scenario.isLocked, goal: goal.dearer(price), budget: 0)
    }
}
