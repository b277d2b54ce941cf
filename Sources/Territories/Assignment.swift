package import Records

/// Who looks after whom, with its figures.
package struct Assignment: Sendable, Hashable {
    /// One for each active rep, sorted by rep id.
    package var territories: [Territory]
    package var owner: [RecordID<Customer>: RecordID<Rep>]
    /// Largest |hours − fair share| ÷ fair share over the territories, the fair share being the part of all hours that
    /// goes with the rep's capacity: with equal capacities the mean.
    package var largestDeviation: Double
    /// Mean of the same.
    package var meanDeviation: Double
    package var totalDriveHours: Double
    /// Share of placed customers whose nearest other customer belongs to another rep: 0 is cleanly apart.
    package var overlapShare: Double

    package init(
        territories: [Territory], owner: [RecordID<Customer>: RecordID<Rep>], largestDeviation: Double,
        meanDeviation: Double, totalDriveHours: Double, overlapShare: Double
    ) {
        self.territories = territories
        self.owner = owner
        self.largestDeviation = largestDeviation
        self.meanDeviation = meanDeviation
        self.totalDriveHours = totalDriveHours
        self.overlapShare = overlapShare
    }
}
