import Records

/// An open deal that counts, with what the model knows about it.
struct OpenDeal {
    /// In `book.opportunities`.
    var index: Int
    var id: RecordID<Opportunity>
    /// Index among the open stages.
    var stage: Int
    var daysInStage: Int
    /// Minor units of the book's currency, above the placeholder.
    var amount: Int
    /// Index of the owner in `book.reps`, or their count for a deal that none of them owns.
    var slot: Int
    /// Deals of one customer share the number; a deal of an unknown customer has one of its own. 0..<`customerCount`.
    var customer: Int
    /// Chance to be won, or lost, by each end of `BookingModel.horizons`: ascending, and together at most 1.
    var wonBy: [Double]
    var lostBy: [Double]
    /// Chance to be won within two years, at least that of the farthest end.
    var winChance: Double
}
