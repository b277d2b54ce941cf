import Geo
import TerritorySolver

/// A balanced power diagram of the customers: the customers of each rep weigh the rep's fair share of hours, and lie as
/// close together as that allows. Whether territories hang together is not asked here.
struct RoughDistricts {
    enum Beginning {
        /// Around the homes, which stay.
        case fixedHomes
        /// Around middles that begin at the homes, at the middles of today's territories, or at found ones.
        case homes, today, nowhere
    }

    private static let seed: UInt64 = 1

    private let scenario: Scenario
    private let reps: [Int]
    private let customers: [Int]
    private var problem: DistrictProblem
    private var division: Division

    /// Nil where nobody can be given customers with a place, or today's territories have no middles to begin with.
    init?(_ scenario: Scenario, hoursOf partition: Partition, _ beginning: Beginning) {
        let model = scenario.model
        let reps = scenario.able.filter { model.seeds[$0] != nil }
        let customers = model.customers.indices.filter { model.site[$0] != nil }
        guard !reps.isEmpty, !customers.isEmpty else { return nil }
        let homes = reps.compactMap { model.seeds[$0].map(model.graph.plane.point) }
        let place = Dictionary(uniqueKeysWithValues: zip(reps, reps.indices))
        var problem = DistrictProblem(
            points: customers.compactMap { model.site[$0].map { model.graph.flat[$0] } },
            weights: RoughDistricts.weights(of: customers, partition),
            shares: RoughDistricts.shares(of: reps, partition),
            centres: homes, centresAreFixed: beginning == .fixedHomes, tolerance: Standing.tolerance)
        if scenario.locked.contains(where: { $0 != nil }) {
            problem.locked = customers.map { scenario.locked[$0].flatMap { place[$0] } }
        }
        switch beginning {
        case .fixedHomes, .homes: break
        case .today:
            let middles = RoughDistricts.middles(of: reps, partition)
            guard middles.allSatisfy({ $0 != nil }) else { return nil }
            problem.centres = middles.compactMap(\.self)
        case .nowhere:
            var found = problem
            found.centres = nil
            found.locked = []
            found.shares = reps.map { _ in 1 }
            guard let division = try? divide(found, seed: RoughDistricts.seed, rounds: 20) else { return nil }
            problem.centres = RoughDistricts.matched(division.centres, to: homes)
        }
        guard let division = try? divide(problem, seed: RoughDistricts.seed, rounds: 20) else { return nil }
        (self.scenario, self.reps, self.customers) = (scenario, reps, customers)
        (self.problem, self.division) = (problem, division)
    }

    /// Divides again with the hours that customers have in this assignment; false where that failed.
    mutating func divideAgain(hoursOf partition: Partition) -> Bool {
        problem.weights = RoughDistricts.weights(of: customers, partition)
        problem.shares = RoughDistricts.shares(of: reps, partition)
        problem.centres = division.centres
        guard let division = try? divide(problem, seed: RoughDistricts.seed, rounds: 10) else { return false }
        self.division = division
        return true
    }

    /// By customer of the model; nil for those without a place.
    var owner: [Int?] {
        var owner: [Int?] = Array(repeating: nil, count: scenario.model.customers.count)
        for (customer, district) in zip(customers, division.district) { owner[customer] = reps[district] }
        return owner
    }

    /// Hours, and next to nothing for customers without workload, so that they go with those around them.
    private static func weights(of customers: [Int], _ partition: Partition) -> [Double] {
        let hours = customers.map { partition.hours(of: $0) }
        let total = hours.reduce(0, +)
        let least = total > 0 ? total / Double(hours.count) * 1e-4 : 1
        return hours.map { max($0, least) }
    }

    /// Fair shares less what customers without a place take of them.
    private static func shares(of reps: [Int], _ partition: Partition) -> [Double] {
        var shares = fairShares(partition)
        for (customer, rep) in partition.owner.enumerated() {
            if let rep, partition.model.site[customer] == nil { shares[rep] -= partition.hours(of: customer) }
        }
        let total = reps.reduce(0) { $0 + max(0, shares[$1]) }
        return reps.map { total > 0 ? max(0, shares[$0]) : 1 }
    }

    private static func middles(of reps: [Int], _ partition: Partition) -> [PlanePoint?] {
        var sums = Array(repeating: (x: 0.0, y: 0.0, count: 0.0), count: partition.model.reps.count)
        for (customer, rep) in partition.owner.enumerated() {
            guard let rep, let site = partition.model.site[customer] else { continue }
            let point = partition.model.graph.flat[site]
            sums[rep] = (sums[rep].x + point.x, sums[rep].y + point.y, sums[rep].count + 1)
        }
        return reps.map { rep in
            let sum = sums[rep]
            return sum.count > 0 ? PlanePoint(sum.x / sum.count, sum.y / sum.count) : nil
        }
    }

    /// The centres in the order of the homes, the nearest pairs first.
    private static func matched(_ centres: [PlanePoint], to homes: [PlanePoint]) -> [PlanePoint] {
        let pairs = homes.indices.flatMap { home in
            centres.indices.map { (metres: homes[home].distance(to: centres[$0]), home: home, centre: $0) }
        }
        .sorted { ($0.metres, $0.home, $0.centre) < ($1.metres, $1.home, $1.centre) }
        var result = homes
        var (isServed, isTaken) = (Set<Int>(), Set<Int>())
        for pair in pairs where !isServed.contains(pair.home) && !isTaken.contains(pair.centre) {
            result[pair.home] = centres[pair.centre]
            isServed.insert(pair.home)
            isTaken.insert(pair.centre)
        }
        return result
    }
}
