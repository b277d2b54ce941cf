/// What of a problem the order of putting visits back can make use of.
final class ProblemTraits {
    let hasPrizes: Bool
    let hasWindows: Bool
    let hasLoads: Bool
    /// Times at which a visit at a node can begin, summed over all days.
    let freedom: FlatArray<Int>
    /// Higher tiers find their place first: 0 for optional visits, then mandatory ones by the size of their prize.
    let tier: FlatArray<Int>
    /// Prize for the time that a visit takes, driving from the nearest others with it; in thousandths.
    let density: FlatArray<Double>

    init(_ problem: FlatProblem) {
        let freedom = FlatArray(repeating: 0, count: problem.nodeCount)
        density = FlatArray(repeating: 0, count: problem.nodeCount)
        let tier = FlatArray(repeating: 0, count: problem.nodeCount)
        for node in problem.customers {
            let row = node * problem.dayCount
            for index in Int(problem.windowOffset[row])..<Int(problem.windowOffset[row + problem.dayCount]) {
                freedom[node] += Int(problem.latest[index]) - Int(problem.earliest[index]) + 1
            }
            density[node] =
                Double(min(problem.topPrize[node], RoutingProblem.mandatory)) * 1000
                / (Double(problem.service[node]) + problem.scale)
            var prize = problem.topPrize[node]
            while prize >= ProblemTraits.smallestRanked {
                tier[node] += 1
                prize >>= 10
            }
        }
        let horizon = problem.problem.vehicles.map { Int($0.until) }.max() ?? 0
        hasWindows = problem.customers.contains { freedom[$0] < horizon * problem.dayCount }
        hasLoads = Set(problem.customers.map { problem.load[$0] }).count > 1
        hasPrizes = problem.customers.contains { tier[$0] == 0 }
        self.freedom = freedom
        self.tier = tier
    }

    /// Prizes from here on rank above all that driving can cost: such visits find their place first.
    static let smallestRanked = 1 << 32

    deinit {
        freedom.free()
        tier.free()
        density.free()
    }
}
