import Records

/// Territories from scratch, in one piece each as far as locks allow, improved until they are even.
struct Redesign {
    let scenario: Scenario
    let start: Partition
    let goal: BalanceGoal
    let seeds: TerritorySeeds?

    /// Two for each beginning; empty where there is nothing to divide.
    ///
    /// Balanced power diagrams around the homes, and around middles that move from the homes, from today's territories or
    /// from wherever the customers lie, each divided again with the driving that the division before brings and mended;
    /// as they are and improved across borders.
    func candidates() -> [[Int?]] {
        guard scenario.able.count > 1 else { return [] }
        return beginnings.flatMap { beginning -> [[Int?]] in
            guard var districts = RoughDistricts(scenario, hoursOf: start, beginning) else { return [] }
            var best = mended(districts)
            // Driving depends on the division: again, until it is even with the hours that it brings itself.
            for _ in 0..<Redesign.rounds where unevenness(best) > Standing.tolerance {
                guard districts.divideAgain(hoursOf: best) else { break }
                let next = mended(districts)
                if unevenness(next) < unevenness(best) { best = next }
            }
            return [best.owner, evened(best).owner]
        }
    }

    private static let rounds = 4

    private func unevenness(_ partition: Partition) -> Double { partition.deviations.max() ?? 0 }

    /// Of several assignments the one that a redesign is: first whose territories keep limits, are even and in one piece
    /// each; of these, leaving out what is clearly less compact than the most compact, the one that is best by a goal
    /// in which hand-overs cost nothing.
    func best(of owners: [[Int?]]) -> [Int?]? {
        let measured = owners.map { owner in
            let partition = Partition(scenario.model, owner: owner)
            return (
                owner: owner, standing: Standing(partition, goal: goal, handOvers: 0),
                breaks: partition.contiguityBreaks, compactness: partition.compactness
            )
        }
        guard let first = measured.map({ ($0.standing.excess, $0.standing.deviationSteps, $0.breaks) }).min(by: <)
        else { return nil }
        let sound = measured.filter { ($0.standing.excess, $0.standing.deviationSteps, $0.breaks) == first }
        let most = sound.map(\.compactness).max() ?? 0
        return sound.filter { $0.compactness >= most * Redesign.leastCompactness }
            .min { $0.standing.value < $1.standing.value }?.owner
    }

    private static let leastCompactness = 0.92

    private var beginnings: [RoughDistricts.Beginning] {
        switch seeds {
        case .homes: [.fixedHomes]
        case .free: [.homes, .today, .nowhere]
        // Found middles take long and are only needed where the others can't tell reps apart.
        case nil: [.fixedHomes, .homes, .today] + (haveDistinctHomes ? [] : [.nowhere])
        }
    }

    private var haveDistinctHomes: Bool {
        let homes = scenario.able.compactMap { scenario.model.reps[$0].home }
        return homes.count == scenario.able.count && Set(homes).count == homes.count
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
            if unevenness(best) <= Standing.tolerance { break }
        }
        return best
    }
}
