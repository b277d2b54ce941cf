package import Quantities

/// What an option is compared by.
package struct OptionFigures: Sendable, Hashable {
    /// Largest and mean |hours − fair share| ÷ fair share over the reps who take part.
    package var largestDeviation: Double
    package var meanDeviation: Double
    /// (largest − smallest) ÷ mean of the reps' potential, which is the orders of the last twelve months and the open
    /// deals, at their full amount; 0 when there are none.
    package var potentialSpread: Double
    /// Hours a year, of all and for each rep who takes part.
    package var totalDriveHours: Double
    package var meanDriveHours: Double
    /// Mean over the territories with a place of `Territory.compactness`, 0...1.
    package var compactness: Double
    /// Pieces beyond one into which territories fall on the graph of neighbouring places, summed.
    package var contiguityBreaks: Int
    /// Customers that an active rep hands to another, those of a rep who leaves included, and their orders of the last
    /// twelve months.
    package var customersHandedOver: Int
    package var revenueHandedOver: Money
    /// Customers without an active rep who are given one.
    package var orphansPlaced: Int
    /// Hours times square kilometres from the middle of the own territory, summed.
    package var sumOfSquares: Double
    /// No division drives less: every visit by whoever lives nearest, with local legs as if all customers around were
    /// the rep's own. Balance is not asked of it, so that it may be out of reach.
    package var driveBound: Double
    /// No division in which the customers take the hours that they take in this option has a smaller largest deviation:
    /// one customer may be more than a fair share, there may be fewer customers than reps, and locks may fill a
    /// territory. Under other owners the driving differs, and with it this bound. Mostly 0.
    package var deviationBound: Double
    /// How fine hours can be divided: half the hours of the customer in the middle of the list by size, over the
    /// smallest fair share. A deviation of this order can't be bettered by handing over one customer more.
    package var granularity: Double
    /// No division with these territories' middles, and hours that differ from theirs by at most 2 %, has a smaller sum
    /// of squares: the dual of the transport problem. Nil where nobody has a customer with a place.
    package var sumOfSquaresBound: Double?

    package init(
        largestDeviation: Double, meanDeviation: Double, potentialSpread: Double, totalDriveHours: Double,
        meanDriveHours: Double, compactness: Double, contiguityBreaks: Int, customersHandedOver: Int,
        revenueHandedOver: Money, orphansPlaced: Int, sumOfSquares: Double, driveBound: Double, deviationBound: Double,
        granularity: Double, sumOfSquaresBound: Double?
    ) {
        self.largestDeviation = largestDeviation
        self.meanDeviation = meanDeviation
        self.potentialSpread = potentialSpread
        self.totalDriveHours = totalDriveHours
        self.meanDriveHours = meanDriveHours
        self.compactness = compactness
        self.contiguityBreaks = contiguityBreaks
        self.customersHandedOver = customersHandedOver
        self.revenueHandedOver = revenueHandedOver
        self.orphansPlaced = orphansPlaced
        self.sumOfSquares = sumOfSquares
        self.driveBound = driveBound
        self.deviationBound = deviationBound
        self.granularity = granularity
        self.sumOfSquaresBound = sumOfSquaresBound
    }
}

/// A point of the line of balance against hand-overs.
package struct ParetoPoint: Sendable, Hashable {
    /// Share of the looked-after customers that may change hands, 0...1.
    package var budgetShare: Double
    /// Customers that do.
    package var customersHandedOver: Int
    package var largestDeviation: Double
    package var meanDeviation: Double
    /// Hours a year.
    package var totalDriveHours: Double

    package init(
        budgetShare: Double, customersHandedOver: Int, largestDeviation: Double, meanDeviation: Double,
        totalDriveHours: Double
    ) {
        self.budgetShare = budgetShare
        self.customersHandedOver = customersHandedOver
        self.largestDeviation = largestDeviation
        self.meanDeviation = meanDeviation
        self.totalDriveHours = totalDriveHours
    }
}
