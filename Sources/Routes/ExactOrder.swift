/// The order of a day's visits that drives least among all that keep the day, or nil when `order` itself drives as little
/// as any. `isProven` is false when the effort ran out before that was certain.
///
/// Dynamic programme over sets of visits (Held and Karp 1962) with labels of driving and time (Dumas, Desrosiers, Gelinas
/// and Solomon 1995, "An optimal algorithm for the traveling salesman problem with time windows"), the time being the two
/// clocks around lunch. A first pass without windows gives for each set and last visit the least driving still to come;
/// labels that cannot beat `order` even so are dropped, which leaves few of them. O(2ⁿ n²) for the first pass.
func exactOrder(
    _ order: [Int], on day: Int, _ problem: RouteProblem, largest: Int = 12, labelLimit: Int = 60_000
) -> (order: [Int]?, isProven: Bool) {
    let count = order.count
    guard count > 1 else { return (nil, true) }
    guard count <= largest else { return (nil, false) }
    var search = OrderSearch(order, on: day, problem)
    let isProven = search.run(labelLimit: labelLimit)
    return (search.bestOrder, isProven)
}

private struct OrderSearch {
    private struct Label {
        var cost: Int
        var clocks: Clocks
        var visit: Int
        /// Index of the label before it, −1 at the first visit.
        var parent: Int
        /// Index of the next label of the same set and last visit, −1 at the end.
        var next: Int
    }

    private let problem: RouteProblem
    private let day: Int
    private let visits: [Int]
    /// Least driving from visit `last` through all visits not in `set` and home, windows or not: `set × count + last`.
    private var toGo: [Int32]
    private var labels: [Label] = []
    private var heads: [Int32]
    private var bestCost: Int
    private var bestLabel = -1

    init(_ order: [Int], on day: Int, _ problem: RouteProblem) {
        self.problem = problem
        self.day = day
        visits = order
        let count = order.count
        bestCost = zip([0] + order, order + [0]).reduce(0) { $0 + problem.drive($1.0, $1.1) }
        let full = 1 << count - 1
        toGo = Array(repeating: Int32.max / 2, count: (full + 1) * count)
        heads = Array(repeating: -1, count: (full + 1) * count)
        let legs = order.flatMap { from in order.map { Int32(problem.drive(from, $0)) } }
        for last in 0..<count { toGo[full * count + last] = Int32(problem.drive(order[last], 0)) }
        for set in (1..<full).reversed() {
            for last in 0..<count where set >> last & 1 == 1 {
                var least = Int32.max / 2
                for next in 0..<count where set >> next & 1 == 0 {
                    least = min(least, legs[last * count + next] + toGo[(set | 1 << next) * count + next])
                }
                toGo[set * count + last] = least
            }
        }
    }

    /// The visits of the best order found, nil when none beats the given one.
    var bestOrder: [Int]? {
        guard bestLabel >= 0 else { return nil }
        var order: [Int] = []
        var index = bestLabel
        while index >= 0 {
            order.append(visits[labels[index].visit])
            index = labels[index].parent
        }
        return order.reversed()
    }

    /// False when the limit of labels ended it.
    mutating func run(labelLimit: Int) -> Bool {
        let count = visits.count
        let full = 1 << count - 1
        let span = problem.days[day]
        for visit in 0..<count {
            extend(nil, Label(cost: 0, clocks: span.start, visit: 0, parent: -1, next: -1), to: visit, set: 0)
        }
        for set in 1..<full {
            for last in 0..<count where set >> last & 1 == 1 {
                var index = Int(heads[set * count + last])
                while index >= 0 {
                    let label = labels[index]
                    for next in 0..<count where set >> next & 1 == 0 { extend(index, label, to: next, set: set) }
                    if labels.count > labelLimit { return false }
                    index = label.next
                }
            }
        }
        let latest = span.latestEnd
        for last in 0..<count {
            var index = Int(heads[full * count + last])
            while index >= 0 {
                let label = labels[index]
                let home = problem.drive(visits[last], 0)
                let clocks = span.drive(label.clocks, seconds: home)
                if label.cost + home < bestCost, clocks.fed <= latest.fed || clocks.hungry <= latest.hungry {
                    bestCost = label.cost + home
                    bestLabel = index
                }
                index = label.next
            }
        }
        return true
    }

    private mutating func extend(_ parent: Int?, _ label: Label, to visit: Int, set: Int) {
        let count = visits.count
        let node = visits[visit]
        let leg = problem.drive(parent == nil ? 0 : visits[label.visit], node)
        let state = (set | 1 << visit) * count + visit
        let cost = label.cost + leg
        guard cost + Int(toGo[state]) < bestCost else { return }
        let arrival = problem.days[day].drive(label.clocks, seconds: leg)
        let clocks = problem.ready(after: node, on: day, arriving: arrival)
        guard clocks.fed < never || clocks.hungry < never else { return }
        var index = Int(heads[state])
        while index >= 0 {
            let other = labels[index]
            if other.cost <= cost, other.clocks.fed <= clocks.fed, other.clocks.hungry <= clocks.hungry { return }
            index = other.next
        }
        labels.append(
            Label(cost: cost, clocks: clocks, visit: visit, parent: parent ?? -1, next: Int(heads[state])))
        heads[state] = Int32(labels.count - 1)
    }
}
