/// What a proposal is judged by, in hours a year: driving, plus prices for uneven load, for territories that
/// run into each other and for each hand-over.
struct BalanceGoal {
    /// Hours for each hour beyond the fair share, times the relative deviation: a rep with 20 % too much pays
    /// `4 × 0.2` for each of the hours too many.
    static let balancePrice = 4.0
    /// Joint visits and lost habits: a customer does not change hands for less.
    static let handOverHours = 2.0

    /// Price of a unit of `Partition.mixing`: territories that run into each other are hard to explain and to keep.
    static let mixingHours = 2.0

    /// By rep: the part of all hours that goes with the rep's capacity, frozen so that all options are measured alike.
    let fairShare: [Double]

    init(_ partition: Partition) {
        fairShare = fairShares(partition)
    }

    /// Price of one rep's load.
    func balance(_ rep: Int, _ hours: Double) -> Double {
        let share = fairShare[rep]
        guard share > 0 else { return 0 }
        return BalanceGoal.balancePrice * (hours - share) * (hours - share) / share
    }

    func value(_ partition: Partition, handOvers: Int) -> Double {
        var sum = Double(handOvers) * BalanceGoal.handOverHours + partition.mixing * BalanceGoal.mixingHours
        for rep in fairShare.indices { sum += partition.driveHours[rep] + balance(rep, partition.hours[rep]) }
        return sum
    }
}

/// All hours divided by capacity among the reps who take part; 0 for the others.
func fairShares(_ partition: Partition) -> [Double] {
    let model = partition.model
    let total = partition.hours.reduce(0, +)
    let capacities = model.reps.indices.map { model.takesPart[$0] ? model.capacityHours[$0] : 0 }
    let capacity = capacities.reduce(0, +)
    return capacities.map { capacity > 0 ? total * $0 / capacity : 0 }
}
