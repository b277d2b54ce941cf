import Geo

/// Many pins drawn as one disc with their number.
struct PinCluster {
    var place: PlanePoint
    var members: [PlacedPin]

    var count: Int { members.count }
    var radius: Double { PinCluster.radii[step] }
    var box: PlaneBox {
        let disc = PlaneBox(centre: place, width: 2 * radius + 4, height: 2 * radius + 4)
        guard let badge else { return disc }
        return PlaneBox(
            minX: disc.minX, minY: min(disc.minY, badge.place.y - badge.radius),
            maxX: badge.place.x + badge.radius, maxY: disc.maxY)
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
/// homes and stops stay pins.
///
/// Crowded is a circle of 20 pixels in which the pins cover more than four fifths. The most crowded places are taken
/// first; clusters that would touch become one. O(n × pins in a circle).
func clustered(_ pins: [PlacedPin]) -> ([PlacedPin], [PinCluster]) {
    let reach = 20.0
    let customers = pins.filter(\.pin.symbol.isCustomer)
    let buckets = PlaneBuckets(customers.map(\.home), side: reach)
    func footprint(_ index: Int) -> Double { (2 * customers[index].radius + 1) * (2 * customers[index].radius + 1) }
    let limit = Double.pi * reach * reach * 0.8
    let near = customers.indices.map { buckets.indices(within: reach, of: customers[$0].home) }
    let crowding = near.map { $0.reduce(0.0) { $0 + footprint($1) } }
    let order = customers.indices.filter { crowding[$0] > limit }
        .sorted { (-crowding[$0], customers[$0].order) < (-crowding[$1], customers[$1].order) }
    var isTaken = [Bool](repeating: false, count: customers.count)
    var groups: [[Int]] = []
    for index in order where !isTaken[index] {
        let members = near[index].filter { !isTaken[$0] }
        guard members.reduce(0.0, { $0 + footprint($1) }) > limit else { continue }
        for member in members { isTaken[member] = true }
        groups.append(members)
    }
    var clusters = groups.map { group in PinCluster(group.map { customers[$0] }) }
    // Pins that a disc would cover go into it, and touching discs into one, until nothing touches.
    var hasChanged = !clusters.isEmpty
    while hasChanged {
        hasChanged = false
        for index in clusters.indices {
            let reach = clusters[index].radius + 3
            let covered = buckets.indices(within: reach, of: clusters[index].place).filter { !isTaken[$0] }
            guard !covered.isEmpty else { continue }
            for member in covered { isTaken[member] = true }
            clusters[index] = PinCluster(clusters[index].members + covered.map { customers[$0] })
            hasChanged = true
        }
        search: for first in clusters.indices {
            for second in clusters.indices where second > first {
                let wanted = clusters[first].radius + clusters[second].radius + 5
                guard clusters[first].place.distance(to: clusters[second].place) < wanted else { continue }
                clusters[first] = PinCluster(clusters[first].members + clusters[second].members)
                clusters.remove(at: second)
                hasChanged = true
                break search
            }
        }
    }
    clusters.sort { ($0.place.y, $0.place.x) < ($1.place.y, $1.place.x) }
    let single = customers.indices.filter { !isTaken[$0] }.map { customers[$0] }
    return (single + pins.filter { !$0.pin.symbol.isCustomer }, clusters)
}
