package import Records

/// Today's assignment measured, and a balanced proposal beside it.
package struct TerritoryReport: Sendable, Hashable {
    package var current: Assignment
    /// Nil when there is nothing to balance, such as a single rep; `proposalObstacle` says why.
    package var proposal: Assignment?
    package var proposalObstacle: String?
    /// Customers that change hands from `current` to `proposal`, sorted by id.
    package var handOvers: [HandOver]
    /// Customers that no active rep looks after, sorted by id.
    package var orphans: [RecordID<Customer>]
    /// Customers without a place: they count as workload but not on the map, sorted by id.
    package var unplaced: [RecordID<Customer>]

    package init(
        current: Assignment, proposal: Assignment?, proposalObstacle: String? = nil, handOvers: [HandOver],
        orphans: [RecordID<Customer>], unplaced: [RecordID<Customer>]
    ) {
        self.current = current
        self.proposal = proposal
        self.proposalObstacle = proposalObstacle
        self.handOvers = handOvers
        self.orphans = orphans
        self.unplaced = unplaced
    }
}
