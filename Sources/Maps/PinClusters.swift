import Geo

/// Many pins drawn as one disc with their number.
struct PinCluster {
    var place: PlanePoint
    var members: [PlacedPin]

    var count: Int { members.count }
    var radius: Double { PinCluster.radii[step] }
    /// The disc's box and the badge's.
    var boxes: [PlaneBox] {
        let disc = PlaneBox(centre: place, width: 2 * radius + 4, height: 2 * radius + 4)
        guard let badge else { return [disc] }
        return [disc, PlaneBox(centre: badge.place, width: 2 * badge.radius, height: 2 * badge.radius)]
    }

    /// Circles that hold the disc, with the rim, and what of the badge the eye takes for its body.
    var circles: [(place: PlanePoint, radius: Double)] {
        [(place, radius + 1.5)] + (badge.map { [($0.place, $0.radius * 0.85)] } ?? [])
    }

    /// Whether one's disc or badge comes so near to the other's that the eye would string them together.
    func crowds(_ other: PinCluster) -> Bool {
        circles.contains { mine in
            other.circles.contains { $0.place.distance(to: mine.place) < $0.radius + mine.radius + 4 }
        }
    }

    /// Moves it so that disc and badge are whole inside the box.
    mutating func hold(in box: PlaneBox) {
        for part in boxes {
            place.x += max(0, box.minX - part.minX) - max(0, part.maxX - box.maxX)
            place.y += max(0, box.minY - part.minY) - max(0, part.maxY - box.maxY)
        }
    }

    /// The colour all of them share; plain when they differ.
    var ink: MapInk {
        guard let first = members.first?.pin.ink else { return .plain }
        return members.allSatisfy { $0.pin.ink == first } ? first : .plain
    }

    var overdue: Int { members.count { $0.pin.symbol == .overdue } }

    /// The diamond at the disc's upper right with the number of those who are overdue, wide enough for its digits.
    var badge: (place: PlanePoint, radius: Double)? {
        guard overdue > 0 else { return nil }
        let size = overdue < 10 ? 10.0 : overdue < 100 ? 13 : 17
        let aside = radius * 0.85 + size * 0.55
        return (PlanePoint(place.x + aside, place.y - aside), size)
    }

    /// 0...3, by count; the style sheet has the widths of the discs.
    var step: Int { count < 10 ? 0 : count < 100 ? 1 : count < 1000 ? 2 : 3 }
    private static let radii = [9.0, 11, 14, 17]

    init(_ members: [PlacedPin]) {
        self.members = members.sorted { $0.order < $1.order }
        let sum = self.members.reduce(PlanePoint(0, 0)) { $0 + $1.home }
        place = PlanePoint(sum.x / Double(members.count), sum.y / Double(members.count))
    }
}

/// Groups customers where they crowd so much that pushing them apart would lead too far from their places; all others,
/// homes and stops stay pins. Pins and clusters come with the places where they are drawn, whole inside the box.
///
/// Crowded is a circle of 20 pixels in which the pins cover more than four fifths. The most crowded places are taken
/// first; clusters that would touch become one, and so do diamonds that cannot be pushed off each other.
/// O(n × pins in a circle).
func clustered(_ pins: [PlacedPin], in box: PlaneBox) -> ([PlacedPin], [PinCluster]) {
    let reach = 20.0
    let customers = pins.filter(\.pin.symbol.isCustomer)
    let others = pins.filter { !$0.pin.symbol.isCustomer }
    let buckets = PlaneBuckets(customers.map(\.home), side: reach)
    func footprint(_ index: Int) -> Double { (2 * customers[index].radius + 1) * (2 * customers[index].radius + 1) }
    let limit = Double.pi * reach * reach * 0.8
    let near = customers.indices.map { buckets.indices(within: reach, of: customers[$0].home) }
    let crowding = near.map { $0.reduce(0.0) { $0 + footprint($1) } }
    let order = customers.indices.filter { crowding[$0] > limit }
        .sorted { (-crowding[$0], customers[$0].order) < (-crowding[$1], customers[$1].order) }
    var isTaken = [Bool](repeating: false, count: customers.count)
    var clusters: [PinCluster] = []
    func cluster(_ members: [Int]) -> PinCluster {
        for member in members { isTaken[member] = true }
        return PinCluster(members.map { customers[$0] })
    }
    for index in order where !isTaken[index] {
        let members = near[index].filter { !isTaken[$0] }
        guard members.reduce(0.0, { $0 + footprint($1) }) > limit else { continue }
        clusters.append(cluster(members))
    }
    // Each round ends at the latest when nothing single is left; few are needed.
    for round in 0..<6 {
        merge(&clusters) { cluster in
            let members = cluster.circles.flatMap { buckets.indices(within: $0.radius + 2, of: $0.place) }
                .filter { !isTaken[$0] }
            let found = Set(members).sorted()
            for member in found { isTaken[member] = true }
            return found.map { customers[$0] }
        }
        let single = customers.indices.filter { !isTaken[$0] }
        let placed = separated(single.map { customers[$0] } + others, around: clusters, in: box)
        let pairs = round < 5 ? heapedPairs(placed) : []
        if pairs.isEmpty {
            for index in clusters.indices { clusters[index].hold(in: box) }
            clusters.sort { ($0.place.y, $0.place.x) < ($1.place.y, $1.place.x) }
            return (placed, clusters)
        }
        for (first, second) in pairs where !isTaken[single[first]] && !isTaken[single[second]] {
            clusters.append(cluster([single[first], single[second]]))
        }
    }
    return (pins, [])
}

/// Pins that a disc or badge would cover go into the cluster, and crowding clusters into one, until nothing touches.
private func merge(_ clusters: inout [PinCluster], covered: (PinCluster) -> [PlacedPin]) {
    var hasChanged = !clusters.isEmpty
    while hasChanged {
        hasChanged = false
        for index in clusters.indices {
            let members = covered(clusters[index])
            guard !members.isEmpty else { continue }
            clusters[index] = PinCluster(clusters[index].members + members)
            hasChanged = true
        }
        search: for first in clusters.indices {
            for second in clusters.indices where second > first && clusters[first].crowds(clusters[second]) {
                clusters[first] = PinCluster(clusters[first].members + clusters[second].members)
                clusters.remove(at: second)
                hasChanged = true
                break search
            }
        }
    }
}

/// Overdue customers whose diamonds still cover each other for the greater part, by their indices.
private func heapedPairs(_ pins: [PlacedPin]) -> [(Int, Int)] {
    let urgent = pins.indices.filter { pins[$0].pin.symbol == .overdue }
    let buckets = PlaneBuckets(urgent.map { pins[$0].place }, side: 16)
    return urgent.flatMap { first in
        buckets.indices(within: 16, of: pins[first].place).map { urgent[$0] }
            .filter { second in
                second > first
                    && pins[first].place.distance(to: pins[second].place)
                        < (pins[first].radius + pins[second].radius) * 0.6
            }
            .map { (first, $0) }
    }
}
