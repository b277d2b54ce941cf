import Geo

/// Territories from scratch, in one piece each as far as locks allow, improved until they are even.
struct Redesign {
    let scenario: Scenario
    let start: Partition
    let goal: BalanceGoal
    let seeds: TerritorySeeds?

    /// The best by a goal in which hand-overs cost nothing; nil where there is nothing to divide.
    ///
    /// Balanced power diagrams around the homes, and around middles that move from the homes, from today's territories or
    /// from wherever the customers lie, each divided again with the driving that the first division brings, mended,
    /// and improved across borders.
    func owner() -> [Int?]? {
        guard scenario.able.count > 1 else { return nil }
        var best: (owner: [Int?], standing: Standing)?
        for beginning in beginnings {
            guard var districts = RoughDistricts(scenario, hoursOf: start, beginning) else { continue }
            var partition = mended(districts)
            if districts.divideAgain(hoursOf: partition) { partition = mended(districts) }
            let owner = evened(partition).owner
            let standing = Standing(Partition(scenario.model, owner: owner), goal: goal, handOvers: 0)
            if best.map({ standing < $0.standing }) ?? true { best = (owner, standing) }
        }
        return best?.owner
    }

    private var beginnings: [RoughDistricts.Beginning] {
        switch seeds {
        case .homes: [.fixedHomes]
        case .free: [.homes, .today, .nowhere]
        case nil: [.fixedHomes, .homes, .today, .nowhere]
        }
    }

    private func mended(_ districts: RoughDistricts) -> Partition {
        var owner = districts.owner
        for customer in owner.indices {
            if let rep = scenario.locked[customer] {
                owner[customer] = rep
            } else if scenario.model.site[customer] == nil {
                owner[customer] = start.owner[customer]
            }
        }
        var partition = Partition(scenario.model, owner: owner)
        placeOrphans(&partition, limits: scenario.limits)
        partition.mend(isLocked: scenario.isLocked, limits: scenario.limits)
        return partition
    }

    /// Improves by hand-overs across borders, at first by the usual goal and then with ever dearer unevenness, until no
    /// territory is more than the tolerance from its share.
    private func evened(_ partition: Partition) -> Partition {
        var best = partition
        for price in [1.0, 6, 36, 216] {
            let goal = BalanceGoal(best, limits: scenario.limits).dearer(price)
            // Everybody may change hands, and nobody is missed: the redesign is where it starts from.
            var search = HandOverSearch(
                best, today: Array(repeating: nil, count: best.owner.count), isLocked: scenario.isLocked, goal: goal,
                budget: 0)
            search.improve(steps: scenario.steps)
            best = Partition(scenario.model, owner: search.partition.owner)
            if (best.deviations.max() ?? 0) <= Standing.tolerance { break }
        }
        return best
    }
}
