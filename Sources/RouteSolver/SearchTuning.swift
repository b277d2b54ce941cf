/// The parameters of the search; the defaults are those that did best on the research instances.
package struct SearchTuning: Sendable {
    /// Visits taken out in a step on average, and most of one route.
    package var averageRemoved = 10.0
    package var longestString = 10.0
    /// Start and end of the annealing, in parts of the problem's mean neighbour cost; nil takes what did best for problems
    /// of that size, with or without prizes.
    package var hottest: Double?
    package var coldest: Double?
    /// How many nearest customers are looked at for strings to take out.
    package var ruinWidth = 100
    /// How many nearest customers are looked at for places to put a visit.
    package var granularWidth = 40
    /// Problems of fewer customers than this try all places.
    package var fullScanBelow = 140
    /// Mean number of places looked at between two that are passed over; at most four times the number of customers.
    package var blinkEvery = 100.0
    /// Most that a visit may cost more than its prize, in parts of the mean neighbour cost.
    package var largestAdvance = 3.0
    /// Of a hundred steps of a problem with prizes, how many put visits back by what they are worth.
    package var prizeOrders = 60
    /// Steps a customer that one round of the annealing takes at least, where there are prizes.
    package var stepsOfRound = 4000.0
    /// Unvisited customers near the ruin that are let in at most.
    package var invited = 8

    package init() {}

    /// How often the annealing begins anew in a search of that many steps: which optional visits go together is settled
    /// while it is hot, so of a long search several tries find more than one slow one.
    func rounds(steps: Double, _ customers: Int) -> Int {
        Int(min(8, max(1, steps / (stepsOfRound * Double(max(1, customers))))))
    }

    func temperatures(customers: Int, hasPrizes: Bool) -> (hottest: Double, coldest: Double) {
        let size = Double(max(1, customers))
        // A visit more or less moves a small problem with prizes by several neighbour costs; a large one melts.
        let usual =
            hasPrizes
            ? min(6, max(0.7, 600 / size)) : min(4, max(1, size / 200))
        let hottest = hottest ?? usual
        return (hottest, coldest ?? (hasPrizes ? hottest / 15 : 0.1))
    }
}
