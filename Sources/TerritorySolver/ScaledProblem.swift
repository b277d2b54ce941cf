import Geo

/// A problem in the units of the search: places within ±0.5, points that are free along Hilbert's curve, what is bound
/// summed up. Two lists of the same points in another order give the same one, but for `places`.
struct ScaledProblem: Sendable {
    /// Of the free points; nil when all are bound.
    let tree: PointTree?
    /// By point of the tree: its place in the problem.
    let places: [Int32]
    /// By district: the bound points.
    let bound: [WeightedSums]
    /// By district, for the free points: what should go there, at least and at most. Targets sum to their weight.
    let targets: [Double]
    let lower: [Double]
    let upper: [Double]
    /// The weight that all free points have, where they have the same.
    let unit: Double?
    let centres: [PlanePoint]?
    let centresAreFixed: Bool
    let middle: PlanePoint
    /// Problem units for one unit of the search.
    let scale: Double

    init(_ problem: DistrictProblem) {
        let box = PlaneBox(problem.points) ?? PlaneBox(minX: 0, minY: 0, maxX: 0, maxY: 0)
        let (middle, side) = (box.centre, max(box.width, box.height))
        let scale = side > 0 ? side : 1
        func scaled(_ point: PlanePoint) -> PlanePoint {
            PlanePoint((point.x - middle.x) / scale, (point.y - middle.y) / scale)
        }
        func inOrder(_ indices: [Int]) -> (points: [PlanePoint], weights: [Double], places: [Int32]) {
            let (points, weights) = (indices.map { scaled(problem.points[$0]) }, indices.map { problem.weights[$0] })
            let order = hilbertOrder(points, weights: weights)
            return (
                order.map { points[Int($0)] }, order.map { weights[Int($0)] }, order.map { Int32(indices[Int($0)]) }
            )
        }
        (self.middle, self.scale) = (middle, scale)
        let isBound = { (index: Int) in !problem.locked.isEmpty && problem.locked[index] != nil }
        let free = inOrder(problem.points.indices.filter { !isBound($0) })
        let kept = inOrder(problem.points.indices.filter(isBound))
        tree = free.points.isEmpty ? nil : PointTree(ordered: free.points, weights: free.weights)
        places = free.places
        var bound = problem.shares.map { _ in WeightedSums() }
        for (index, place) in kept.places.enumerated() {
            if let district = problem.locked[Int(place)] {
                bound[district].add(kept.points[index], weight: kept.weights[index])
            }
        }
        self.bound = bound
        centres = problem.centres?.map(scaled)
        centresAreFixed = problem.centresAreFixed
        let unit = free.weights.first
        self.unit = free.weights.allSatisfy({ $0 == unit }) ? unit : nil
        // Summed in the order of the curve, so that the order of the input has no say in the last bits.
        let freeWeight = free.weights.reduce(0, +)
        let whole = freeWeight + kept.weights.reduce(0, +)
        let shareSum = problem.shares.reduce(0, +)
        let full = problem.shares.map { $0 / shareSum * whole }
        let needs = zip(full, bound).map { max(0, $0 - $1.weight) }
        let needSum = needs.reduce(0, +)
        var targets = needs.map { needSum > 0 ? $0 / needSum * freeWeight : freeWeight / Double(needs.count) }
        if let unit = self.unit {
            targets = wholeTargets(targets.map { $0 / unit }, sum: free.weights.count).map { Double($0) * unit }
        }
        self.targets = targets
        // Unequal weights never meet a share exactly; half a point more or less is what borders can do.
        let mean = freeWeight / Double(max(1, free.weights.count))
        let leeway = problem.tolerance == 0 && self.unit == nil ? mean / 2 : 0
        lower = full.indices.map {
            min(targets[$0], max(0, full[$0] * (1 - problem.tolerance) - leeway - bound[$0].weight))
        }
        upper = full.indices.map {
            max(targets[$0], full[$0] * (1 + problem.tolerance) + leeway - bound[$0].weight)
        }
    }

    func place(_ point: PlanePoint) -> PlanePoint { PlanePoint(point.x * scale + middle.x, point.y * scale + middle.y) }
}

/// Whole numbers with the given sum that are nearest to `targets`: the largest remainders are rounded up, the first of
/// equal ones.
func wholeTargets(_ targets: [Double], sum: Int) -> [Int] {
    var whole = targets.map { Int(($0 + 1e-9).rounded(.down)) }
    let order = targets.indices.sorted { (targets[$1] - Double(whole[$1]), $0) < (targets[$0] - Double(whole[$0]), $1) }
    var left = sum - whole.reduce(0, +)
    while left != 0 {
        for district in order where left != 0 && (left > 0 || whole[district] > 0) {
            whole[district] += left.signum()
            left -= left.signum()
        }
    }
    return whole
}
