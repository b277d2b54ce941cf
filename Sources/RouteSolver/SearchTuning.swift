/// The parameters of the search; the defaults are those that did best on the research instances.
struct SearchTuning: Sendable {
    /// Visits taken out in a step on average, and most of one route.
    var averageRemoved = 10.0
    var longestString = 10.0
    /// Start and end of the annealing, in parts of the problem's mean neighbour cost.
    var hottest = 1.0
    var coldest = 0.01
    /// How many nearest customers are looked at for strings to take out.
    var ruinWidth = 100
    /// How many nearest customers are looked at for places to put a visit.
    var granularWidth = 40
    /// Problems of fewer customers than this try all places.
    var fullScanBelow = 140
    /// Mean number of places looked at between two that are passed over.
    var blinkEvery = 100.0
    /// Most that a visit may cost more than its prize, in parts of the mean neighbour cost.
    var largestAdvance = 1.0
    /// Unvisited customers near the ruin that are let in at most.
    var invited = 8
}
