package import Diagnostics
package import RouteSolver

/// An instance as the search takes it. Nodes are the positions in `places`.
package struct RoutingConversion: Sendable {
    package let problem: RoutingProblem

    /// Most places for which distances are held as a matrix: 8,000 × 8,000 take 256 MB.
    static let mostPlaces = 8000

    /// Throws where numbers are too large for the search. O(places²) time and memory.
    package init(_ instance: RouteInstance, rounding: CostRounding) throws(ProblemError) {
        let count = instance.places.count
        guard count <= Self.mostPlaces else {
            throw ProblemError(
                "instance.too-large", "\(instance.name) has \(count) places",
                hint: "routes are sought among up to \(Self.mostPlaces)")
        }
        let longest = (0..<count).reduce(0.0) { longest, from in
            (0..<count).reduce(longest) { max($0, instance.distance(from, $1)) }
        }
        let scale = try IntegerScale(instance, rounding: rounding, longestLeg: longest)
        var costs = [Int32](repeating: 0, count: count * count)
        for from in 0..<count {
            for to in 0..<count where from != to {
                costs[from * count + to] = scale.up(instance.distance(from, to))
            }
        }
        // Where nothing limits time, none passes: no sum of it can then grow out of bounds.
        let timed = instance.hasTimeWindows || instance.days.contains { $0.duration < .infinity }
        var problem = RoutingProblem(
            nodeCount: count, dayCount: instance.days.count, vehicles: [], costs: costs,
            times: timed ? nil : Array(repeating: 0, count: count * count))
        let depot = instance.places[instance.depot]
        if timed {
            problem.service = instance.places.map { scale.up($0.service) }
            problem.service[instance.depot] = 0
            problem.setWindows(
                instance.places.map { (scale.up($0.earliest), scale.down(min($0.latest, depot.latest))) })
        }
        let load = try LoadScale(instance)
        problem.load = instance.places.map { load.demand($0.demand) }
        problem.load[instance.depot] = 0
        problem.setOptions(
            instance.places.indices.map { position in
                let place = instance.places[position]
                // A window that is never open when a vehicle is out is none.
                let isOpen = scale.up(place.earliest) <= scale.down(min(place.latest, depot.latest))
                guard position != instance.depot, isOpen || !timed else { return [] }
                let prize = place.prize == 0 ? RoutingProblem.mandatory : scale.prize(place.prize)
                return place.patterns.map {
                    RoutingProblem.VisitOption(days: $0, prize: min(prize, RoutingProblem.mandatory))
                }
            })
        for (day, limits) in instance.days.enumerated() {
            var vehicle = RoutingProblem.Vehicle()
            (vehicle.day, vehicle.start, vehicle.end) = (day, instance.depot, instance.depot)
            if timed { (vehicle.from, vehicle.until) = (scale.up(depot.earliest), scale.down(depot.latest)) }
            vehicle.capacity = load.capacity(limits.capacity)
            if limits.duration < .infinity { vehicle.maxDuration = scale.down(limits.duration) }
            let visitors = instance.customers.count { place in
                instance.places[place].patterns.contains { $0 >> UInt64(day) & 1 == 1 }
            }
            problem.vehicles += Array(repeating: vehicle, count: min(instance.fleetSize, visitors))
        }
        self.problem = problem
    }

    /// The routes of a solution, those of vehicles that stay left out.
    package func routes(of solution: RoutingSolution) -> [InstanceRoute] {
        zip(problem.vehicles, solution.routes).filter { !$0.1.isEmpty }.map {
            InstanceRoute(day: $0.0.day, stops: $0.1)
        }
    }
}
