import Geo

/// A start brought to its end with all points: settled, balanced, divided, and priced.
struct FinishedDistricts: Sendable {
    private(set) var centres: [PlanePoint] = []
    private(set) var offsets: [Double] = []
    /// By point of the tree.
    private(set) var owner: [Int32] = []
    /// By district, with what is bound.
    private(set) var loads: [Double] = []
    private(set) var squares = Double.infinity
    private(set) var bound = 0.0
    /// Sum of what loads miss their limits by.
    private(set) var miss = 0.0

    init(_ problem: ScaledProblem, tree: PointTree, start: BalancedClusters, rounds: Int) {
        var clusters = start
        if tree.isOnePlace {
            centres = clusters.centres
            offsets = centres.map { _ in 0 }
            owner = dealt(tree.weights, targets: problem.targets)
            price(problem, tree: tree)
            return
        }
        // Centres wait for balance, and would have few rounds left.
        clusters.balance(steps: 100, goal: 0.1)
        clusters.settle(rounds: rounds)
        // What the division moves shifts the middles a little; each pass is dearer only by chance, never kept then.
        for pass in 0..<3 {
            if pass > 0, !clusters.centre(on: owner) { return }
            let before = self
            divide(problem, tree: tree, clusters: &clusters)
            if pass > 0, (before.miss, before.squares) < (miss, squares) {
                self = before
                return
            }
        }
    }

    private mutating func divide(_ problem: ScaledProblem, tree: PointTree, clusters: inout BalancedClusters) {
        let pointsEach = Double(tree.points.count) / Double(problem.targets.count)
        clusters.balance(steps: 200, goal: max(0.5 / pointsEach, 0.001))
        centres = clusters.centres
        let factor = max(0.05, min(1, 100 / pointsEach))
        offsets = clusters.offsets
        var exact: ExactBalance
        if let unit = problem.unit {
            exact = ExactBalance(
                tree, centres: centres, offsets: offsets, counts: problem.targets.map { Int(($0 / unit).rounded()) })
        } else {
            let leeway = tree.sums.weight / Double(tree.points.count) / 2
            exact = ExactBalance(
                tree, centres: centres, offsets: offsets, targets: problem.targets,
                lower: problem.targets.indices.map { min(problem.lower[$0], problem.targets[$0] - leeway) },
                upper: problem.targets.indices.map { max(problem.upper[$0], problem.targets[$0] + leeway) },
                weights: tree.weights)
        }
        exact.solve(margins: clusters.margins(factor))
        (owner, offsets) = (exact.owner, exact.offsets)
        clusters.take(offsets: offsets)
        if problem.unit == nil || problem.lower != problem.upper {
            // A small problem is searched whole.
            let isSmall = tree.points.count * centres.count <= 50_000
            let margins = isSmall ? centres.map { _ in Double.infinity } : clusters.margins(2 * factor)
            var sweep = PowerSweep(
                tree, PowerSweep.Diagram(centres: centres, offsets: offsets, margins: margins), assigns: true)
            sweep.run()
            if let near = sweep.assignment {
                var balance = WeightedBalance(
                    tree, centres: centres, near: near, targets: problem.targets, lower: problem.lower,
                    upper: problem.upper, owner: owner)
                balance.solve()
                owner = balance.owner
            }
        }
        price(problem, tree: tree)
    }

    private mutating func price(_ problem: ScaledProblem, tree: PointTree) {
        var sums = problem.bound
        var free = problem.targets.map { _ in 0.0 }
        let kept = sums.indices.reduce(0) { $0 + sums[$1].squares(around: centres[$1]) }
        squares = kept
        bound = kept
        for (index, point) in tree.points.enumerated() {
            let district = Int(owner[index])
            let weight = tree.weights[index]
            sums[district].add(point, weight: weight)
            free[district] += weight
            let (dx, dy) = (point.x - centres[district].x, point.y - centres[district].y)
            squares += weight * (dx * dx + dy * dy)
        }
        loads = sums.map(\.weight)
        miss = free.indices.reduce(0) {
            let over = max(0, free[$1] - problem.upper[$1], problem.lower[$1] - free[$1])
            return $0 + (over > 1e-9 * (problem.targets[$1] + 1e-12) ? over : 0)
        }
        if squares > 0 { bound = min(squares, kept + dual(problem, tree: tree, free: free)) }
    }

    /// The value of the transport problem's dual at these offsets, with the best constant added to them; limits are
    /// widened to the loads where these lie outside, so that it stays a bound.
    private func dual(_ problem: ScaledProblem, tree: PointTree, free: [Double]) -> Double {
        var sweep = PowerSweep(
            tree, PowerSweep.Diagram(centres: centres, offsets: offsets, margins: centres.map { _ in 0 }))
        sweep.run()
        let value = centres.indices.reduce(0) {
            $0 + sweep.sums[$1].squares(around: centres[$1]) - offsets[$1] * sweep.sums[$1].weight
        }
        let lower = free.indices.map { min(free[$0], problem.lower[$0]) }
        let upper = free.indices.map { max(free[$0], problem.upper[$0]) }
        let order = offsets.indices.sorted { (offsets[$1], $0) < (offsets[$0], $1) }
        // Adding s to all offsets takes s × weight off the points' part; the slope falls as offsets rise above 0.
        var slope = upper.reduce(0, +) - tree.sums.weight
        var shift = -(order.first.map { offsets[$0] } ?? 0)
        for district in order {
            shift = -offsets[district]
            slope -= upper[district] - lower[district]
            if slope <= 0 { break }
        }
        return offsets.indices.reduce(value - shift * tree.sums.weight) {
            let offset = offsets[$1] + shift
            return $0 + offset * (offset > 0 ? lower[$1] : upper[$1])
        }
    }
}

/// Points at one place, dealt out by weight: the heaviest first, each to the district that lacks most. By point its
/// district. O(n log n).
func dealt(_ weights: [Double], targets: [Double]) -> [Int32] {
    var owner = weights.map { _ in 0 as Int32 }
    var lacking = PriceQueue()
    for (district, target) in targets.enumerated() {
        lacking.push(PriceQueue.Entry(price: -target, point: Int32(district)))
    }
    for point in weights.indices.sorted(by: { (weights[$1], $0) < (weights[$0], $1) }) {
        guard var most = lacking.pop() else { break }
        owner[point] = most.point
        most.price += weights[point]
        lacking.push(most)
    }
    return owner
}
