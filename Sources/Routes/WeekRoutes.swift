/// The routes of all days of a `RouteProblem`, with the clocks that tell in O(1) whether one more visit fits.
///
/// Forward and backward time windows after Savelsbergh (1992), "The vehicle routing problem with time windows:
/// minimizing route duration", here for two clocks a day because of lunch. Position 0 of a day is home, 1...count are
/// visits, count + 1 is home again; a day takes `stride` places in the flat arrays.
struct WeekRoutes {
    let stride: Int
    private(set) var nodes: [Int]
    private(set) var counts: [Int]
    /// Ready to leave from each position.
    private(set) var ready: [Clocks]
    /// Latest arrival at each position.
    private(set) var latest: [Clocks]
    /// Seconds from each position to the next.
    private(set) var legs: [Int]
    private(set) var driving: [Int]
    /// The day of each node, −1 when it is not visited.
    private(set) var dayOf: [Int]

    init(_ problem: RouteProblem) {
        stride = min(problem.maxVisits, problem.nodeCount) + 2
        nodes = Array(repeating: 0, count: stride * problem.dayCount)
        counts = Array(repeating: 0, count: problem.dayCount)
        ready = Array(repeating: Clocks(hungry: 0, fed: 0), count: stride * problem.dayCount)
        latest = ready
        legs = nodes
        driving = counts
        dayOf = Array(repeating: -1, count: problem.nodeCount)
        for day in 0..<problem.dayCount { refresh(day, problem) }
    }

    /// The visits of a day in order.
    func visits(on day: Int) -> ArraySlice<Int> { nodes[day * stride + 1..<day * stride + 1 + counts[day]] }

    /// Recomputes the clocks and drives of a day; false when the order does not keep the day.
    @discardableResult
    mutating func refresh(_ day: Int, _ problem: RouteProblem) -> Bool {
        let span = problem.days[day]
        let base = day * stride
        let end = base + counts[day] + 1
        nodes[end] = 0
        var clocks = span.start
        var sum = 0
        ready[base] = clocks
        for index in base..<end {
            let leg = problem.drive(nodes[index], nodes[index + 1])
            legs[index] = leg
            sum += leg
            clocks = span.drive(clocks, seconds: leg)
            if index + 1 < end {
                clocks = problem.ready(after: nodes[index + 1], on: day, arriving: clocks)
                ready[index + 1] = clocks
            }
        }
        driving[day] = sum
        var latestClocks = span.latestEnd
        let isKept = clocks.fed <= latestClocks.fed || clocks.hungry <= latestClocks.hungry
        latest[end] = latestClocks
        for index in (base..<end).reversed() where index > base {
            let ready = span.latestReady(arrivingBy: latestClocks, seconds: legs[index])
            latestClocks = problem.latestArrival(at: nodes[index], on: day, leavingBy: ready)
            latest[index] = latestClocks
        }
        return isKept && sum <= problem.maxDriving
    }

    /// The cheapest place for a node in a day, if it costs less than `limit`: seconds of driving and unevenness less its
    /// worth, and the position that it would come after. O(stops).
    @inline(__always)
    func cheapestPlace(
        of node: Int, on day: Int, _ problem: RouteProblem, below limit: Int
    ) -> (cost: Int, position: Int)? {
        let count = counts[day]
        let worth = problem.worth[node &* problem.dayCount &+ day]
        guard worth >= 0, count < problem.maxVisits else { return nil }
        let base = day &* stride
        let row = node &* problem.nodeCount
        let fixed = RouteProblem.evenness &* (2 &* count &+ 1) &- worth
        var bound = min(limit, problem.maxDriving &- driving[day] &+ fixed &+ 1)
        var place: Int?
        for position in 0...count {
            let index = base &+ position
            let to = Int(problem.secondsTo[row &+ nodes[index]])
            let from = Int(problem.seconds[row &+ nodes[index &+ 1]])
            let cost = to &+ from &- legs[index] &+ fixed
            if cost < bound, fits(node, day, index, to, from, problem) {
                bound = cost
                place = position
            }
        }
        return place.map { (bound, $0) }
    }

    @inline(__always)
    private func fits(
        _ node: Int, _ day: Int, _ index: Int, _ to: Int, _ from: Int, _ problem: RouteProblem
    ) -> Bool {
        let span = problem.days[day]
        let arrival = span.drive(ready[index], seconds: to)
        let clocks = problem.ready(after: node, on: day, arriving: arrival)
        let next = span.drive(clocks, seconds: from)
        let latest = latest[index &+ 1]
        return next.fed <= latest.fed || next.hungry <= latest.hungry
    }

    mutating func insert(_ node: Int, on day: Int, after position: Int, _ problem: RouteProblem) {
        let base = day * stride
        var index = base + counts[day]
        while index > base + position {
            nodes[index + 1] = nodes[index]
            index -= 1
        }
        nodes[base + position + 1] = node
        counts[day] += 1
        dayOf[node] = day
        refresh(day, problem)
    }

    /// Takes `length` visits out, from `position` (1...) on; the clocks are stale until `refresh`.
    mutating func remove(_ length: Int, from position: Int, on day: Int) {
        let base = day * stride
        for index in base + position..<base + position + length { dayOf[nodes[index]] = -1 }
        for index in base + position + length..<base + counts[day] + 2 { nodes[index - length] = nodes[index] }
        counts[day] -= length
    }

    /// Puts the visits of a day into that order, which must hold the same nodes and keep the day.
    mutating func reorder(_ day: Int, _ order: [Int], _ problem: RouteProblem) {
        for (offset, node) in order.enumerated() { nodes[day * stride + 1 + offset] = node }
        refresh(day, problem)
    }
}
