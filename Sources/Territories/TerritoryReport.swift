package import Geo
package import Quantities
package import Records

/// Today's assignment measured, and a balanced proposal beside it.
package struct TerritoryReport: Sendable, Hashable {
    package var current: Assignment
    /// Nil when there is nothing to balance, such as a single rep; `proposalObstacle` says why.
    package var proposal: Assignment?
    package var proposalObstacle: String?
    /// Customers that change hands from `current` to `proposal`, sorted by id.
    package var handOvers: [HandOver]
    /// Customers that no active rep looks after, sorted by id.
    package var orphans: [RecordID<Customer>]
    /// Customers without a place: they count as workload but not on the map, sorted by id.
    package var unplaced: [RecordID<Customer>]

    package init(
        current: Assignment, proposal: Assignment?, proposalObstacle: String? = nil, handOvers: [HandOver],
        orphans: [RecordID<Customer>], unplaced: [RecordID<Customer>]
    ) {
        self.current = current
        self.proposal = proposal
        self.proposalObstacle = proposalObstacle
        self.handOvers = handOvers
        self.orphans = orphans
        self.unplaced = unplaced
    }
}

/// Who looks after whom, with its figures.
package struct Assignment: Sendable, Hashable {
    /// One for each active rep, sorted by rep id.
    package var territories: [Territory]
    package var owner: [RecordID<Customer>: RecordID<Rep>]
    /// Largest |hours − mean| ÷ mean over the territories.
    package var largestDeviation: Double
    /// Mean |hours − mean| ÷ mean.
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

/// The customers of one rep, measured.
package struct Territory: Sendable, Hashable {
    package var repID: RecordID<Rep>
    package var customerCount: Int
    /// Hours a year: visits and estimated driving.
    package var visitHours: Double
    package var driveHours: Double
    /// Hours a year that the rep has for the field.
    package var capacityHours: Double
    /// Orders of the last twelve months.
    package var revenue: Money
    package var openPipeline: Money
    /// 0...1: area of the territory over the area of the smallest circle around it (Reock 1961); 1 is a disc.
    package var compactness: Double
    package var centre: GeoPoint?

    package init(
        repID: RecordID<Rep>, customerCount: Int, visitHours: Double, driveHours: Double, capacityHours: Double,
        revenue: Money, openPipeline: Money, compactness: Double, centre: GeoPoint?
    ) {
        self.repID = repID
        self.customerCount = customerCount
        self.visitHours = visitHours
        self.driveHours = driveHours
        self.capacityHours = capacityHours
        self.revenue = revenue
        self.openPipeline = openPipeline
        self.compactness = compactness
        self.centre = centre
    }

    package var hours: Double { visitHours + driveHours }
}

package struct HandOver: Sendable, Hashable {
    package var customerID: RecordID<Customer>
    /// Nil for a customer that nobody looked after.
    package var from: RecordID<Rep>?
    package var to: RecordID<Rep>
    /// Workload that moves, hours a year.
    package var hours: Double

    package init(customerID: RecordID<Customer>, from: RecordID<Rep>?, to: RecordID<Rep>, hours: Double) {
        self.customerID = customerID
        self.from = from
        self.to = to
        self.hours = hours
    }
}
