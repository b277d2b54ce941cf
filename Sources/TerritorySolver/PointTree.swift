import Geo

/// Points along Hilbert's curve under a complete binary tree of boxes with sums, so that a sweep can count whole boxes
/// that lie in one district (the filtering of Kanungo et al. 2002, "An efficient k-means clustering algorithm").
struct PointTree: Sendable {
    struct Node: Sendable {
        /// The box of its points: centre and half sides.
        var x = 0.0
        var y = 0.0
        var halfWidth = 0.0
        var halfHeight = 0.0
        /// Sums over its points: weight, weight × x, weight × y, weight × (x² + y²).
        var sums = WeightedSums()
    }

    let points: [PlanePoint]
    let weights: [Double]
    /// Node 1 is the root; the children of node k are 2k and 2k + 1; leaves come last.
    let nodes: [Node]
    let leafCount: Int
    /// Of the root.
    var sums: WeightedSums { nodes[1].sums }

    var isOnePlace: Bool { nodes[1].halfWidth < 1e-12 && nodes[1].halfHeight < 1e-12 }

    /// - Parameter points: in an order in which neighbours lie close together; at least one.
    init(ordered points: [PlanePoint], weights: [Double]) {
        self.points = points
        self.weights = weights
        var leaves = 1
        while points.count / (2 * leaves) >= 8 { leaves *= 2 }
        leafCount = leaves
        var nodes = [Node](repeating: Node(), count: 2 * leaves)
        var boxes = [PlaneBox](repeating: PlaneBox(minX: 0, minY: 0, maxX: 0, maxY: 0), count: 2 * leaves)
        for node in (1..<(2 * leaves)).reversed() {
            if node >= leaves {
                let range = PointTree.range(ofLeaf: node - leaves, leafCount: leaves, count: points.count)
                boxes[node] = PlaneBox(points[range]) ?? boxes[node]
                for index in range { nodes[node].sums.add(points[index], weight: weights[index]) }
            } else {
                let (left, right) = (boxes[2 * node], boxes[2 * node + 1])
                boxes[node] = PlaneBox(
                    minX: min(left.minX, right.minX), minY: min(left.minY, right.minY),
                    maxX: max(left.maxX, right.maxX), maxY: max(left.maxY, right.maxY))
                nodes[node].sums = nodes[2 * node].sums
                nodes[node].sums.add(nodes[2 * node + 1].sums)
            }
            let box = boxes[node]
            (nodes[node].x, nodes[node].y) = (box.centre.x, box.centre.y)
            // A little wider, so that rounding never puts a point outside.
            nodes[node].halfWidth = box.width / 2 * (1 + 0x1p-40) + 0x1p-50
            nodes[node].halfHeight = box.height / 2 * (1 + 0x1p-40) + 0x1p-50
        }
        self.nodes = nodes
    }

    func range(ofLeaf leaf: Int) -> Range<Int> {
        PointTree.range(ofLeaf: leaf, leafCount: leafCount, count: points.count)
    }

    private static func range(ofLeaf leaf: Int, leafCount: Int, count: Int) -> Range<Int> {
        count * leaf / leafCount..<count * (leaf + 1) / leafCount
    }

    /// Every so many-th point along the curve, each with the weight of those that it stands for: a tree of about `count`.
    func thinned(to count: Int) -> PointTree {
        guard points.count > count else { return self }
        var picked: [PlanePoint] = []
        var heavier: [Double] = []
        for part in 0..<count {
            let range = points.count * part / count..<points.count * (part + 1) / count
            picked.append(points[(range.lowerBound + range.upperBound) / 2])
            heavier.append(range.reduce(0) { $0 + weights[$1] })
        }
        return PointTree(ordered: picked, weights: heavier)
    }
}

/// Sums over weighted points, from which centroid and moment of inertia follow.
struct WeightedSums: Sendable {
    var weight = 0.0
    var x = 0.0
    var y = 0.0
    var squares = 0.0

    mutating func add(_ point: PlanePoint, weight added: Double) {
        weight += added
        x += added * point.x
        y += added * point.y
        squares += added * (point.x * point.x + point.y * point.y)
    }

    mutating func add(_ other: WeightedSums) {
        weight += other.weight
        x += other.x
        y += other.y
        squares += other.squares
    }

    var centroid: PlanePoint? { weight > 0 ? PlanePoint(x / weight, y / weight) : nil }

    /// Sum of weight × squared distance to `centre`.
    func squares(around centre: PlanePoint) -> Double {
        max(0, squares - 2 * (centre.x * x + centre.y * y) + weight * (centre.x * centre.x + centre.y * centre.y))
    }
}
