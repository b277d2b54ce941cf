/// One way in which routes break a rule of their instance.
package struct RouteViolation: Sendable, Hashable {
    package enum Rule: String, Sendable, CaseIterable {
        /// A stop that is no customer, or a day that the instance does not have.
        case unknownPlace, unknownDay
        /// Begins after the end of a window, or is back too late.
        case window
        case capacity
        case duration
        /// More routes on a day than vehicles.
        case fleet
        /// Visited twice on one day.
        case twice
        /// Has to be visited and is not.
        case missing
        /// The days of its visits are none of the allowed sets.
        case pattern
    }

    package var rule: Rule
    /// Number of the route, counted from 0, where it is one route's fault.
    package var route: Int?
    /// Position of the customer or depot in the instance.
    package var place: Int?
    /// By how much, in the instance's rounded units, where that can be said.
    package var excess = 0.0

    package init(_ rule: Rule, route: Int? = nil, place: Int? = nil, excess: Double = 0) {
        self.rule = rule
        self.route = route
        self.place = place
        self.excess = excess
    }

    package var text: String {
        "\(rule.rawValue)" + (route.map { ", route \($0 + 1)" } ?? "") + (place.map { ", place \($0 + 1)" } ?? "")
            + (excess > 0 ? ", by \(excess)" : "")
    }
}
