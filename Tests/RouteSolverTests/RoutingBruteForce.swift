import RouteSolver

/// The least cost of a small problem, by trying all: which option each customer is visited by, which vehicle serves which
/// of a day's customers, and in which order.
struct RoutingBruteForce {
    private let checker: RoutingChecker
    private let customers: [Int]
    private let impossible = Int.max / 4

    init(_ problem: RoutingProblem) {
        let checker = RoutingChecker(problem: problem)
        self.checker = checker
        customers = (0..<problem.nodeCount).filter { checker.isCustomer($0) }
    }

    private var problem: RoutingProblem { checker.problem }

    func leastCost() -> Int {
        var known: [RoutingProblem.Vehicle: [Int]] = [:]
        var days: [[Int]] = []
        for day in 0..<problem.dayCount {
            var best = Array(repeating: impossible, count: 1 << customers.count)
            best[0] = 0
            for vehicle in problem.vehicles where vehicle.day == day {
                let own = known[vehicle] ?? routeCosts(vehicle)
                known[vehicle] = own
                best = combined(best, own)
            }
            days.append(best)
        }
        var served = Array(repeating: 0, count: problem.dayCount)
        return leastCost(from: 0, &served, prize: 0, days)
    }

    /// Least cost over the options of the customers from `index` on.
    private func leastCost(from index: Int, _ served: inout [Int], prize: Int, _ days: [[Int]]) -> Int {
        guard index < customers.count else {
            let sum = served.indices.reduce(0) { min(impossible, $0 + days[$1][served[$1]]) }
            return sum >= impossible ? impossible : sum - prize
        }
        var least = leastCost(from: index + 1, &served, prize: prize, days)
        for option in checker.options(of: customers[index]) {
            let before = served
            for day in served.indices where option.days >> UInt64(day) & 1 == 1 {
                served[day] |= 1 << index
            }
            least = min(least, leastCost(from: index + 1, &served, prize: prize + option.prize, days))
            served = before
        }
        return least
    }

    /// Least cost of each set of customers when one more vehicle shares in.
    private func combined(_ best: [Int], _ own: [Int]) -> [Int] {
        best.indices.map { set in
            var least = best[set]
            var part = set
            while part > 0 {
                if own[part] < impossible { least = min(least, best[set ^ part] + own[part]) }
                part = (part - 1) & set
            }
            return min(least, impossible)
        }
    }

    /// Least cost of one route through each set of customers.
    private func routeCosts(_ vehicle: RoutingProblem.Vehicle) -> [Int] {
        var best = Array(repeating: impossible, count: 1 << customers.count)
        best[0] = 0
        // With the break still to come, and with it done; nil where that is not possible.
        let hungry: Int? = vehicle.breakLength > 0 ? Int(vehicle.from) : nil
        let fed: Int? = vehicle.breakLength > 0 ? nil : Int(vehicle.from)
        extend(&best, vehicle, Walk(at: vehicle.start, hungry: hungry, fed: fed))
        return best
    }

    private struct Walk {
        var set = 0
        var at: Int
        var hungry: Int?
        var fed: Int?
        var cost = 0
        var duration = 0
        var load = 0
        var visits = 0
    }

    private func extend(_ best: inout [Int], _ vehicle: RoutingProblem.Vehicle, _ walk: Walk) {
        for (index, node) in customers.enumerated() where walk.set >> index & 1 == 0 {
            var next = walk
            drive(&next, to: node, vehicle)
            next.hungry = next.hungry.flatMap { checker.begin(at: node, day: vehicle.day, from: $0) }
            next.fed = next.fed.flatMap { checker.begin(at: node, day: vehicle.day, from: $0) }
            guard next.hungry != nil || next.fed != nil else { continue }
            let service = Int(problem.service[node])
            next.hungry? += service
            next.fed? += service
            next.duration += service
            next.load += Int(problem.load[node])
            next.visits += 1
            next.set |= 1 << index
            guard next.load <= Int(vehicle.capacity), next.visits <= vehicle.maxVisits else { continue }
            var home = next
            drive(&home, to: vehicle.end, vehicle)
            let isInTime =
                home.fed.map { vehicle.until >= Int32.max / 4 || $0 <= Int(vehicle.until) } ?? false
            let isShort = vehicle.maxDuration == .max || home.duration <= Int(vehicle.maxDuration)
            if isInTime, isShort, home.cost <= vehicle.maxCost {
                best[next.set] = min(
                    best[next.set], home.cost + problem.evenness * next.visits * next.visits)
            }
            extend(&best, vehicle, next)
        }
    }

    /// A drive, with the break before or after it.
    private func drive(_ walk: inout Walk, to node: Int, _ vehicle: RoutingProblem.Vehicle) {
        func rested(_ time: Int?) -> Int? {
            guard let time else { return nil }
            let end = max(time, Int(vehicle.breakFrom)) + Int(vehicle.breakLength)
            return end <= Int(vehicle.breakUntil) ? end : nil
        }
        func sooner(_ one: Int?, _ other: Int?) -> Int? { [one, other].compactMap { $0 }.min() }
        let time = checker.time(walk.at, node)
        func there(_ now: Int) -> Int { checker.arrival(from: walk.at, to: node, leaving: now, day: vehicle.day) }
        let fed = sooner(walk.fed, rested(walk.hungry)).map(there)
        walk.hungry = walk.hungry.map(there)
        walk.fed = sooner(fed, rested(walk.hungry))
        walk.cost += Int(problem.costs[walk.at * problem.nodeCount + node])
        walk.duration += time
        walk.at = node
    }
}
