/// Territories from scratch, in one piece each as far as locks allow, improved until they are even.
struct Redesign {
    let scenario: Scenario
    let start: Partition
    let goal: BalanceGoal
    let seeds: TerritorySeeds?

    /// The best that was found by a goal in which hand-overs cost nothing; nil where there is nothing to divide.
    func owner() -> [Int?]? {
        let hours = scenario.model.customers.indices.map { start.hours(of: $0) }
        var owner = powerDiagram(scenario.model, hours: hours)
        guard owner.contains(where: { $0 != nil }) else { return nil }
        for customer in owner.indices {
            if let rep = scenario.locked[customer] {
                owner[customer] = rep
            } else if scenario.model.site[customer] == nil {
                owner[customer] = start.owner[customer]
            }
        }
        var partition = Partition(scenario.model, owner: owner)
        partition.mend(isLocked: scenario.isLocked, limits: scenario.limits)
        placeOrphans(&partition, limits: scenario.limits)
        return evened(partition).owner
    }

    /// Improves by hand-overs across borders, at first by the usual goal and then with ever dearer unevenness, until no
    /// territory is more than the tolerance from its share.
    func evened(_ partition: Partition) -> Partition {
        var best = partition
        for price in [1.0, 6, 36, 216] {
            let goal = BalanceGoal(best, limits: scenario.limits, balancePrice: BalanceGoal.balancePrice * price)
            // Everybody may change hands, and nobody is missed: today is where the redesign stands.
            var search = HandOverSearch(
                best, today: Array(repeating: nil, count: best.owner.count), isLocked: scenario.isLocked, goal: goal,
                budget: 0)
            search.improve(steps: max(40, min(600, 1_200_000 / max(1, best.owner.count))))
            best = Partition(scenario.model, owner: search.partition.owner)
            if (best.deviations.max() ?? 0) <= Standing.tolerance { break }
        }
        return best
    }
}
