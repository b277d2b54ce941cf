import Geo
import Quantities

/// Where the search for centres begins: several starts on a thinned tree, of which the best go on with all points.
struct DistrictStarts: Sendable {
    private let problem: ScaledProblem
    private let tree: PointTree
    private let seed: UInt64
    private let rounds: Int

    init(_ problem: ScaledProblem, tree: PointTree, seed: UInt64, rounds: Int) {
        self.problem = problem
        self.tree = tree
        self.seed = seed
        self.rounds = rounds
    }

    /// Centres and offsets on the whole tree, the most promising first.
    func finalists() -> [BalancedClusters] {
        if let centres = problem.centres { return [clusters(tree, centres, nil)] }
        if tree.isOnePlace { return [clusters(tree, problem.targets.map { _ in tree.points[0] }, nil)] }
        if rounds == 0 { return [start(0, on: tree, rounds: 0)] }
        let districtCount = problem.targets.count
        let thinned = tree.thinned(to: max(1_000, 50 * districtCount))
        let pointCount = max(tree.points.count, 50 * districtCount)
        let starts = inParallel(min(8, max(2, 200_000 / pointCount))) {
            start($0, on: thinned, rounds: min(rounds, 40))
        }
        let order = starts.indices.sorted { (starts[$0].dual, $0) < (starts[$1].dual, $1) }
        return order.prefix(min(6, max(1, 20_000 / pointCount))).map { index in
            clusters(tree, starts[index].centres, starts[index].offsets)
        }
    }

    private func start(_ number: Int, on tree: PointTree, rounds: Int) -> BalancedClusters {
        var random = SeededRandom(seed: seed, stream: "start \(number)")
        let begin = halvedCentres(tree, targets: problem.targets, random: &random)
        var start = clusters(tree, begin.centres, begin.offsets)
        start.settle(rounds: rounds)
        start.balance(steps: 10, goal: 0.02)
        return start
    }

    private func clusters(_ tree: PointTree, _ centres: [PlanePoint], _ offsets: [Double]?) -> BalancedClusters {
        BalancedClusters(
            tree, targets: problem.targets, bound: problem.bound, centres: centres, offsets: offsets,
            centresAreFixed: problem.centresAreFixed)
    }
}
