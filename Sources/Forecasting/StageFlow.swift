/// What became of the deals that were ever in an open stage.
package struct StageFlow: Sendable, Hashable {
    package var stage: String
    /// Deals that were ever in the stage, each once; = `wentOn` + `lost` + `open`.
    package var entered: Int
    /// Of these: reached a later stage or were won, whatever came after.
    package var wentOn: Int
    /// Of `wentOn`: won, from here or later.
    package var won: Int
    /// Lost before they reached a later stage.
    package var lost: Int
    /// Neither: still open and no further, here or in an earlier stage again.
    package var open: Int
    /// Deals that entered so long ago that nine of ten have left (`matureDays`) and that are decided: what the conversion
    /// is taken from, so that quick losses of young deals do not push it down.
    package var matureCount: Int
    package var matureWentOn: Int
    /// Mature deals that are still undecided: not in `matureCount`.
    package var matureOpen: Int
    /// `StageTime.longDays`; nil where too few deals have left the stage, and then every deal is taken as mature.
    package var matureDays: Int?
    /// `matureWentOn` ÷ `matureCount`; nil when there is none.
    package var conversion: Double?
    /// Jeffreys' 90 % interval of the conversion; 0 to 1 where there is no deal.
    package var low: Double
    package var high: Double
    /// At least the minimum sample of mature deals.
    package var isEnough: Bool
}
