/// How good an assignment is: the order in which all proposals of a scenario are compared.
///
/// First what goes beyond the limits, then the largest deviation in steps of a tenth of a per cent beyond `tolerance`, then
/// the goal. A total order, and the answer to a budget is the best of what was found with at most as many hand-overs:
/// so a bigger budget is never worse.
struct Standing: Comparable {
    /// Up to here territories count as even.
    static let tolerance = 0.02
    private static let step = 0.001

    let excess: Int
    let deviationSteps: Int
    let value: Double

    init(_ partition: Partition, goal: BalanceGoal, handOvers: Int) {
        let model = partition.model
        let excess = model.reps.indices.reduce(0) {
            $0 + goal.limits.excess(hours: partition.hours[$1], customers: partition.customersOf[$1])
        }
        self.excess = Int(excess.rounded(.up))
        deviationSteps = Standing.deviationSteps(partition)
        value = goal.value(partition, handOvers: handOvers)
    }

    static func deviationSteps(_ partition: Partition) -> Int {
        let beyond = max(0, (partition.deviations.max() ?? 0) - tolerance)
        return Int((min(beyond, 1e6) / step - 1e-9).rounded(.up))
    }

    /// Whether that partition is less even than this by so much that rounding can't have made the difference.
    func isClearlyMoreEven(than partition: Partition) -> Bool {
        excess == 0 && Standing.deviationSteps(partition) > deviationSteps + 1
    }

    static func < (left: Standing, right: Standing) -> Bool {
        (left.excess, left.deviationSteps, left.value) < (right.excess, right.deviationSteps, right.value)
    }
}
