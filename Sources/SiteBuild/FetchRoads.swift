package import Diagnostics
import Geo
import Records
package import Roads
import Routes

/// What asking the road engine for all that a build needs came to.
package struct RoadFetch: Sendable {
    /// Questions that were sent, and pairs of places in the tables asked for.
    package var requests: Int
    package var pairsAsked: Int
    /// Customers with a place whom the plans' reps look after, and reps.
    package var customers: Int
    package var reps: Int
    /// Drives that the file holds now, of those that a build needs, and lines.
    package var drives: Int
    package var needs: Int
    package var lines: Int
    /// What went wrong; the estimate stands in.
    package var problems: [Problem]
}

/// Asks the road engine for everything that a build of this order would ask for, and builds nothing.
/// - Throws: `roads.none` where the config names no engine; problems of the store and of the file of answers.
package func fetchRoads(_ order: BuildOrder) async throws(ProblemError) -> RoadFetch {
    guard var roads = try RoadInquiry(order) else { throw noEngine }
    let workspace = try readWorkspace(order)
    let book = try readBook(order)
    let needs = roadNeeds(book, workspace, roads.settings)
    _ = try await roads.learn(needs, renews: true)
    let (basis, plans) = try await learnPlannedRoads(book, workspace, order, needs, &roads)
    let pairs = plannedRoads(plans.compactMap(\.weeks.first), basis.book)
    _ = try await roads.learn(needs, lines: pairs)
    let customers = plans.reduce(0) { sum, plan in
        sum + (book.customersByRep[plan.repID] ?? []).count { $0.isActive && $0.place?.isNullIsland == false }
    }
    let known = roads.knowledge(needs: needs)
    return RoadFetch(
        requests: roads.requests, pairsAsked: roads.pairsAsked, customers: customers, reps: plans.count,
        drives: needs.count { known.isDriven($0) }, needs: needs.count,
        lines: try roads.lines(of: pairs).count { $0.value.points.count > 1 },
        problems: (basis.travel.problems.filter { $0.kind.hasPrefix("roads.") }
            + roads.problems.filter { !["roads.far", "roads.unreachable"].contains($0.kind) })
            .sorted(by: Problem.listingOrder))
}

/// Asks for these drives alone, which builds neither see nor learn from. The answers that the file holds now, nil where it
/// holds none, and what went wrong.
package func fetchDrives(
    _ pairs: [RoadPair], _ order: BuildOrder
) async throws(ProblemError) -> (memory: RoadMemory?, problems: [Problem]) {
    guard var roads = try RoadInquiry(order, isAside: true) else { throw noEngine }
    _ = try await roads.learn(pairs)
    return (roads.memory, roads.problems)
}

private let noEngine = ProblemError(
    "roads.none", "the config names no road engine",
    hint: "write 'travel:' with 'roads: { server: \"http://127.0.0.1:5000\" }' into it")
