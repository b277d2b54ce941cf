/// A routing problem of the research literature, as its file has it: nothing rounded, nothing scaled.
package struct RouteInstance: Sendable, Hashable {
    /// What a solution looks like.
    package enum Shape: Sendable, Hashable {
        /// One closed tour through all places (TSP).
        case tour
        /// Routes from the depot and back.
        case routes
    }

    package enum Metric: Sendable, Hashable {
        /// Straight line between coordinates (`EUC_2D`).
        case euclidean
        /// Straight line, rounded up before anything else (`CEIL_2D`).
        case ceiling
        /// Distance from place `i` to place `j` at `i × places.count + j`; need not be symmetric.
        case matrix([Double])
    }

    /// A customer or the depot.
    package struct Place: Sendable, Hashable {
        /// Its number in the file, by which answers name it.
        package var number: Int
        package var x = 0.0
        package var y = 0.0
        /// What each visit takes of a vehicle's capacity.
        package var demand = 0.0
        /// First and last begin of a visit; at the depot first departure and last return.
        package var earliest = 0.0
        package var latest = Double.infinity
        package var service = 0.0
        /// What it costs to leave the customer out; 0 is a customer that has to be visited.
        package var prize = 0.0
        /// Allowed sets of visit days: bit `d` of each is day `d`, counted from 0.
        package var patterns: [UInt64] = [1]

        package init(number: Int) { self.number = number }
    }

    /// What a route of that day may take.
    package struct Limits: Sendable, Hashable {
        package var capacity = Double.infinity
        /// Driving and service time together, waiting not counted.
        package var duration = Double.infinity

        package init() {}
    }

    package var name: String
    package var shape = Shape.routes
    package var metric = Metric.euclidean
    package var places: [Place]
    /// Position of the depot in `places`; of a tour the place where it begins.
    package var depot = 0
    /// One for each day, 1...64 of them.
    package var days = [Limits()]
    /// How many vehicles there are on each day; nil is as many as customers.
    package var vehiclesPerDay: Int?
    /// The rounding that the literature uses for such a file.
    package var usualRounding = CostRounding.nearest

    package init(name: String, places: [Place]) {
        self.name = name
        self.places = places
    }

    /// Positions of the customers, in order of the file.
    package var customers: [Int] { places.indices.filter { $0 != depot } }

    package var fleetSize: Int { vehiclesPerDay ?? max(1, places.count - 1) }

    package var hasTimeWindows: Bool { places.contains { $0.earliest > 0 || $0.latest < .infinity } }

    /// Distance as the file means it, before any rounding.
    package func distance(_ from: Int, _ to: Int) -> Double {
        switch metric {
        case .matrix(let weights): weights[from * places.count + to]
        case .euclidean: straightLine(from, to)
        case .ceiling: straightLine(from, to).rounded(.up)
        }
    }

    private func straightLine(_ from: Int, _ to: Int) -> Double {
        let (dx, dy) = (places[from].x - places[to].x, places[from].y - places[to].y)
        return (dx * dx + dy * dy).squareRoot()
    }
}
