/// What a proposal is judged by, in hours a year: driving, plus prices for uneven load, for territories that
/// run into each other, for loads beyond the limits and for each hand-over.
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
    let limits: RepLimits
    private var price: Double

    init(_ partition: Partition, limits: RepLimits = RepLimits(), balancePrice: Double = BalanceGoal.balancePrice) {
        fairShare = fairShares(partition)
        self.limits = limits
        price = balancePrice
    }

    /// Of so many hours in all, where not every customer has an owner yet.
    init(_ model: WorkloadModel, totalHours: Double, limits: RepLimits) {
        fairShare = fairShares(model, totalHours: totalHours)
        self.limits = limits
        price = BalanceGoal.balancePrice
    }

    /// The same with unevenness so many times as dear.
    func dearer(_ times: Double) -> BalanceGoal {
        var goal = self
        goal.price *= times
        return goal
    }

    /// Price of one rep's load.
    func load(_ rep: Int, hours: Double, customers: Int) -> Double {
        let share = fairShare[rep]
        guard share > 0 else { return 0 }
        return price * (hours - share) * (hours - share) / share + limits.price(hours: hours, customers: customers)
    }

    func value(_ partition: Partition, handOvers: Int) -> Double {
        var sum = Double(handOvers) * BalanceGoal.handOverHours + partition.mixing * BalanceGoal.mixingHours
        for rep in fairShare.indices {
            sum +=
                partition.driveHours[rep]
                + load(rep, hours: partition.hours[rep], customers: partition.customersOf[rep])
        }
        return sum
    }
}

/// What one rep can look after at most.
struct RepLimits: Hashable {
    var customers: Int?
    var hours: Double?

    /// Customers and hours beyond the limits, in hours: a customer counts as a day.
    func excess(hours: Double, customers: Int) -> Double {
        (self.hours.map { max(0, hours - $0) } ?? 0) + (self.customers.map { Double(max(0, customers - $0)) * 8 } ?? 0)
    }

    /// So dear that balance and driving come second.
    func price(hours: Double, customers: Int) -> Double { excess(hours: hours, customers: customers) * 50 }
}

/// All hours divided by capacity among the reps who take part; 0 for the others.
func fairShares(_ partition: Partition) -> [Double] {
    fairShares(partition.model, totalHours: partition.hours.reduce(0, +))
}

func fairShares(_ model: WorkloadModel, totalHours: Double) -> [Double] {
    let capacities = model.reps.indices.map { model.takesPart[$0] ? model.capacityHours[$0] : 0 }
    let capacity = capacities.reduce(0, +)
    return capacities.map { capacity > 0 ? totalHours * $0 / capacity : 0 }
}
