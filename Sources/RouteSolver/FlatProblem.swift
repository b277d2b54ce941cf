/// A `RoutingProblem` laid out for the inner loops, with what they look up again and again.
final class FlatProblem {
    let nodeCount: Int
    let dayCount: Int
    let vehicleCount: Int
    let evenness: Int
    let costs: FlatArray<Int32>
    let times: FlatArray<Int32>
    /// Transposed, so that costs to a node lie side by side.
    let costsTo: FlatArray<Int32>
    let service: FlatArray<Int32>
    let load: FlatArray<Int32>
    let windowOffset: FlatArray<Int32>
    let earliest: FlatArray<Int32>
    let latest: FlatArray<Int32>
    let optionOffset: FlatArray<Int32>
    let optionDays: FlatArray<UInt64>
    let optionPrize: FlatArray<Int>
    /// Days on which any option of a node has a visit.
    let dayMask: FlatArray<UInt64>
    /// The highest prize of a node's options; 0 for depots.
    let topPrize: FlatArray<Int>
    /// True for nodes whose options each hold one day.
    let isSingleDay: FlatArray<Bool>
    let vehicles: FlatArray<RoutingProblem.Vehicle>
    /// The vehicles of day `d` are `dayVehicles[dayOffset[d]..<dayOffset[d + 1]]`, equal ones side by side.
    let dayOffset: FlatArray<Int32>
    let dayVehicles: FlatArray<Int32>
    /// For each vehicle the number of its kind: equal vehicles of one day share it.
    let kind: FlatArray<Int32>
    let customers: [Int]
    let capacity: FlatArray<Int32>
    let maxVisits: FlatArray<Int>
    let maxCost: FlatArray<Int>
    let maxDuration: FlatArray<Int>
    let hasDurationLimits: Bool
    let days: FlatArray<Int32>
    let start: FlatArray<Int32>
    let end: FlatArray<Int32>
    /// Mean cost from a customer to the nearest few others: the scale of the problem.
    let scale: Double
    let problem: RoutingProblem

    init(_ problem: RoutingProblem) {
        self.problem = problem
        nodeCount = problem.nodeCount
        dayCount = problem.dayCount
        vehicleCount = problem.vehicles.count
        evenness = problem.evenness
        costs = FlatArray(problem.costs)
        times = FlatArray(problem.times)
        service = FlatArray(problem.service)
        load = FlatArray(problem.load)
        windowOffset = FlatArray(problem.windowOffset)
        earliest = FlatArray(problem.earliest)
        latest = FlatArray(problem.latest.map { min($0, endOfTime) })
        optionOffset = FlatArray(problem.optionOffset)
        optionDays = FlatArray(problem.options.map(\.days))
        optionPrize = FlatArray(problem.options.map(\.prize))
        vehicles = FlatArray(
            problem.vehicles.map {
                var vehicle = $0
                vehicle.until = min(vehicle.until, endOfTime)
                vehicle.breakUntil = min(vehicle.breakUntil, endOfTime)
                return vehicle
            })
        days = FlatArray(problem.vehicles.map { Int32($0.day) })
        capacity = FlatArray(problem.vehicles.map(\.capacity))
        maxVisits = FlatArray(problem.vehicles.map(\.maxVisits))
        maxDuration = FlatArray(problem.vehicles.map { $0.maxDuration == .max ? .max : Int($0.maxDuration) })
        // Half of the range, so that a difference to it does not overflow.
        maxCost = FlatArray(problem.vehicles.map { min($0.maxCost, Int.max / 2) })
        hasDurationLimits = problem.vehicles.contains { $0.maxDuration < Int32.max }
        start = FlatArray(problem.vehicles.map { Int32($0.start) })
        end = FlatArray(problem.vehicles.map { Int32($0.end) })
        costsTo = FlatArray(repeating: 0, count: nodeCount * nodeCount)
        dayMask = FlatArray(repeating: 0, count: nodeCount)
        topPrize = FlatArray(repeating: 0, count: nodeCount)
        isSingleDay = FlatArray(repeating: true, count: nodeCount)
        for from in 0..<nodeCount {
            for to in 0..<nodeCount { costsTo[to * nodeCount + from] = problem.costs[from * nodeCount + to] }
        }
        var customers: [Int] = []
        for node in 0..<nodeCount {
            let range = problem.optionOffset[node]..<problem.optionOffset[node + 1]
            if !range.isEmpty { customers.append(node) }
            topPrize[node] = range.map { problem.options[Int($0)].prize }.max() ?? 0
            for index in range {
                let days = problem.options[Int(index)].days
                precondition(days != 0 && (dayCount == 64 || days >> UInt64(dayCount) == 0))
                dayMask[node] |= days
                if days.nonzeroBitCount > 1 { isSingleDay[node] = false }
            }
        }
        self.customers = customers

        var kinds: [RoutingProblem.Vehicle: Int32] = [:]
        kind = FlatArray(
            problem.vehicles.map { vehicle in
                if let known = kinds[vehicle] { return known }
                kinds[vehicle] = Int32(kinds.count)
                return Int32(kinds.count - 1)
            })
        var offset: [Int32] = [0]
        var sorted: [Int32] = []
        for day in 0..<problem.dayCount {
            let own = problem.vehicles.indices.filter { problem.vehicles[$0].day == day }
                .sorted { (kinds[problem.vehicles[$0]] ?? 0, $0) < (kinds[problem.vehicles[$1]] ?? 0, $1) }
            sorted += own.map { Int32($0) }
            offset.append(Int32(sorted.count))
        }
        dayOffset = FlatArray(offset)
        dayVehicles = FlatArray(sorted)

        var sum = 0.0
        for node in customers {
            let costs = customers.filter { $0 != node }.map { problem.costs[node * problem.nodeCount + $0] }
            let near = costs.sorted().prefix(6)
            sum += near.isEmpty ? 0 : near.reduce(0) { $0 + Double($1) } / Double(near.count)
        }
        scale = max(1, sum / Double(max(1, customers.count)))
    }

    deinit {
        costs.free()
        times.free()
        costsTo.free()
        service.free()
        load.free()
        windowOffset.free()
        earliest.free()
        latest.free()
        optionOffset.free()
        optionDays.free()
        optionPrize.free()
        dayMask.free()
        topPrize.free()
        isSingleDay.free()
        vehicles.free()
        dayOffset.free()
        dayVehicles.free()
        kind.free()
        days.free()
        capacity.free()
        maxVisits.free()
        maxCost.free()
        maxDuration.free()
        start.free()
        end.free()
    }

    @inline(__always) func cost(_ from: Int, _ to: Int) -> Int { Int(costs[from &* nodeCount &+ to]) }
    @inline(__always) func time(_ from: Int, _ to: Int) -> Int32 { times[from &* nodeCount &+ to] }
    @inline(__always) func options(of node: Int) -> Range<Int> {
        Int(optionOffset[node])..<Int(optionOffset[node &+ 1])
    }
}
