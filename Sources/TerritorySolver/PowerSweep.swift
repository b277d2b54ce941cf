import Geo

/// One walk over the tree that gives every point to the district with the least squared distance − offset.
///
/// On the way down each box keeps the districts that may own a point in it: the difference of two power distances is
/// linear, so the one that is least in the middle rules out every other that stays above it at all four corners. A box
/// with one district left is counted whole. O(boxes at borders × districts there).
struct PowerSweep: Sendable {
    /// Power diagram: centres, offsets, and how far beyond its owner's power distance another district still counts as near a
    /// point, by owner.
    struct Diagram: Sendable {
        var centres: [PlanePoint]
        var offsets: [Double]
        var margins: [Double]
    }

    private let tree: PointTree
    private let diagram: Diagram
    private let districtCount: Int
    private var nearest: [(power: Double, step: Int, district: Int)] = []
    /// Candidates by depth.
    private var candidates: [Int32]
    /// By district: sums over its points.
    private(set) var sums: [WeightedSums]
    /// Borders: weight of the owner's points that are near another district as their second, divided by the margin.
    private(set) var borders: BorderMatrix
    /// Asked for only at the end: the owner of each point, and of the points near a border who else could have them.
    private(set) var assignment: SweptAssignment?

    init(_ tree: PointTree, _ diagram: Diagram, assigns: Bool = false) {
        self.tree = tree
        self.diagram = diagram
        districtCount = diagram.centres.count
        var depth = 2
        while 1 << (depth - 2) < tree.leafCount { depth += 1 }
        candidates = [Int32](repeating: 0, count: depth * districtCount)
        sums = [WeightedSums](repeating: WeightedSums(), count: districtCount)
        borders = BorderMatrix(districtCount)
        if assigns { assignment = SweptAssignment(pointCount: tree.points.count) }
    }

    /// Everything under `root`.
    mutating func run(from root: Int = 1) {
        for district in 0..<districtCount { candidates[district] = Int32(district) }
        visit(root, start: 0, count: districtCount)
    }

    /// The results of the other sweep, of another part of the tree, beside those of this one.
    mutating func add(_ other: PowerSweep) {
        for district in 0..<districtCount { sums[district].add(other.sums[district]) }
        borders.add(other.borders)
    }

    private mutating func visit(_ number: Int, start: Int, count: Int) {
        let node = tree.nodes[number]
        var best = 0
        var bestPower = Double.infinity
        var margin = 0.0
        for index in start..<start + count {
            let district = Int(candidates[index])
            let centre = diagram.centres[district]
            let (dx, dy) = (node.x - centre.x, node.y - centre.y)
            let power = dx * dx + dy * dy - diagram.offsets[district]
            margin = max(margin, diagram.margins[district])
            if power < bestPower { (best, bestPower) = (district, power) }
        }
        let bestCentre = diagram.centres[best]
        let next = start + count
        var kept = 0
        for index in start..<start + count {
            let district = candidates[index]
            let centre = diagram.centres[Int(district)]
            let (dx, dy) = (node.x - centre.x, node.y - centre.y)
            let difference = dx * dx + dy * dy - diagram.offsets[Int(district)] - bestPower
            let reach =
                2 * (abs(bestCentre.x - centre.x) * node.halfWidth + abs(bestCentre.y - centre.y) * node.halfHeight)
            if Int(district) == best || difference - reach <= margin {
                candidates[next + kept] = district
                kept += 1
            }
        }
        if kept == 1 {
            sums[best].add(node.sums)
            if assignment != nil { assignWhole(number, to: best) }
        } else if number >= tree.leafCount {
            visitLeaf(number - tree.leafCount, start: next, count: kept)
        } else {
            visit(2 * number, start: next, count: kept)
            visit(2 * number + 1, start: next, count: kept)
        }
    }

    private mutating func visitLeaf(_ leaf: Int, start: Int, count: Int) {
        for index in tree.range(ofLeaf: leaf) {
            let point = tree.points[index]
            var (first, second) = (-1, -1)
            var (firstPower, secondPower) = (Double.infinity, Double.infinity)
            for place in start..<start + count {
                let district = Int(candidates[place])
                let power = power(of: point, in: district)
                if power < firstPower {
                    (second, secondPower) = (first, firstPower)
                    (first, firstPower) = (district, power)
                } else if power < secondPower {
                    (second, secondPower) = (district, power)
                }
            }
            let weight = tree.weights[index]
            sums[first].add(point, weight: weight)
            guard second >= 0 else { continue }
            let margin = diagram.margins[first]
            let narrower = min(margin, diagram.margins[second])
            if secondPower - firstPower < narrower {
                let value = weight / narrower
                let entry = BorderMatrix.Entry(column: second, value: value, x: value * point.x, y: value * point.y)
                borders.add(entry, to: first)
            }
            guard assignment != nil else { continue }
            assignment?.owner[index] = Int32(first)
            if secondPower - firstPower > margin { continue }
            noteNear(index, owner: first, within: firstPower + margin, start: start, count: count)
        }
    }

    /// The owner of the point and the districts nearest to it by power distance.
    private mutating func noteNear(_ index: Int, owner: Int, within limit: Double, start: Int, count: Int) {
        let point = tree.points[index]
        nearest.removeAll(keepingCapacity: true)
        // Each point begins elsewhere, so that where districts lie on each other all of them are met.
        for step in 0..<count {
            let district = Int(candidates[start + (index + step) % count])
            let power = power(of: point, in: district)
            if district != owner, power <= limit { nearest.append((power, step, district)) }
        }
        if nearest.count >= SweptAssignment.mostNear {
            nearest.sort { ($0.power, $0.step) < ($1.power, $1.step) }
        }
        assignment?.beginPoint(index)
        assignment?.append(owner)
        for entry in nearest.prefix(SweptAssignment.mostNear - 1) { assignment?.append(entry.district) }
    }

    private func power(of point: PlanePoint, in district: Int) -> Double {
        let centre = diagram.centres[district]
        let (dx, dy) = (point.x - centre.x, point.y - centre.y)
        return dx * dx + dy * dy - diagram.offsets[district]
    }

    private mutating func assignWhole(_ number: Int, to district: Int) {
        var (low, high) = (number, number)
        while low < tree.leafCount { (low, high) = (2 * low, 2 * high + 1) }
        let range =
            tree.range(ofLeaf: low - tree.leafCount).lowerBound..<tree.range(ofLeaf: high - tree.leafCount).upperBound
        for index in range { assignment?.owner[index] = Int32(district) }
    }
}

/// Who owns each point of the tree, and for points near a border who else is near.
struct SweptAssignment: Sendable {
    /// So many districts are noted for a point; more are equally near only where districts lie on each other.
    static let mostNear = 24

    var owner: [Int32]
    /// Points near a border; the districts near the k-th of them are `districts[starts[k]..<starts[k + 1]]`, its owner among them.
    private(set) var points: [Int32] = []
    private(set) var starts: [Int] = []
    private(set) var districts: [Int32] = []

    init(pointCount: Int) { owner = [Int32](repeating: -1, count: pointCount) }

    mutating func beginPoint(_ point: Int) {
        points.append(Int32(point))
        starts.append(districts.count)
    }

    mutating func append(_ district: Int) { districts.append(Int32(district)) }

    func districts(ofPlace place: Int) -> ArraySlice<Int32> {
        districts[starts[place]..<(place + 1 < starts.count ? starts[place + 1] : districts.count)]
    }
}
