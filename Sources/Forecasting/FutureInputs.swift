/// Everything that futures are played from, in plain numbers.
struct FutureInputs: Sendable {
    /// Some deals and wins of one slot: what one thread plays at a time.
    struct Piece: Sendable {
        var slot: Int
        var deals: Range<Int>
        var wins: Range<Int>
    }

    var shape: SlotFutures.Shape
    /// Cut at which each period ends.
    var periodCuts: [Int]
    var slots: [SlotInputs] = []
    var pieces: [Piece] = []

    /// Factors by block.
    var company: [Double] = []
    var newDeals: [Double] = []
    /// [slot][block].
    var reps: [[Double]] = []
    /// Ascending, one a block; empty where customers have no factor.
    var customerLevels: [Double] = []
}

/// The part of one rep, or of nobody.
struct SlotInputs: Sendable {
    /// An open deal.
    struct Deal: Sendable {
        var key: UInt64
        var amount: Int
        /// Of the factor of its customer: the same for all deals of one.
        var customer: UInt64
        var isBig: Bool
        /// In `variations`.
        var variations: Range<Int>
    }

    /// What one scenario makes of one deal.
    struct Variation: Sendable {
        var scenario: Int
        var leavesRep: Bool
        var isWon: Bool
    }

    /// A past win that comes again, as a deal that is not created yet.
    struct Win: Sendable {
        var key: UInt64
        var amount: Int
    }

    var deals: [Deal] = []
    /// [deal][cut], centred.
    var odds: [SIMD2<Double>] = []
    var variations: [Variation] = []
    /// [variation][period].
    var variationOdds: [SIMD2<Double>] = []

    var wins: [Win] = []
    /// [win][cut]: expected number of wins since the end of the period before.
    var rates: [Double] = []
    /// The scenarios that change the new deals, with the expected numbers in them: [win][period].
    var scenarios: [(number: Int, rates: [Double])] = []
}
