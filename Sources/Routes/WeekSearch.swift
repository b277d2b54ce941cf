import Quantities
import RouteSolver

extension RouteProblem {
    /// The week for the solver: one vehicle a day, costs in seconds of driving, times in minutes; a visit may be on any one of
    /// the days on which it is allowed.
    var routing: RoutingProblem {
        let vehicles = days.enumerated().map { index, span in
            var vehicle = RoutingProblem.Vehicle()
            vehicle.day = index
            vehicle.from = Int32(span.from)
            vehicle.until = Int32(span.until)
            vehicle.maxVisits = maxVisits
            vehicle.maxCost = maxDriving
            if span.hasLunch {
                vehicle.breakLength = Int32(span.lunchMinutes)
                vehicle.breakFrom = Int32(span.lunchFrom)
                vehicle.breakUntil = Int32(span.lunchUntil)
            }
            return vehicle
        }
        var problem = RoutingProblem(
            nodeCount: nodeCount, dayCount: max(1, dayCount), vehicles: vehicles, costs: seconds,
            times: seconds.map { Int32(RouteProblem.minutes(Int($0))) })
        if days.contains(where: { !$0.traffic.isFlat }) {
            problem.times = seconds
            problem.traffic = days.map(\.traffic)
        }
        problem.service = service.map(Int32.init)
        problem.windowOffset = windowOffset.map(Int32.init)
        problem.earliest = earliest.map(Int32.init)
        problem.latest = latest.map { Int32(min($0, 1 << 20)) }
        problem.evenness = RouteProblem.evenness
        problem.setOptions(
            (0..<nodeCount).map { node in
                (0..<dayCount).filter { isAllowed(node, on: $0) }.map {
                    RoutingProblem.VisitOption(days: 1 << UInt64($0), prize: worth[node * dayCount + $0])
                }
            })
        return problem
    }

    /// The orders of the days after that many steps of search, from `start` where it is given.
    func searched(from start: [[Int]]? = nil, steps: Int, stream: String) -> [[Int]] {
        guard dayCount > 0 else { return [] }
        var random = SeededRandom(seed: 0, stream: stream)
        return solveRoutes(routing, seed: random.next(), budget: .steps(steps), from: start).routes
    }
}
