/// Everything that futures are played from, in plain numbers and in the order of slots.
struct FutureInputs: Sendable {
    /// An open deal.
    struct Deal: Sendable {
        var key: UInt64
        var amount: Int
        var customer: Int
        var isBig: Bool
        /// In `dealVariations`.
        var variations: Range<Int>
    }

    /// What one scenario makes of one deal.
    struct DealVariation: Sendable {
        var scenario: Int
        var leavesRep: Bool
        var isWon: Bool
    }

    /// A past win that comes again, as a deal that is not created yet.
    struct Win: Sendable {
        var key: UInt64
        var amount: Int
    }

    /// Some deals and wins of one slot: what one thread plays at a time.
    struct Piece: Sendable {
        var slot: Int
        var deals: Range<Int>
        var wins: Range<Int>
    }

    var shape: SlotFutures.Shape
    /// Cut at which each period ends.
    var periodCuts: [Int]

    var deals: [Deal] = []
    /// [deal][cut], centred.
    var odds: [SIMD2<Double>] = []
    var dealVariations: [DealVariation] = []
    /// [variation][period].
    var variationOdds: [SIMD2<Double>] = []

    var wins: [Win] = []
    /// [win][cut]: expected number of wins since the end of the period before.
    var rates: [Double] = []
    /// By slot: the scenarios that change its new deals, with the place of the first of its wins' rates, which are
    /// [scenario of the slot][win of the slot][period].
    var slotScenarios: [[(scenario: Int, rates: Int)]] = []
    var slotWins: [Range<Int>] = []
    var scenarioRates: [Double] = []

    var pieces: [Piece] = []

    /// By block.
    var company: [Double] = []
    var newDeals: [Double] = []
    /// [slot][block].
    var reps: [[Double]] = []
    /// Ascending; empty where customers have no factor.
    var customerLevels: [Double] = []
    /// [customer][block].
    var customerOrder: [UInt16] = []
}
