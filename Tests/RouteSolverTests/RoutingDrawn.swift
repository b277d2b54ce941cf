import Quantities
import RouteSolver

/// Random problems of all kinds.
struct RoutingDrawn {
    enum Kind: Int, CaseIterable {
        /// No times of day; limits on load, duration, visits and cost.
        case open
        /// One window a node and day, working hours.
        case windows
        /// Several windows or none, breaks.
        case breaks
    }

    enum Days: Int, CaseIterable {
        case one, options, patterns
    }

    var kind = Kind.open
    var days = Days.one
    var customers = 6
    /// Whether no detour is shorter than the direct way.
    var isMetric = true

    init(seed: UInt64, customers: Int) {
        kind = Kind.allCases[Int(seed % 3)]
        days = Days.allCases[Int(seed / 3 % 3)]
        self.customers = customers
    }

    func problem(_ random: inout SeededRandom) -> RoutingProblem {
        let depots = random.integer(in: 1..<3)
        let count = customers + depots
        let dayCount = days == .one ? 1 : random.integer(in: 2..<4)
        let span = random.integer(in: 10..<80)
        let points = (0..<count).map { _ in
            (
                x: random.integer(in: 0..<span), y: random.integer(in: 0..<span),
                height: random.integer(in: 0..<20)
            )
        }
        let isSteep = random.integer(in: 0..<3) == 0
        var costs = matrix(points, isSteep: isSteep)
        var times: [Int32]?
        if random.integer(in: 0..<2) == 0 {
            let factor = Int32(random.integer(in: 1..<4))
            times = matrix(points.map { (x: $0.y, y: $0.height, height: $0.x) }, isSteep: !isSteep).map {
                $0 * factor
            }
        }
        if !isMetric {
            costs = costs.map { $0 + Int32(random.integer(in: 0..<20)) }
            times = times?.map { $0 + Int32(random.integer(in: 0..<20)) }
        }
        let vehicles = (0..<dayCount).flatMap { day -> [RoutingProblem.Vehicle] in
            let first = vehicle(day: day, depots: depots, &random)
            let others = (0..<random.integer(in: 0..<3)).map { _ in
                random.integer(in: 0..<2) == 0 ? first : vehicle(day: day, depots: depots, &random)
            }
            return [first] + others
        }
        var problem = RoutingProblem(
            nodeCount: count, dayCount: dayCount, vehicles: vehicles, costs: costs, times: times)
        let isMandatory = random.integer(in: 0..<4)
        problem.setOptions(
            (0..<count).map { $0 < depots ? [] : options(dayCount, isMandatory: isMandatory, &random) })
        for node in depots..<count {
            problem.service[node] = Int32(random.integer(in: 0..<12))
            problem.load[node] = Int32(random.integer(in: 0..<10))
        }
        setWindows(&problem, &random)
        if kind == .breaks, random.integer(in: 0..<3) == 0 { setTraffic(&problem, &random) }
        problem.evenness = [0, 0, 1, 7][random.integer(in: 0..<4)]
        return problem
    }

    /// Distances rounded up keep the triangle inequality, and climbs added to them do so too.
    private func matrix(_ points: [(x: Int, y: Int, height: Int)], isSteep: Bool) -> [Int32] {
        points.flatMap { from in
            points.map { to in
                let (x, y) = (Double(from.x - to.x), Double(from.y - to.y))
                let climb = isSteep ? max(0, to.height - from.height) : 0
                return Int32((x * x + y * y).squareRoot().rounded(.up)) + Int32(climb)
            }
        }
    }

    private func vehicle(day: Int, depots: Int, _ random: inout SeededRandom)
        -> RoutingProblem.Vehicle
    {
        func isDrawn(_ random: inout SeededRandom) -> Bool { random.integer(in: 0..<3) == 0 }
        var vehicle = RoutingProblem.Vehicle()
        vehicle.day = day
        vehicle.start = random.integer(in: 0..<depots)
        vehicle.end = isDrawn(&random) ? random.integer(in: 0..<depots) : vehicle.start
        if isDrawn(&random) { vehicle.capacity = Int32(random.integer(in: 5..<40)) }
        if isDrawn(&random) { vehicle.maxDuration = Int32(random.integer(in: 40..<300)) }
        if isDrawn(&random) { vehicle.maxCost = random.integer(in: 30..<250) }
        if isDrawn(&random) { vehicle.maxVisits = random.integer(in: 0..<5) }
        guard kind != .open else { return vehicle }
        vehicle.from = Int32(random.integer(in: 0..<60))
        if !isDrawn(&random) { vehicle.until = vehicle.from + Int32(random.integer(in: 50..<400)) }
        guard kind == .breaks, !isDrawn(&random) else { return vehicle }
        vehicle.breakLength = Int32(random.integer(in: 1..<40))
        vehicle.breakFrom = Int32(random.integer(in: 0..<200))
        vehicle.breakUntil =
            vehicle.breakFrom + vehicle.breakLength + Int32(random.integer(in: -3..<100))
        return vehicle
    }

    private func options(
        _ dayCount: Int, isMandatory: Int, _ random: inout SeededRandom
    ) -> [RoutingProblem.VisitOption] {
        let hasToBe = isMandatory == 0 || isMandatory == 1 && random.integer(in: 0..<3) == 0
        let prize =
            hasToBe ? RoutingProblem.mandatory << random.integer(in: 0..<7) : random.integer(in: 0..<90)
        let every = Array(1..<(1 << UInt64(dayCount)) as Range<UInt64>)
        let allowed = days == .patterns ? every : every.filter { $0.nonzeroBitCount == 1 }
        let drawn = allowed.filter { _ in random.integer(in: 0..<2) == 0 }.prefix(3)
        return (drawn.isEmpty ? allowed.prefix(1) : drawn).map {
            RoutingProblem.VisitOption(
                days: $0, prize: prize * (hasToBe ? 1 : $0.nonzeroBitCount) + random.integer(in: 0..<20))
        }
    }

    /// Drives of seconds in days of minutes; driving and visits together then have no limit.
    private func setTraffic(_ problem: inout RoutingProblem, _ random: inout SeededRandom) {
        problem.times = problem.times.map { $0 * Int32(37) }
        for index in problem.vehicles.indices { problem.vehicles[index].maxDuration = .max }
        for _ in 0..<problem.dayCount {
            var factors: [Double] = []
            while factors.count < 600 {
                let factor = 0.5 + random.unit() * 3
                factors += Array(repeating: factor, count: random.integer(in: 5..<120))
            }
            problem.traffic.append(TrafficClock(factors: factors))
        }
    }

    private func setWindows(_ problem: inout RoutingProblem, _ random: inout SeededRandom) {
        guard kind != .open else { return }
        problem.windowOffset = [0]
        problem.earliest = []
        problem.latest = []
        for _ in 0..<problem.nodeCount * problem.dayCount {
            var time = 0
            for _ in 0..<(kind == .windows ? 1 : random.integer(in: 0..<4)) {
                time += random.integer(in: 0..<120)
                problem.earliest.append(Int32(time))
                time += random.integer(in: 0..<100)
                // Many are open to the end.
                problem.latest.append(random.integer(in: 0..<3) == 0 ? Int32.max / 4 : Int32(time))
                if problem.latest.last ?? 0 > 1000 { break }
                time += 1
            }
            problem.windowOffset.append(Int32(problem.earliest.count))
        }
    }
}

extension RoutingProblem {
    /// The same problem with node `n` called `names[n]`.
    func relabelled(_ names: [Int]) -> RoutingProblem {
        var old = names
        for (node, name) in names.enumerated() { old[name] = node }
        func square(_ values: [Int32]) -> [Int32] {
            old.flatMap { from in old.map { to in values[from * nodeCount + to] } }
        }
        let renamed = vehicles.map { vehicle in
            var vehicle = vehicle
            vehicle.start = names[vehicle.start]
            vehicle.end = names[vehicle.end]
            return vehicle
        }
        var result = RoutingProblem(
            nodeCount: nodeCount, dayCount: dayCount, vehicles: renamed, costs: square(costs),
            times: square(times))
        result.service = old.map { service[$0] }
        result.load = old.map { load[$0] }
        result.evenness = evenness
        result.setOptions(old.map { Array(options[Int(optionOffset[$0])..<Int(optionOffset[$0 + 1])]) })
        let rows = old.flatMap { node in (0..<dayCount).map { node * dayCount + $0 } }
        let windows = rows.map { Int(windowOffset[$0])..<Int(windowOffset[$0 + 1]) }
        result.earliest = windows.flatMap { earliest[$0] }
        result.latest = windows.flatMap { latest[$0] }
        result.traffic = traffic
        result.windowOffset = [0]
        for range in windows {
            result.windowOffset.append((result.windowOffset.last ?? 0) + Int32(range.count))
        }
        return result
    }
}
