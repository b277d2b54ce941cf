import Geo

/// How far customers lie from the middle of their territory: hours × square kilometres.
struct SquaresFromMiddle {
    private(set) var sum = 0.0

    init(_ partition: Partition) {
        var members: [[(place: PlanePoint, hours: Double)]] = Array(repeating: [], count: partition.model.reps.count)
        for (customer, rep) in partition.owner.enumerated() {
            guard let rep, let site = partition.model.site[customer] else { continue }
            members[rep].append((partition.model.graph.plane[site], partition.hours(of: customer)))
        }
        for territory in members {
            let total = territory.reduce(0) { $0 + $1.hours }
            guard total > 0 else { continue }
            let x = territory.reduce(0) { $0 + $1.place.x * $1.hours } / total
            let y = territory.reduce(0) { $0 + $1.place.y * $1.hours } / total
            let middle = PlanePoint(x, y)
            for (place, hours) in territory {
                let kilometres = place.distance(to: middle) / 1000
                sum += hours * kilometres * kilometres
            }
        }
    }

    func bound(isLocked: [Bool]) -> Double? { nil }
}
