/// An assignment that was found, with what it is compared by.
struct Answer {
    var owner: [Int?]
    /// Hand-overs that count in a budget.
    var moves: Int
    var standing: Standing
}

/// The best assignments for budgets of hand-overs, none worse than one for a smaller budget.
///
/// Budgets grow in fixed steps. At each step the best so far is improved further, and beside it a way from the start
/// towards `target`; the better one goes on. A budget between two steps takes the best state that the improvement from
/// the lower step went through within it. So what is found for a budget is always among what a bigger one chooses from,
/// whichever budgets are asked for.
struct BudgetLine {
    private static let shares = [0, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1]

    let scenario: Scenario
    let start: Partition
    let goal: BalanceGoal
    /// Where a big budget leads, such as a redesign.
    let target: [Int?]?

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
        var far = search(from: start.owner, budget: 0)
        var last = -1
        let most = budgets.max() ?? 0
        for limit in Set(BudgetLine.shares.map(scenario.budget)).sorted() where last < most {
            let inside = budgets.indices.filter { budgets[$0] > last && budgets[$0] < limit }
            for index in inside { found[index] = best }
            var near = search(from: best.owner, budget: limit)
            near.improve(steps: steps) { state in
                let answer = answer(state.partition.owner)
                for index in inside where answer.moves <= budgets[index] && answer.standing < found[index].standing {
                    found[index] = answer
                }
                if answer.standing < best.standing { best = answer }
            }
            far = search(from: far.partition.owner, budget: limit)
            if let target { far.approach(target, steps: steps) }
            far.improve(steps: steps)
            var others = [far.partition.owner]
            if let target, limit == scenario.lookedAfter { others.append(target) }
            for owner in others {
                let answer = answer(owner)
                if answer.moves <= max(limit, first.moves), answer.standing < best.standing { best = answer }
            }
            for index in budgets.indices where budgets[index] >= limit { found[index] = best }
            last = limit
        }
        return found
    }

    /// Steps of a search: fewer for a big book, where each costs more.
    private var steps: Int { max(40, min(600, 1_200_000 / max(1, scenario.model.customers.count))) }

    private func search(from owner: [Int?], budget: Int) -> HandOverSearch {
        HandOverSearch(
            Partition(scenario.model, owner: owner), today: scenario.today, isLocked: scenario.isLocked, goal: goal,
            budget: budget)
    }
}
