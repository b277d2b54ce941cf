package import Records

/// What a proposal is asked for.
package struct TerritoryRequest: Sendable, Hashable {
    /// Largest share of the looked-after customers that may change hands, 0...1; 1 is a free redesign. Nil with `moves`
    /// nil too: the configured share.
    package var moveShare: Double?
    /// The same as a number of customers; wins over `moveShare`.
    package var moves: Int?
    /// Reps more (1, 2, …) or fewer (−1, …).
    package var reps: Int?
    /// A rep whose customers must all go to others.
    package var leaving: RecordID<Rep>?
    /// Where territories of a redesign lie; nil tries both and takes what is better by the goal.
    package var seeds: TerritorySeeds?
    /// Customers that belong to this rep, whatever that costs.
    package var locks: [RecordID<Customer>: RecordID<Rep>]
    /// Customers that belong to nobody's territory: in no figure, on no list.
    package var holdOuts: Set<RecordID<Customer>>
    /// Limits for each rep: customers, hours a year. Nobody is brought beyond them while another has room.
    package var maxCustomers: Int?
    package var maxHours: Double?

    package init(
        moveShare: Double? = nil, moves: Int? = nil, reps: Int? = nil, leaving: RecordID<Rep>? = nil,
        seeds: TerritorySeeds? = nil, locks: [RecordID<Customer>: RecordID<Rep>] = [:],
        holdOuts: Set<RecordID<Customer>> = [], maxCustomers: Int? = nil, maxHours: Double? = nil
    ) {
        self.moveShare = moveShare
        self.moves = moves
        self.reps = reps
        self.leaving = leaving
        self.seeds = seeds
        self.locks = locks
        self.holdOuts = holdOuts
        self.maxCustomers = maxCustomers
        self.maxHours = maxHours
    }
}

package enum TerritorySeeds: String, Sendable, Hashable, CaseIterable {
    /// Around the reps' homes, which stay where they are.
    case homes
    /// Around middles that move to where their customers are.
    case free
}
