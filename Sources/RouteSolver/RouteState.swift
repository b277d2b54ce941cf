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
    let duration: FlatArray<Int32>
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

    // MARK: Inserting

    /// What visiting `node` right after place `place` adds to driving, if nothing is broken and it is below `limit`.
    @inline(__always)
    func insertion(of node: Int, into vehicle: Int, after place: Int, below limit: Int) -> Int? {
        let index = vehicle &* stride &+ place
        let before = Int(places[index].node)
        let after = Int(places[index &+ 1].node)
        let cost = problem.cost(before, node) &+ problem.cost(node, after) &- Int(places[index].leg)
        guard cost < limit else { return nil }
        if problem.hasDurationLimits {
            let longer =
                duration[vehicle] &+ problem.time(before, node) &+ problem.time(node, after)
                &+ problem.service[node] &- (counts[vehicle] == 0 ? 0 : problem.time(before, after))
            guard longer <= problem.vehicles[vehicle].maxDuration else { return nil }
        }
        guard
            rules.fits(
                places[index].ready, from: before, node, next: after, places[index &+ 1].latest, vehicle)
        else { return nil }
        return cost
    }

    /// Whether the vehicle has room for one more visit at `node`, times aside.
    @inline(__always) func hasRoom(_ vehicle: Int, for node: Int) -> Bool {
        loads[vehicle] &+ problem.load[node] <= problem.capacity[vehicle]
            && Int(counts[vehicle]) < problem.maxVisits[vehicle]
    }

    /// Most that an insertion may add to the driving of a vehicle, and what it adds beside driving.
    @inline(__always) func drivingRoom(_ vehicle: Int) -> Int { problem.maxCost[vehicle] &- driving[vehicle] &+ 1 }
    @inline(__always) func unevenness(_ vehicle: Int) -> Int {
        problem.evenness &* (2 &* Int(counts[vehicle]) &+ 1)
    }

    func insert(_ node: Int, into vehicle: Int, after place: Int) {
        let base = vehicle &* stride
        let count = Int(counts[vehicle])
        let old = cost(of: vehicle)
        let day = Int(problem.days[vehicle])
        let before = Int(places[base &+ place].node)
        let after = Int(places[base &+ place &+ 1].node)
        var index = base &+ count &+ 1
        while index > base &+ place {
            places[index &+ 1] = places[index]
            index &-= 1
        }
        index = base &+ place &+ 1
        places[index].node = Int32(truncatingIfNeeded: node)
        let legIn = problem.cost(before, node)
        let legOut = problem.cost(node, after)
        driving[vehicle] = driving[vehicle] &+ legIn &+ legOut &- Int(places[index &- 1].leg)
        duration[vehicle] =
            duration[vehicle] &+ problem.time(before, node) &+ problem.time(node, after) &+ problem.service[node]
            &- (count == 0 ? 0 : problem.time(before, after))
        loads[vehicle] &+= problem.load[node]
        places[index &- 1].leg = Int32(truncatingIfNeeded: legIn)
        places[index].leg = Int32(truncatingIfNeeded: legOut)
        counts[vehicle] = Int32(truncatingIfNeeded: count &+ 1)
        vehicleOf[node &* problem.dayCount &+ day] = Int32(truncatingIfNeeded: vehicle)
        number(vehicle, from: place &+ 1)
        places[index].ready = rules.ready(places[index &- 1].ready, from: before, at: node, vehicle)
        places[index].latest = rules.latest(places[index &+ 1].latest, at: node, next: after, vehicle)
        runForward(vehicle, from: place &+ 2)
        runBackward(vehicle, from: place)
        cost &+= self.cost(of: vehicle) &- old
    }

    // MARK: Removing

    /// Takes out the visits at places `first..<end`; the clocks around are brought up to date.
    func remove(_ vehicle: Int, first: Int, end: Int) {
        guard first < end else { return }
        let base = vehicle &* stride
        let count = Int(counts[vehicle])
        let old = cost(of: vehicle)
        let day = Int(problem.days[vehicle])
        let days = problem.dayCount
        var index = base &+ first
        var removedLegs = Int(places[index &- 1].leg)
        var removedTime = problem.time(Int(places[index &- 1].node), Int(places[index].node))
        while index < base &+ end {
            let node = Int(places[index].node)
            removedLegs &+= Int(places[index].leg)
            removedTime &+= problem.time(node, Int(places[index &+ 1].node)) &+ problem.service[node]
            loads[vehicle] &-= problem.load[node]
            vehicleOf[node &* days &+ day] = -1
            index &+= 1
        }
        let length = end &- first
        index = base &+ end
        while index <= base &+ count &+ 1 {
            places[index &- length] = places[index]
            index &+= 1
        }
        let left = count &- length
        counts[vehicle] = Int32(truncatingIfNeeded: left)
        let before = Int(places[base &+ first &- 1].node)
        let after = Int(places[base &+ first].node)
        // A vehicle without visits does not drive, even where its start and end differ.
        let leg = left == 0 ? 0 : problem.cost(before, after)
        places[base &+ first &- 1].leg = Int32(truncatingIfNeeded: leg)
        driving[vehicle] = driving[vehicle] &+ leg &- removedLegs
        duration[vehicle] = left == 0 ? 0 : duration[vehicle] &+ problem.time(before, after) &- removedTime
        number(vehicle, from: first)
        runForward(vehicle, from: first)
        runBackward(vehicle, from: first &- 1)
        cost &+= self.cost(of: vehicle) &- old
    }

    // MARK: Clocks

    /// Says of each visit from `place` on where it is.
    @inline(__always) private func number(_ vehicle: Int, from place: Int) {
        let base = vehicle &* stride
        let day = Int(problem.days[vehicle])
        let days = problem.dayCount
        var index = place
        let count = Int(counts[vehicle])
        while index <= count {
            placeOf[Int(places[base &+ index].node) &* days &+ day] = Int32(truncatingIfNeeded: index)
            index &+= 1
        }
    }

    /// Ready clocks from `place` on, until nothing changes any more.
    @inline(__always) private func runForward(_ vehicle: Int, from place: Int) {
        let base = vehicle &* stride
        var index = base &+ place
        let end = base &+ Int(counts[vehicle])
        while index <= end {
            let ready = rules.ready(
                places[index &- 1].ready, from: Int(places[index &- 1].node), at: Int(places[index].node), vehicle)
            if ready == places[index].ready { return }
            places[index].ready = ready
            index &+= 1
        }
    }

    /// Latest clocks from `place` back to the first visit, until nothing changes any more.
    @inline(__always) private func runBackward(_ vehicle: Int, from place: Int) {
        let base = vehicle &* stride
        var index = base &+ place
        while index > base {
            let latest = rules.latest(
                places[index &+ 1].latest, at: Int(places[index].node), next: Int(places[index &+ 1].node), vehicle)
            if latest == places[index].latest { return }
            places[index].latest = latest
            index &-= 1
        }
    }

    /// Fills empty routes with visits in that order; visits that break a rule, or fit no option of the customer, stay out.
    func setRoutes(_ routes: [[Int]]) {
        for (vehicle, nodes) in routes.enumerated() {
            for node in nodes where hasRoom(vehicle, for: node) {
                let place = Int(counts[vehicle])
                if insertion(of: node, into: vehicle, after: place, below: drivingRoom(vehicle)) != nil {
                    insert(node, into: vehicle, after: place)
                }
            }
        }
        for node in problem.customers {
            var days: UInt64 = 0
            for day in 0..<problem.dayCount where vehicleOf[node * problem.dayCount + day] >= 0 {
                days |= 1 << UInt64(day)
            }
            guard days != 0 else { continue }
            if let option = problem.options(of: node).first(where: { problem.optionDays[$0] == days }) {
                optionOf[node] = Int32(option)
                cost -= problem.optionPrize[option]
            } else {
                for day in 0..<problem.dayCount where days >> UInt64(day) & 1 == 1 {
                    let slot = node * problem.dayCount + day
                    remove(Int(vehicleOf[slot]), first: Int(placeOf[slot]), end: Int(placeOf[slot]) + 1)
                }
            }
        }
    }

    // MARK: Journal

    /// What is needed to bring a route back: its places and sums.
    struct Saved {
        var vehicle: Int
        var count: Int32
        var driving: Int
        var duration: Int32
        var load: Int32
        var firstPlace: Int
    }

    func save(_ vehicle: Int, to journal: inout FlatList<Place>) -> Saved {
        let base = vehicle &* stride
        let first = journal.count
        for index in 0...Int(counts[vehicle]) &+ 1 { journal.append(places[base &+ index]) }
        return Saved(
            vehicle: vehicle, count: counts[vehicle], driving: driving[vehicle], duration: duration[vehicle],
            load: loads[vehicle], firstPlace: first)
    }

    /// Brings a route back. Visits that came in since have to be struck from `vehicleOf` before.
    func restore(_ saved: Saved, from journal: borrowing FlatList<Place>) {
        let vehicle = saved.vehicle
        let base = vehicle &* stride
        let day = Int(problem.days[vehicle])
        let days = problem.dayCount
        counts[vehicle] = saved.count
        driving[vehicle] = saved.driving
        duration[vehicle] = saved.duration
        loads[vehicle] = saved.load
        let count = Int(saved.count)
        for index in 0...count &+ 1 {
            let place = journal[saved.firstPlace &+ index]
            places[base &+ index] = place
            if index > 0, index <= count {
                let slot = Int(place.node) &* days &+ day
                vehicleOf[slot] = Int32(truncatingIfNeeded: vehicle)
                placeOf[slot] = Int32(truncatingIfNeeded: index)
            }
        }
    }
}
