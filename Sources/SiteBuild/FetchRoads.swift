package import Diagnostics
import Geo
import Pages
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
    var roads = try RoadInquiry(order)
    guard roads != nil else { throw noEngine }
    let workspace = try readWorkspace(order)
    let book = try readBook(order)
    let material = try await settledMaterial(book, workspace, order, roads: &roads)
    let reps = material.plans.count
    let customers = material.plans.keys.reduce(0) { sum, id in
        sum + (book.customersByRep[id] ?? []).count { $0.isActive && $0.place?.isNullIsland == false }
    }
    let report = material.travel?.roads
    return RoadFetch(
        requests: roads?.requests ?? 0, pairsAsked: roads?.pairsAsked ?? 0, customers: customers, reps: reps,
        drives: (report?.pairs ?? 0) - (report?.missing ?? 0), needs: report?.pairs ?? 0,
        lines: material.roadLines.count,
        problems: material.problems.filter { $0.kind.hasPrefix("roads.") })
}

/// Asks for these drives alone. The answers that the file holds now, nil where it holds none, and what went wrong.
package func fetchDrives(
    _ pairs: [RoadPair], _ order: BuildOrder
) async throws(ProblemError) -> (memory: RoadMemory?, problems: [Problem]) {
    guard var roads = try RoadInquiry(order) else { throw noEngine }
    _ = try await roads.learn(pairs)
    return (roads.memory, roads.memory?.problems ?? [])
}

private let noEngine = ProblemError(
    "roads.none", "the config names no road engine",
    hint: "write 'travel:' with 'roads: { server: \"http://127.0.0.1:5000\" }' into it")
