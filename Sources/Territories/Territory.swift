package import Geo
package import Quantities
package import Records

/// The customers of one rep, measured.
package struct Territory: Sendable, Hashable {
    package var repID: RecordID<Rep>
    package var customerCount: Int
    /// Visits a year, by the customers' cadences.
    package var visitsPerYear: Double
    /// Hours a year: visits and estimated driving.
    package var visitHours: Double
    package var driveHours: Double
    /// Hours a year that the rep has for the field.
    package var capacityHours: Double
    /// Orders of the last twelve months.
    package var revenue: Money
    package var openPipeline: Money
    /// 0...1: area of the territory over the area of the smallest circle around it (Reock 1961), with a margin of one
    /// kilometre around the customers; 1 is a disc, 0 a territory without any place.
    package var compactness: Double
    package var centre: GeoPoint?

    package init(
        repID: RecordID<Rep>, customerCount: Int, visitsPerYear: Double = 0, visitHours: Double, driveHours: Double,
        capacityHours: Double, revenue: Money, openPipeline: Money, compactness: Double, centre: GeoPoint?
    ) {
        self.repID = repID
        self.customerCount = customerCount
        self.visitsPerYear = visitsPerYear
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
