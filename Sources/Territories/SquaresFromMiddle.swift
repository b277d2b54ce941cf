import Geo
import TerritorySolver

/// How far customers lie from the middle of their territory: hours × square kilometres, for those with both.
struct SquaresFromMiddle {
    private(set) var sum = 0.0
    /// What no division with the same middles, and loads that differ by 2 % at most, goes below.
    private(set) var bound: Double?

    init(_ partition: Partition) {
        let model = partition.model
        var members: [[(place: PlanePoint, hours: Double)]] = Array(repeating: [], count: model.reps.count)
        for (customer, rep) in partition.owner.enumerated() {
            guard let rep, let site = model.site[customer] else { continue }
            let hours = partition.hours(of: customer)
            if hours > 0 { members[rep].append((model.graph.flat[site], hours)) }
        }
        members = members.filter { !$0.isEmpty }
        let loads = members.map { $0.reduce(0) { $0 + $1.hours } }
        let middles = zip(members, loads).map { territory, load in
            PlanePoint(
                territory.reduce(0) { $0 + $1.place.x * $1.hours } / load,
                territory.reduce(0) { $0 + $1.place.y * $1.hours } / load)
        }
        for (territory, middle) in zip(members, middles) {
            for (place, hours) in territory {
                let kilometres = place.distance(to: middle) / 1000
                sum += hours * kilometres * kilometres
            }
        }
        guard !members.isEmpty else { return }
        let all = members.flatMap(\.self)
        let problem = DistrictProblem(
            points: all.map(\.place), weights: all.map(\.hours), shares: loads, centres: middles, centresAreFixed: true,
            tolerance: Standing.tolerance)
        bound = (try? divide(problem, seed: 1, rounds: 0)).map { min($0.bound / 1e6, sum) }
    }
}
