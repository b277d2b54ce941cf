import Quantities

/// A tour under improvement, with what the moves need.
///
/// Nodes are numbered anew (see `TourPlane`); `label` gives the caller's numbers.
struct TourSearch: ~Copyable {
    let costs: TourCosts
    let near: TourNeighbours
    let label: [Int]
    var tour: TourArray
    var agenda: TourAgenda
    var chain: TourChain
    var random: SeededRandom

    /// How many neighbours are tried as the new next node of another; of these so many simply the nearest.
    static let neighbours = (all: 10, nearest: 6, perQuadrant: 1)

    init(_ problem: TourProblem, seed: UInt64) {
        let width = Self.neighbours.all
        switch problem.source {
        case .plane(let x, let y, let scale, let rounding):
            let plane = TourPlane(x: x, y: y)
            label = plane.label
            costs = TourCosts(plane: plane, scale: scale, rounding: rounding)
            near = TourNeighbours(
                plane: plane, costs: costs, width: width, nearest: Self.neighbours.nearest,
                perQuadrant: Self.neighbours.perQuadrant)
        case .matrix(let matrix):
            label = Array(0..<problem.nodeCount)
            costs = TourCosts(matrix: matrix, side: problem.nodeCount, isSymmetric: problem.isSymmetric)
            near = TourNeighbours(costs: costs, width: width)
        }
        tour = TourArray(TourStart.greedy(costs: costs, near: near))
        agenda = TourAgenda(count: costs.count)
        chain = TourChain()
        random = SeededRandom(seed: seed)
        for node in tour.nodes { agenda.add(node) }
    }

    /// The tour in the caller's numbers.
    var order: [Int] {
        guard costs.isDoubled else { return tour.nodes.map { label[$0] } }
        let nodes = tour.nodes.filter { $0 & 1 == 0 }.map { label[$0 / 2] }
        return tour.next(0) == 1 ? nodes : nodes.reversed()
    }

    /// Improves around all nodes that wait, and around those that change with it; how much cheaper the tour became.
    mutating func settle() -> Int {
        var gain = 0
        while let node = agenda.take() {
            var better = improve(around: node)
            while better > 0 {
                gain &+= better
                better = improve(around: node)
            }
        }
        return gain
    }
}
