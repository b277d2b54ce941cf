import Dispatch
import Geo
import Synchronization

/// Districts on the way to balance: a power diagram whose centres move to the middle of what they own while its offsets
/// follow the loads, by Newton's method on the dual of the transport problem (Kitagawa, Mérigot and Thibert 2019,
/// "Convergence of a Newton algorithm for semi-discrete optimal transport"; Xin et al. 2016, "Centroidal power diagrams
/// with capacity constraints").
struct BalancedClusters: Sendable {
    let tree: PointTree
    /// By district, summing to the weight of the tree: what it should own.
    let targets: [Double]
    /// By district: what it has beside the tree's points and keeps.
    let bound: [WeightedSums]
    let centresAreFixed: Bool
    private(set) var centres: [PlanePoint]
    private(set) var offsets: [Double]
    /// Of the latest sweep.
    private(set) var sums: [WeightedSums]
    private var borders: BorderMatrix
    private var damping = 0.1
    private var stride = 1.0
    /// How far an offset may change in a step, in mean squared distances. It grows while steps help, since a whole town
    /// may have to give way to the land around it, whose districts are many times as large.
    private var reach = 2.0

    init(
        _ tree: PointTree, targets: [Double], bound: [WeightedSums], centres: [PlanePoint], offsets: [Double]? = nil,
        centresAreFixed: Bool
    ) {
        self.tree = tree
        self.targets = targets
        self.bound = bound
        self.centres = centres
        self.offsets = offsets ?? centres.map { _ in 0 }
        self.centresAreFixed = centresAreFixed
        sums = centres.map { _ in WeightedSums() }
        borders = BorderMatrix(centres.count)
    }

    /// Sum of weight × squared distance of the tree's points, at the latest sweep.
    var squares: Double {
        centres.indices.reduce(0) { $0 + sums[$1].squares(around: centres[$1]) }
    }

    /// A lower bound of what balance costs, good for comparing starts: the dual value at the latest sweep.
    var dual: Double {
        centres.indices.reduce(squares) { $0 + offsets[$1] * (targets[$1] - sums[$1].weight) }
    }

    /// Sum of squared misses of the targets, relative to them.
    private var imbalance: Double {
        centres.indices.reduce(0) {
            let missing = targets[$1] - sums[$1].weight
            return $0 + missing * missing / max(targets[$1], smallWeight)
        }
    }

    /// The largest miss relative to the mean target.
    var largestMiss: Double {
        let mean = tree.sums.weight / Double(targets.count)
        return centres.indices.reduce(0) { max($0, abs(targets[$1] - sums[$1].weight)) } / mean
    }

    private var smallWeight: Double { tree.sums.weight * 1e-9 }

    /// Centres and offsets together. A step that upsets the balance is taken back, and the next one is shorter.
    mutating func settle(rounds: Int) {
        sweep()
        let pointsEach = Double(tree.points.count) / Double(centres.count)
        let allowed = max(0.01, 2 / pointsEach) * tree.sums.weight
        // One district that is far off does not show in the mean of many.
        let allowedMiss = max(0.3, 4 / pointsEach.squareRoot())
        for _ in 0..<rounds {
            if centresAreFixed || imbalance > allowed || largestMiss > allowedMiss {
                improveOffsets()
                continue
            }
            let before = self
            reach = min(reach, 2)
            changeOffsets(movingCentres: stride)
            sweep()
            if imbalance > allowed || largestMiss > allowedMiss {
                let shorter = stride / 2
                self = before
                stride = max(shorter, 0.05)
                damping = min(damping * 4, 10)
                improveOffsets()
            } else {
                stride = min(1, stride * 1.5)
                damping = max(damping / 2, 1e-4)
            }
        }
    }

    /// Offsets alone, until the largest miss is at most `goal` or no step helps.
    mutating func balance(steps: Int, goal: Double) {
        sweep()
        var failures = 0
        for _ in 0..<steps where largestMiss > goal && failures < 8 {
            failures = improveOffsets() ? 0 : failures + 1
        }
    }

    /// One step; taken back where it does not help, and the next one is shorter then.
    @discardableResult
    private mutating func improveOffsets() -> Bool {
        let (before, offsetsBefore, sumsBefore, bordersBefore) = (dual, offsets, sums, borders)
        if imbalance == 0 { return true }
        changeOffsets(movingCentres: 0)
        sweep()
        if dual > before {
            damping = max(damping / 4, 1e-4)
            reach = min(reach * 2, 1e6)
            return true
        }
        (offsets, sums, borders) = (offsetsBefore, sumsBefore, bordersBefore)
        damping = min(damping * 8, 1e4)
        reach = max(reach / 8, 0.5)
        return false
    }

    mutating func take(offsets: [Double]) { self.offsets = offsets }

    /// Centres in the middle of the points that `owner` gives them; false when none moves, or none may.
    mutating func centre(on owner: [Int32]) -> Bool {
        if centresAreFixed { return false }
        var own = centres.map { _ in WeightedSums() }
        for (index, district) in owner.enumerated() {
            own[Int(district)].add(tree.points[index], weight: tree.weights[index])
        }
        sums = own
        let moved = centroids()
        defer { centres = moved }
        return zip(centres, moved).contains { $0.distance(to: $1) > 1e-9 }
    }

    /// How far from a border a point counts as near it, by district: a part of the mean squared distance to its centre
    /// that holds some points even where a district has few.
    func margins(_ factor: Double) -> [Double] {
        let weight = sums.reduce(0) { $0 + $1.weight }
        let whole = weight > 0 ? squares / weight : tree.sums.squares / tree.sums.weight
        return centres.indices.map { district in
            let own = sums[district].weight
            let mean = own > smallWeight ? sums[district].squares(around: centres[district]) / own : whole
            return factor * max(mean, whole * 1e-4) + 1e-15
        }
    }

    private mutating func changeOffsets(movingCentres share: Double) {
        let matrix = borders.symmetric()
        let scale = margins(1)
        var missing = centres.indices.map { targets[$0] - sums[$0].weight }
        if share > 0 {
            let moved = zip(centres, centroids()).map { old, new in
                PlanePoint(old.x + share * (new.x - old.x), old.y + share * (new.y - old.y))
            }
            for (district, loss) in matrix.losses(from: centres, to: moved).enumerated() { missing[district] += loss }
            centres = moved
        }
        let diagonal = centres.indices.map { damping * max(targets[$0], sums[$0].weight, smallWeight) / scale[$0] }
        let change = matrix.offsetChange(missing: missing, damping: diagonal)
        for district in centres.indices {
            let limit = reach * scale[district]
            offsets[district] += min(max(change[district], -limit), limit)
        }
    }

    private func centroids() -> [PlanePoint] {
        centres.indices.map { district in
            var all = sums[district]
            all.add(bound[district])
            return all.centroid ?? centres[district]
        }
    }

    private mutating func sweep() {
        let pointsEach = Double(tree.points.count) / Double(centres.count)
        let diagram = PowerSweep.Diagram(
            centres: centres, offsets: offsets, margins: margins(min(1, max(0.05, 100 / pointsEach))))
        let result = BalancedClusters.sweep(tree, diagram)
        (sums, borders) = (result.sums, result.borders)
    }

    /// Large trees are swept in two halves whose sums are added in one order, whatever the number of threads.
    private static func sweep(_ tree: PointTree, _ diagram: PowerSweep.Diagram) -> PowerSweep {
        if tree.points.count < 50_000 {
            var whole = PowerSweep(tree, diagram)
            whole.run()
            return whole
        }
        var halves = inParallel(2) { half in
            var sweep = PowerSweep(tree, diagram)
            sweep.run(from: 2 + half)
            return sweep
        }
        halves[0].add(halves[1])
        return halves[0]
    }
}

/// The results of `body` for 0..<count in this order, computed on as many threads as there are.
func inParallel<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = body(index)
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}
