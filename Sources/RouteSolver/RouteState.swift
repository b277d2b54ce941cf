/// The routes of all vehicles, with clocks that tell in O(1) whether one more visit fits.
///
/// Vehicle `v` has its places from `v × stride` on: place 0 is its start, 1...count are visits, count + 1 is its end.
final class RouteState<Rules: RouteRules> {
    typealias Clock = Rules.Clock

    struct Place: BitwiseCopyable {
        var node: Int32
        /// Cost of the leg to the next place.
        var leg: Int32
        var ready: Clock
        var latest: Clock
    }

    let problem: FlatProblem
    let rules: Rules
    let stride: Int
    let places: FlatArray<Place>
    let counts: FlatArray<Int32>
    let driving: FlatArray<Int>
    /// Driving and service time of each vehicle.
    let duration: FlatArray<Int>
    let loads: FlatArray<Int32>
    /// Vehicle and place of node `n` on day `d` at `n × dayCount + d`; vehicle −1 where it isn't visited.
    let vehicleOf: FlatArray<Int32>
    let placeOf: FlatArray<Int32>
    /// The option by which a node is visited, −1 when it isn't.
    let optionOf: FlatArray<Int32>
    /// Driving and evenness, less prizes.
    var cost = 0

    init(_ problem: FlatProblem) {
        self.problem = problem
        rules = Rules(problem)
        let longest = problem.problem.vehicles.map(\.maxVisits).max() ?? 0
        stride = min(longest, problem.customers.count) + 2
        let filler = Place(node: 0, leg: 0, ready: rules.leaves(0), latest: rules.returns(0))
        places = FlatArray(repeating: filler, count: stride * problem.vehicleCount)
        counts = FlatArray(repeating: 0, count: problem.vehicleCount)
        driving = FlatArray(repeating: 0, count: problem.vehicleCount)
        duration = FlatArray(repeating: 0, count: problem.vehicleCount)
        loads = FlatArray(repeating: 0, count: problem.vehicleCount)
        vehicleOf = FlatArray(repeating: -1, count: problem.nodeCount * problem.dayCount)
        placeOf = FlatArray(repeating: 0, count: problem.nodeCount * problem.dayCount)
        optionOf = FlatArray(repeating: -1, count: problem.nodeCount)
        for vehicle in 0..<problem.vehicleCount { clear(vehicle) }
    }

    deinit {
        places.free()
        counts.free()
        driving.free()
        duration.free()
        loads.free()
        vehicleOf.free()
        placeOf.free()
        optionOf.free()
    }

    /// Makes the route empty; `vehicleOf` is the caller's business.
    private func clear(_ vehicle: Int) {
        let base = vehicle &* stride
        places[base].node = problem.start[vehicle]
        places[base].ready = rules.leaves(vehicle)
        places[base &+ 1].node = problem.end[vehicle]
        places[base &+ 1].latest = rules.returns(vehicle)
        places[base].leg = 0
        counts[vehicle] = 0
        driving[vehicle] = 0
        duration[vehicle] = 0
        loads[vehicle] = 0
    }

    /// The nodes that a vehicle visits, in order.
    func visits(of vehicle: Int) -> [Int] {
        (0..<Int(counts[vehicle])).map { Int(places[vehicle * stride + 1 + $0].node) }
    }

    @inline(__always) func node(_ vehicle: Int, _ place: Int) -> Int { Int(places[vehicle &* stride &+ place].node) }

    /// Costs of a vehicle that count: an empty one costs nothing.
    @inline(__always) func cost(of vehicle: Int) -> Int {
        let count = Int(counts[vehicle])
        return driving[vehicle] &+ problem.evenness &* count &* count
    }
}
