import RouteSolver

/// Checks routes and counts their cost by driving them: shares no code with the solver.
struct RoutingChecker {
    let problem: RoutingProblem

    /// What is wrong with the routes; nil where they hold all rules.
    func complaint(_ routes: [[Int]]) -> String? {
        guard routes.count == problem.vehicles.count else { return "\(routes.count) routes" }
        for (vehicle, nodes) in routes.enumerated() {
            if let complaint = complaint(nodes, of: vehicle) { return "vehicle \(vehicle): \(complaint)" }
        }
        for (node, days) in daysOfVisits(routes).enumerated() where !days.isEmpty {
            if Set(days).count < days.count { return "\(node) is visited twice a day" }
            if bestPrize(of: node, on: Set(days)) == nil {
                return "\(node) has no option for \(days.sorted())"
            }
        }
        return nil
    }

    /// Driving and evenness less prizes.
    func cost(_ routes: [[Int]]) -> Int {
        var cost = 0
        for (vehicle, nodes) in routes.enumerated() {
            cost += driving(nodes, of: vehicle) + problem.evenness * nodes.count * nodes.count
        }
        for (node, days) in daysOfVisits(routes).enumerated() where !days.isEmpty {
            cost -= bestPrize(of: node, on: Set(days)) ?? 0
        }
        return cost
    }

    func driving(_ nodes: [Int], of vehicle: Int) -> Int {
        legs(nodes, of: vehicle).reduce(0) { $0 + Int(problem.costs[$1.0 * problem.nodeCount + $1.1]) }
    }

    func duration(_ nodes: [Int], of vehicle: Int) -> Int {
        legs(nodes, of: vehicle).reduce(0) { $0 + time($1.0, $1.1) }
            + nodes.reduce(0) { $0 + Int(problem.service[$1]) }
    }

    func load(_ nodes: [Int]) -> Int { nodes.reduce(0) { $0 + Int(problem.load[$1]) } }

    /// What is wrong with one route.
    func complaint(_ nodes: [Int], of number: Int) -> String? {
        guard !nodes.isEmpty else { return nil }
        let vehicle = problem.vehicles[number]
        if Set(nodes).count < nodes.count { return "a node twice" }
        if nodes.contains(where: { !isCustomer($0) }) { return "visits a depot" }
        if load(nodes) > Int(vehicle.capacity) { return "overloaded" }
        if nodes.count > vehicle.maxVisits { return "too many visits" }
        if driving(nodes, of: number) > vehicle.maxCost { return "drives too far" }
        if vehicle.maxDuration < .max, duration(nodes, of: number) > Int(vehicle.maxDuration) {
            return "too long"
        }
        if vehicle.breakLength == 0 { return keepsTimes(nodes, vehicle, breakAt: nil) ? nil : "late" }
        // Before each drive and after each, the last of which leads home.
        let isPossible = (0..<2 * nodes.count + 2).contains { keepsTimes(nodes, vehicle, breakAt: $0) }
        return isPossible ? nil : "late or without a break"
    }

    /// Drives the route at its earliest, with the break at a given place: 2i before drive i, 2i + 1 after it.
    private func keepsTimes(_ nodes: [Int], _ vehicle: RoutingProblem.Vehicle, breakAt place: Int?)
        -> Bool
    {
        var now = Int(vehicle.from)
        var at = vehicle.start
        for index in 0...nodes.count {
            let next = index < nodes.count ? nodes[index] : vehicle.end
            if place == 2 * index, !rest(&now, vehicle) { return false }
            now = arrival(from: at, to: next, leaving: now, day: vehicle.day)
            if place == 2 * index + 1, !rest(&now, vehicle) { return false }
            if index < nodes.count {
                guard let begin = begin(at: next, day: vehicle.day, from: now) else { return false }
                now = begin + Int(problem.service[next])
            }
            at = next
        }
        return isOpen(vehicle.until) || now <= Int(vehicle.until)
    }

    private func rest(_ now: inout Int, _ vehicle: RoutingProblem.Vehicle) -> Bool {
        now = max(now, Int(vehicle.breakFrom)) + Int(vehicle.breakLength)
        return now <= Int(vehicle.breakUntil)
    }

    /// When a visit begins for who is there at `now`.
    func begin(at node: Int, day: Int, from now: Int) -> Int? {
        let row = node * problem.dayCount + day
        for index in Int(problem.windowOffset[row])..<Int(problem.windowOffset[row + 1])
        where isOpen(problem.latest[index]) || now <= Int(problem.latest[index]) {
            return max(now, Int(problem.earliest[index]))
        }
        return nil
    }

    func bestPrize(of node: Int, on days: Set<Int>) -> Int? {
        options(of: node).filter { option in
            Set((0..<problem.dayCount).filter { option.days >> UInt64($0) & 1 == 1 }) == days
        }.map(\.prize).max()
    }

    func options(of node: Int) -> [RoutingProblem.VisitOption] {
        Array(problem.options[Int(problem.optionOffset[node])..<Int(problem.optionOffset[node + 1])])
    }

    func isCustomer(_ node: Int) -> Bool {
        problem.optionOffset[node] < problem.optionOffset[node + 1]
    }

    func time(_ from: Int, _ to: Int) -> Int { Int(problem.times[from * problem.nodeCount + to]) }

    /// When a drive ends that begins at `now`, through the day's traffic where there is one.
    func arrival(from: Int, to: Int, leaving now: Int, day: Int) -> Int {
        guard !problem.traffic.isEmpty else { return now + time(from, to) }
        return problem.traffic[day].arrival(leaving: now, base: time(from, to))
    }

    private func isOpen(_ time: Int32) -> Bool { time >= Int32.max / 4 }

    private func legs(_ nodes: [Int], of vehicle: Int) -> [(Int, Int)] {
        guard !nodes.isEmpty else { return [] }
        let stops = [problem.vehicles[vehicle].start] + nodes + [problem.vehicles[vehicle].end]
        return Array(zip(stops, stops.dropFirst()))
    }

    private func daysOfVisits(_ routes: [[Int]]) -> [[Int]] {
        var days = [[Int]](repeating: [], count: problem.nodeCount)
        for (vehicle, nodes) in routes.enumerated() {
            for node in nodes { days[node].append(problem.vehicles[vehicle].day) }
        }
        return days
    }
}
