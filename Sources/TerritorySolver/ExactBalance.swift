import Geo

/// The cheapest division for given centres and loads: a transport problem, solved by shortest augmenting paths. They
/// are found on the graph of districts rather than of points: the price of an edge is what it costs to hand over the
/// point that is the cheapest to hand over (Cohen-Addad, Klein and Young 2018, "Balanced centroidal power diagrams for
/// redistricting", show why its duals are the offsets of a power diagram).
///
/// Exact for points of equal weight. Others are moved whole as well, so that their loads end within limits that leave
/// room for that, or near them. Starts from offsets that are nearly right, so that few paths are left.
/// O(moves × edges × log) time.
struct ExactBalance {
    private let tree: PointTree
    private let centres: [PlanePoint]
    /// By district: its load, and the least and the most that are well.
    private let targets: [Double]
    private let lower: [Double]
    private let upper: [Double]
    /// By point; nil where every point counts for 1.
    private let weights: [Double]?
    private(set) var offsets: [Double]
    private(set) var owner: [Int32] = []
    private var loads: [Double] = []
    /// By district: the districts that one of its points may go to, each with the points by price.
    private var exits: [[Exit]] = []
    private var near: SweptAssignment
    /// By point: its place in `near`, or −1 where no border is near.
    private var place: [Int32] = []

    private struct Exit {
        var to: Int
        var queue: PriceQueue
    }

    /// For points that count for 1 each: `counts` sum to their number.
    init(_ tree: PointTree, centres: [PlanePoint], offsets: [Double], counts: [Int]) {
        let targets = counts.map { Double($0) }
        self.init(
            tree, centres: centres, offsets: offsets, targets: targets, lower: targets, upper: targets, weights: nil)
    }

    init(
        _ tree: PointTree, centres: [PlanePoint], offsets: [Double], targets: [Double], lower: [Double],
        upper: [Double], weights: [Double]?
    ) {
        self.tree = tree
        self.centres = centres
        self.offsets = offsets
        self.targets = targets
        self.lower = lower
        self.upper = upper
        self.weights = weights
        near = SweptAssignment(pointCount: 0)
    }

    /// Widens the borders until the division is balanced and proven the cheapest.
    mutating func solve(margins: [Double]) {
        var margins = margins
        var best: (miss: Double, squares: Double, owner: [Int32], offsets: [Double])?
        // Whole points of unequal weight come near the least, and to no proof of it.
        let (attempts, gap) = weights == nil ? (12, 1e-9) : (4, 0.02)
        for attempt in 0...attempts {
            var sweep = PowerSweep(
                tree, PowerSweep.Diagram(centres: centres, offsets: offsets, margins: margins), assigns: true)
            sweep.run()
            guard let assignment = sweep.assignment else { return }
            if attempt > 0 {
                let found = (miss: miss, squares: squares, owner: owner, offsets: offsets)
                if best.map({ (found.miss, found.squares) < ($0.miss, $0.squares) }) ?? true { best = found }
                // Proven: every point belongs to the nearest by power distance, but for rounding.
                if attempt == attempts || isBalanced && found.squares <= dual(sweep) + gap * found.squares + 1e-13 {
                    break
                }
            }
            take(assignment)
            settleLoads()
            margins = margins.map { $0 * 4 }
        }
        if let best { (owner, offsets) = (best.owner, best.offsets) }
    }

    private func weight(_ point: Int) -> Double { weights.map { $0[point] } ?? 1 }

    private var isBalanced: Bool { miss == 0 }

    /// By what the loads lie outside their limits, together.
    private var miss: Double {
        loads.indices.reduce(0) { $0 + max(0, loads[$1] - upper[$1], lower[$1] - loads[$1]) }
    }

    /// Paths until all loads are within their limits, none is left, or many in a row did not help.
    private mutating func settleLoads() {
        var least = miss
        var failures = 0
        // Points of equal weight need a path each at most; others might wander for ever.
        var left = weights == nil ? Int.max : 3 * owner.count + 100 * targets.count
        while least > 0, left > 0, failures < 2 * targets.count, augment() {
            left -= 1
            let now = miss
            failures = now < least ? 0 : failures + 1
            least = min(least, now)
        }
    }

    /// Of the present owners.
    private var squares: Double {
        owner.indices.reduce(0) { $0 + weight($1) * price(of: $1, in: Int(owner[$1])) }
    }

    /// Less than `squares` by what points that are not in the nearest district cost more than there.
    private func dual(_ sweep: PowerSweep) -> Double {
        let unit = weights == nil ? tree.weights[0] : 1
        return centres.indices.reduce(0) {
            $0 + sweep.sums[$1].squares(around: centres[$1]) / unit
                + offsets[$1] * (loads[$1] - sweep.sums[$1].weight / unit)
        }
    }

    private func price(of point: Int, in district: Int) -> Double {
        let (dx, dy) = (tree.points[point].x - centres[district].x, tree.points[point].y - centres[district].y)
        return dx * dx + dy * dy
    }

    private mutating func take(_ assignment: SweptAssignment) {
        near = assignment
        owner = assignment.owner
        loads = targets.map { _ in 0 }
        for (point, district) in owner.enumerated() { loads[Int(district)] += weight(point) }
        exits = targets.map { _ in [] }
        place = owner.map { _ in -1 }
        for (index, point) in near.points.enumerated() {
            place[Int(point)] = Int32(index)
            offer(Int(point))
        }
    }

    /// Puts the point into the queues of its owner.
    private mutating func offer(_ point: Int) {
        let district = Int(owner[point])
        let own = price(of: point, in: district)
        for other in near.districts(ofPlace: Int(place[point])) where Int(other) != district {
            let entry = PriceQueue.Entry(price: price(of: point, in: Int(other)) - own, point: Int32(point))
            if let index = exits[district].firstIndex(where: { $0.to == Int(other) }) {
                exits[district][index].queue.push(entry)
            } else {
                exits[district].append(Exit(to: Int(other), queue: PriceQueue(entry)))
            }
        }
    }

    /// Moves a point from a district that has too much along the cheapest path to one that has too little, and one on
    /// each step between; false when there is no way.
    private mutating func augment() -> Bool {
        var distance = [Double](repeating: .infinity, count: targets.count)
        var step = [(from: Int, point: Int)?](repeating: nil, count: targets.count)
        var isDone = [Bool](repeating: false, count: targets.count)
        var open = PriceQueue()
        // Those above their limits give; where only some are below, those above their targets do.
        let areOver = targets.indices.contains { loads[$0] > upper[$0] }
        let takes = { [loads, targets, lower] (district: Int) in
            loads[district] < (areOver ? targets[district] : lower[district])
        }
        for district in targets.indices where loads[district] > (areOver ? upper[district] : targets[district]) {
            distance[district] = 0
            open.push(PriceQueue.Entry(price: 0, point: Int32(district)))
        }
        var end: Int?
        while let entry = open.pop() {
            let district = Int(entry.point)
            if isDone[district] { continue }
            isDone[district] = true
            if takes(district) {
                end = district
                break
            }
            for index in exits[district].indices {
                let to = exits[district][index].to
                if isDone[to] { continue }
                while let first = exits[district][index].queue.first, Int(owner[Int(first.point)]) != district {
                    _ = exits[district][index].queue.pop()
                }
                guard let first = exits[district][index].queue.first else { continue }
                let length = distance[district] + max(0, first.price - offsets[to] + offsets[district])
                if length < distance[to] {
                    distance[to] = length
                    step[to] = (district, Int(first.point))
                    open.push(PriceQueue.Entry(price: length, point: Int32(to)))
                }
            }
        }
        guard let end else { return false }
        for district in targets.indices { offsets[district] += min(distance[district], distance[end]) }
        var moves: [(point: Int, to: Int)] = []
        var district = end
        while let last = step[district] {
            moves.append((last.point, district))
            district = last.from
        }
        for move in moves {
            loads[Int(owner[move.point])] -= weight(move.point)
            loads[move.to] += weight(move.point)
            owner[move.point] = Int32(move.to)
        }
        for move in moves { offer(move.point) }
        return true
    }
}

/// A binary heap by price, then by number.
struct PriceQueue {
    struct Entry: Sendable {
        var price: Double
        var point: Int32

        static func < (left: Entry, right: Entry) -> Bool { (left.price, left.point) < (right.price, right.point) }
    }

    private var entries: [Entry] = []

    init() {}

    init(_ entry: Entry) { entries = [entry] }

    var first: Entry? { entries.first }

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        var index = entries.count - 1
        while index > 0, entry < entries[(index - 1) / 2] {
            entries[index] = entries[(index - 1) / 2]
            index = (index - 1) / 2
        }
        entries[index] = entry
    }

    mutating func pop() -> Entry? {
        guard let last = entries.popLast() else { return nil }
        guard let first = entries.first else { return last }
        var index = 0
        while true {
            var child = 2 * index + 1
            guard child < entries.count else { break }
            if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
            guard entries[child] < last else { break }
            entries[index] = entries[child]
            index = child
        }
        entries[index] = last
        return first
    }
}
