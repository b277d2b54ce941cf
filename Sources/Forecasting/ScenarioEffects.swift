/// A scenario made ready to be played: what it does to each open deal of a model and to each slot's new deals.
struct ScenarioEffects: Sendable {
    enum DealEffect: Sendable, Hashable {
        case none
        case lost
        /// Won at once.
        case won
        /// The chance to be won within t days is `factor` × that within t − `slipDays`, at most 1; without the rep's share
        /// in good and bad times where the rep has left.
        case changed(slipDays: Int, factor: Double, leavesRep: Bool)
    }

    struct NewDealsEffect: Sendable, Hashable {
        /// Every win comes so many days later.
        var slipDays = 0
        /// On the pace of wins.
        var factor = 1.0

        static let none = NewDealsEffect()
    }

    var name: String
    var explanation: String
    /// In the order of `BookingModel.deals`.
    var deals: [DealEffect]
    /// By slot.
    var newDeals: [NewDealsEffect]
}
