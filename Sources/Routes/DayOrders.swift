// What the keeping of published days asks of an order of visits. It needs no search: days are short.
extension WeekProblem {
    /// Seconds of driving of a day with that order, or nil when the order does not keep the day. O(n).
    func driving(_ order: [Int], on day: Int) -> Int? {
        guard order.count <= problem.maxVisits, order.allSatisfy({ problem.isAllowed($0, on: day) }) else { return nil }
        let span = problem.days[day]
        var clocks = span.start
        var total = 0
        for (from, to) in zip([0] + order, order + [0]) {
            let leg = problem.drive(from, to)
            total += leg
            clocks = span.drive(clocks, seconds: leg)
            if to != 0 { clocks = problem.ready(after: to, on: day, arriving: clocks) }
        }
        let latest = span.latestEnd
        let isKept = order.isEmpty || clocks.fed <= latest.fed || clocks.hungry <= latest.hungry
        return isKept && total <= problem.maxDriving ? total : nil
    }

    /// The order with `node` at the place where it costs least driving, nil when it fits nowhere. O(n²).
    func inserting(_ node: Int, into order: [Int], on day: Int) -> (order: [Int], driving: Int)? {
        guard problem.isAllowed(node, on: day) else { return nil }
        var best: (order: [Int], driving: Int)?
        for position in 0...order.count {
            var trial = order
            trial.insert(node, at: position)
            if let driving = driving(trial, on: day), driving < best?.driving ?? Int.max { best = (trial, driving) }
        }
        return best
    }

    /// The order with `node` put in and one other visit moved to another place of the day, with the least driving; nil when
    /// no such order keeps the day. O(n³).
    func insertingByMovingOne(_ node: Int, into order: [Int], on day: Int) -> (order: [Int], driving: Int)? {
        var best: (order: [Int], driving: Int)?
        for index in order.indices {
            var rest = order
            let moved = rest.remove(at: index)
            guard let without = inserting(node, into: rest, on: day),
                let found = inserting(moved, into: without.order, on: day)
            else { continue }
            if found.driving < best?.driving ?? Int.max { best = found }
        }
        return best
    }

    /// The order of these visits that keeps the day with the least driving, nil when none does. Branch and bound over all
    /// orders, so for at most `longest` visits; nil beyond.
    func anyOrder(of nodes: [Int], on day: Int, longest: Int = 8) -> (order: [Int], driving: Int)? {
        guard nodes.count <= longest, nodes.count <= problem.maxVisits else { return nil }
        guard nodes.allSatisfy({ problem.isAllowed($0, on: day) }) else { return nil }
        var best: (order: [Int], driving: Int)?
        var order: [Int] = []
        func extend(_ clocks: Clocks, _ driven: Int) {
            if order.count == nodes.count {
                if let total = driving(order, on: day), total < best?.driving ?? Int.max { best = (order, total) }
                return
            }
            for node in nodes where !order.contains(node) {
                let leg = problem.drive(order.last ?? 0, node)
                guard driven + leg < best?.driving ?? Int.max else { continue }
                let span = problem.days[day]
                let arrival = span.drive(clocks, seconds: leg)
                let ready = problem.ready(after: node, on: day, arriving: arrival)
                guard min(ready.fed, ready.hungry) <= span.until else { continue }
                order.append(node)
                extend(ready, driven + leg)
                order.removeLast()
            }
        }
        extend(problem.days[day].start, 0)
        return best
    }

    /// Another order of these visits that has room for `node`: of all orders where they are few, else with one visit moved.
    func reordered(_ order: [Int], with node: Int, on day: Int) -> (order: [Int], driving: Int)? {
        anyOrder(of: order + [node], on: day) ?? insertingByMovingOne(node, into: order, on: day)
    }
}
