package import Config
package import Quantities
package import RouteSolver

extension TravelFactors {
    /// The traffic of a day, for drives that begin or end on it. O(1440 × rules): make it once for each weekday.
    package func clock(on day: Weekday) -> TrafficClock {
        isFlat ? .flat : TrafficClock(factors: minutes(on: day))
    }
}
