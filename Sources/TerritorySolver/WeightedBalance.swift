import Geo

/// Brings loads of unequal weights within their limits, and then uses what the limits leave: points near borders go over
/// to another district one by one, or change places two by two.
///
/// Each step lowers the sum of squared misses at the least price for each unit of it, so it ends. What whole points
/// can't balance stays.
struct WeightedBalance {
    private let tree: PointTree
    private let centres: [PlanePoint]
    private let targets: [Double]
    private let lower: [Double]
    private let upper: [Double]
    private let near: SweptAssignment
    private(set) var owner: [Int32]
    private(set) var loads: [Double]
    /// By district: the places in `near` of its points near a border.
    private var members: [[Int]]

    init(
        _ tree: PointTree, centres: [PlanePoint], near: SweptAssignment, targets: [Double], lower: [Double],
        upper: [Double], owner: [Int32]
    ) {
        self.tree = tree
        self.centres = centres
        self.near = near
        self.targets = targets
        self.lower = lower
        self.upper = upper
        self.owner = owner
        loads = targets.map { _ in 0 }
        for (point, district) in self.owner.enumerated() { loads[Int(district)] += tree.weights[point] }
        members = targets.map { _ in [] }
        for (place, point) in near.points.enumerated() { members[Int(self.owner[Int(point)])].append(place) }
    }

    mutating func solve() {
        // Each step looks at the borders of some districts, in the worst case at all.
        var steps = min(
            20 * targets.count + 2 * min(near.points.count, 1_000), 100_000_000 / (near.districts.count + 1))
        while steps > 0, let district = mostMissing() {
            improve(district)
            steps -= 1
        }
        useLimits()
    }

    private struct Change {
        var first: Int
        var to: Int
        /// The place that comes back in exchange.
        var second: Int?
        var gain: Double
        var price: Double

        func isBetter(than other: Change?) -> Bool {
            guard let other else { return true }
            // Cheapest for each unit of gain; what costs nothing or less by its gain.
            if price <= 0, other.price <= 0 { return gain > other.gain }
            return price * other.gain < other.price * gain
        }
    }

    private func miss(_ district: Int, _ load: Double) -> Double {
        max(0, load - upper[district], lower[district] - load)
    }

    /// Districts outside their limits that could not be improved are left out.
    private var stuck: Set<Int> = []

    private func mostMissing() -> Int? {
        targets.indices.filter { miss($0, loads[$0]) > 1e-9 * targets[$0] && !stuck.contains($0) }
            .max { (miss($0, loads[$0]), $1) < (miss($1, loads[$1]), $0) }
    }

    /// Does the best change at the borders of `district`; when there is none the district counts as stuck.
    private mutating func improve(_ district: Int) {
        var best: Change?
        func consider(_ change: Change) {
            if change.gain > 0, change.isBetter(than: best) { best = change }
        }
        for place in candidates(around: district) {
            let from = Int(owner[Int(near.points[place])])
            for other in near.districts(ofPlace: place) {
                let to = Int(other)
                guard to != from, from == district || to == district else { continue }
                consider(change(place, to: to, exchangeFor: nil))
            }
        }
        if best == nil { considerExchanges(of: district, consider) }
        guard let best else {
            stuck.insert(district)
            return
        }
        apply(best)
        stuck = []
    }

    private func candidates(around district: Int) -> [Int] {
        var districts: Set<Int> = [district]
        for place in members[district] { for other in near.districts(ofPlace: place) { districts.insert(Int(other)) } }
        return districts.sorted().flatMap { members[$0] }
    }

    private func considerExchanges(of district: Int, _ consider: (Change) -> Void) {
        for place in members[district].prefix(400) {
            for other in near.districts(ofPlace: place) where Int(other) != district {
                for returned in members[Int(other)].prefix(400)
                where near.districts(ofPlace: returned).contains(Int32(district)) {
                    consider(change(place, to: Int(other), exchangeFor: returned))
                }
            }
        }
    }

    private func change(_ place: Int, to: Int, exchangeFor second: Int?) -> Change {
        let point = Int(near.points[place])
        let from = Int(owner[point])
        var moved = tree.weights[point]
        var price = moved * (price(of: point, in: to) - price(of: point, in: from))
        if let second {
            let returned = Int(near.points[second])
            let weight = tree.weights[returned]
            price += weight * (self.price(of: returned, in: from) - self.price(of: returned, in: to))
            moved -= weight
        }
        return Change(
            first: place, to: to, second: second,
            gain: misses(from, loads[from], to, loads[to]) - misses(from, loads[from] - moved, to, loads[to] + moved),
            price: price)
    }

    /// Squared misses of the targets, relative to them.
    private func misses(_ from: Int, _ fromLoad: Double, _ to: Int, _ toLoad: Double) -> Double {
        func square(_ district: Int, _ load: Double) -> Double {
            (load - targets[district]) * (load - targets[district]) / max(targets[district], 1e-12)
        }
        return square(from, fromLoad) + square(to, toLoad)
    }

    private func price(of point: Int, in district: Int) -> Double {
        let (dx, dy) = (tree.points[point].x - centres[district].x, tree.points[point].y - centres[district].y)
        return dx * dx + dy * dy
    }

    private mutating func apply(_ change: Change) {
        let from = Int(owner[Int(near.points[change.first])])
        move(change.first, from: from, to: change.to)
        if let second = change.second { move(second, from: change.to, to: from) }
    }

    private mutating func move(_ place: Int, from: Int, to: Int) {
        let point = Int(near.points[place])
        owner[point] = Int32(to)
        loads[from] -= tree.weights[point]
        loads[to] += tree.weights[point]
        members[from].removeAll { $0 == place }
        members[to].append(place)
        members[to].sort()
    }

    /// Points that lie nearer to another centre go there as far as the limits allow.
    private mutating func useLimits() {
        for _ in 0..<8 {
            var hasMoved = false
            for (place, number) in near.points.enumerated() {
                let point = Int(number)
                let from = Int(owner[point])
                let weight = tree.weights[point]
                var (best, least) = (from, price(of: point, in: from))
                for other in near.districts(ofPlace: place) {
                    let to = Int(other)
                    let price = price(of: point, in: to)
                    guard price < least, isAllowed(from, loads[from] - weight), isAllowed(to, loads[to] + weight)
                    else { continue }
                    (best, least) = (to, price)
                }
                if best != from {
                    move(place, from: from, to: best)
                    hasMoved = true
                }
            }
            if !hasMoved { return }
        }
    }

    private func isAllowed(_ district: Int, _ load: Double) -> Bool {
        load >= lower[district] && load <= upper[district]
    }
}
