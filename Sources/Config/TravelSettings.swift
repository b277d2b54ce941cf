/// `travel:` where driving times come from: the estimate from the great-circle distance, and what the company knows better.
package struct TravelSettings: Sendable, Hashable {
    /// Road distance over great-circle distance, and speed, for legs of up to that many kilometres of great circle.
    package struct Band: Sendable, Hashable {
        package var upToKilometres: Double
        package var detour: Double
        package var kilometresPerHour: Double

        package init(upToKilometres: Double, detour: Double, kilometresPerHour: Double) {
            self.upToKilometres = upToKilometres
            self.detour = detour
            self.kilometresPerHour = kilometresPerHour
        }
    }

    package var bands = [
        Band(upToKilometres: 2, detour: 1.45, kilometresPerHour: 27),
        Band(upToKilometres: 10, detour: 1.40, kilometresPerHour: 42),
        Band(upToKilometres: 40, detour: 1.32, kilometresPerHour: 58),
        Band(upToKilometres: .infinity, detour: 1.25, kilometresPerHour: 78),
    ]
    /// How drives within and between regions differ from the bands. No setting of a file: known drives tell it.
    package var regions: RegionalFit?
    /// Parking and walking to the door, added to each leg that leads to a customer.
    package var accessMinutes = 3
    /// A file of the workspace with driving times between places; see `TravelTable`. The estimate stands in for what it
    /// does not hold.
    package var matrix: String?
    /// A routing engine; what the matrix file does not hold is asked of it.
    package var roads: RoadSettings?
    /// How much longer everything takes at which hour of which weekday.
    package var factors = TravelFactors()
    /// Whether the factors are those that the log tells, where it can, in place of `factors`.
    package var learnsFactors = false
    /// Whether the estimate is fitted to known drives, where those can tell, instead of keeping to `bands`. When nil, it
    /// is fitted where `roads` are named.
    package var fit: Bool?

    /// `fit`, settled.
    package var isToBeFitted: Bool { fit ?? (roads != nil) }

    package init() {}
}
