/// How strongly outcomes move together: standard deviations of the logarithms of factors that scale the odds of deals and
/// the pace of new ones. 0 is independence. In a future whose factors multiply to F (log-normal with mean 1) a deal's
/// chance p by a horizon becomes pF ÷ (1 − p + pF), which keeps the order of horizons and of deals.
struct Dispersion: Hashable {
    /// One factor a future for everything.
    var company: Double
    /// One for each rep's deals and new deals.
    var rep: Double
    /// One for each customer's deals.
    var customer: Double
    /// One for all deals not created yet.
    var newDeals: Double

    /// What is assumed before the company's own past months say better.
    static let usual = Dispersion(company: 0.12, rep: 0.08, customer: 0.15, newDeals: 0.3)
    /// Months that the assumption counts for.
    static let priorMonths = 3.0
    static let range = 0.02...0.8
}

extension Dispersion {
    /// From the errors of earlier months, beyond what independent deals would show (method of moments; DerSimonian and
    /// Laird 1986): with E expected wins of a group, V their variance if independent, and a common factor of variance σ²
    /// on the odds, (won − E)² is V + σ²V² on average. Reps and customers are measured against the whole company's month.
    init(learnedFrom months: [PastMonth], slots: [Int], customers: [Int]) {
        var company = Moments(prior: Dispersion.usual.company)
        var rep = Moments(prior: Dispersion.usual.rep)
        var customer = Moments(prior: Dispersion.usual.customer)
        var new = Moments(prior: Dispersion.usual.newDeals)
        for month in months {
            var all = Group()
            for deal in month.deals { all.add(deal.chance, deal.isWon) }
            // Open and new deals are forecast together: what one part misses, the other often makes up.
            company.add([
                Group(
                    expected: all.expected + month.newWins.expected, variance: all.variance + month.newWins.expected,
                    won: all.won + Double(month.newWins.won))
            ])
            let level = all.expected > 0 ? all.won / all.expected : 1
            rep.add(groups(month.deals, by: slots, level: level))
            customer.add(groups(month.deals, by: customers, level: level))
            guard let later = month.laterNewWins else { continue }
            new.add([Group(expected: later.expected, variance: later.expected, won: Double(later.won))])
        }
        // A company's month strays with its reps and customers too, and its new deals stray with company and reps: each
        // factor takes what the others leave, as all are multiplied.
        let repPart = rep.variance() * Dispersion.sharedPart(of: months, by: slots, movesNew: true)
        let customerPart = customer.variance() * Dispersion.sharedPart(of: months, by: customers, movesNew: false)
        let companyOwn = company.variance(besides: repPart + customerPart)
        self.init(
            company: companyOwn.squareRoot(), rep: rep.variance().squareRoot(),
            customer: customer.variance().squareRoot(),
            newDeals: new.variance(besides: companyOwn + repPart).squareRoot())
    }

    /// How much of the variance of one factor a group is left in the sum of all: Σ of the squared shares in what can stray,
    /// 1 for one group, 1 ÷ n for n of a size. With `movesNew` a group's share of new deals is that of its open ones, else
    /// new deals are in no group. O(deals).
    private static func sharedPart(of months: [PastMonth], by numbers: [Int], movesNew: Bool) -> Double {
        var (parts, whole) = (0.0, 0.0)
        for month in months {
            let variances = groups(month.deals, by: numbers, level: 1).map(\.variance)
            let sum = variances.reduce(0, +) + (movesNew ? 0 : month.newWins.expected)
            parts += variances.reduce(0) { $0 + $1 * $1 }
            whole += sum * sum
        }
        return whole > 0 ? parts / whole : 0
    }
}

private struct Group {
    var expected = 0.0
    var variance = 0.0
    var won = 0.0
    /// What is left of its straying after all groups were scaled to what they won together: 1 less its share of them.
    var ownPart = 1.0

    mutating func add(_ chance: Double, _ isWon: Bool) {
        expected += chance
        variance += chance * (1 - chance)
        if isWon { won += 1 }
    }
}

/// By the number of each deal's group, the chances scaled by `level`.
private func groups(_ deals: [PastMonth.Deal], by numbers: [Int], level: Double) -> [Group] {
    var groups = [Group](repeating: Group(), count: (numbers.max() ?? -1) + 1)
    for deal in deals { groups[numbers[deal.index]].add(min(deal.chance * level, 1), deal.isWon) }
    let all = groups.reduce(0) { $0 + $1.expected }
    for index in groups.indices where all > 0 { groups[index].ownPart = 1 - groups[index].expected / all }
    return groups
}

private struct Moments {
    let prior: Double
    /// Σ ((won − E)² − V) and Σ V², month by month.
    private var excess: [Double] = []
    private var scale: [Double] = []

    init(prior: Double) { self.prior = prior }

    mutating func add(_ groups: [Group]) {
        var (over, under) = (0.0, 0.0)
        for group in groups where group.variance > 0 {
            over += (group.won - group.expected) * (group.won - group.expected)
            over -= group.variance * group.ownPart
            under += group.variance * group.variance * group.ownPart
        }
        excess.append(over)
        scale.append(under)
    }

    /// Of the factor alone, where other factors of variance `other` stray in the same sums. The prior is the factor's own,
    /// and weighs `priorMonths` months of the usual size.
    func variance(besides other: Double = 0) -> Double {
        let sum = scale.reduce(0, +)
        guard sum > 0 else { return prior * prior }
        let weight = Dispersion.priorMonths * sum / Double(scale.count)
        let variance = (excess.reduce(0, +) - sum * other + weight * prior * prior) / (sum + weight)
        let range = Dispersion.range
        return min(max(variance, range.lowerBound * range.lowerBound), range.upperBound * range.upperBound)
    }
}
