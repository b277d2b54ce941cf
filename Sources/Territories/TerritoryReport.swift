package import Records

/// Today's assignment measured, and the options beside it.
package struct TerritoryReport: Sendable, Hashable {
    package var current: Assignment
    /// The recommended option's; nil when there is nothing to balance, such as a single rep, or nothing that the budget
    /// makes better; `proposalObstacle` says why.
    package var proposal: Assignment?
    package var proposalObstacle: String?
    /// Customers that change hands from `current` to `proposal`, sorted by id.
    package var handOvers: [HandOver]
    /// Customers that no active rep looks after, sorted by id.
    package var orphans: [RecordID<Customer>]
    /// Customers without a place: they count as workload but not on the map, sorted by id.
    package var unplaced: [RecordID<Customer>]
    /// Side by side, first `today`; empty only where nobody could be given a customer.
    package var options: [TerritoryOption]
    /// Key of the option that is `proposal`.
    package var recommended: String?
    /// Ascending by budget.
    package var pareto: [ParetoPoint]
    /// As it was before the territory assignments that were applied last; nil when none were.
    package var before: Assignment?
    /// The estimate of driving against planned routes, where somebody has compared them.
    package var check: WorkloadCheck?

    package init(
        current: Assignment, proposal: Assignment?, proposalObstacle: String? = nil, handOvers: [HandOver],
        orphans: [RecordID<Customer>], unplaced: [RecordID<Customer>], options: [TerritoryOption] = [],
        recommended: String? = nil, pareto: [ParetoPoint] = [], before: Assignment? = nil, check: WorkloadCheck? = nil
    ) {
        self.current = current
        self.proposal = proposal
        self.proposalObstacle = proposalObstacle
        self.handOvers = handOvers
        self.orphans = orphans
        self.unplaced = unplaced
        self.options = options
        self.recommended = recommended
        self.pareto = pareto
        self.before = before
        self.check = check
    }
}
