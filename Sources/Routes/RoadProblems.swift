import Config
package import Diagnostics
import Geo
package import Records
package import Roads

/// What a road engine's answers say about the book's places: who lies too far from any road, and between which places
/// there is no way. The estimate stands in for both. Kinds `roads.far` and `roads.unreachable`, warnings, at most 20 of a
/// kind listed, the others counted; in the order of names.
package func roadProblems(in memory: RoadMemory, needs: [RoadPair], of book: SalesBook, maxSnapMetres: Int) -> [Problem]
{
    let names = placeNames(book)
    var far: [(name: String, metres: Double?)] = []
    for place in memory.places {
        guard let name = names[place], let snap = memory.snap(of: place), snap ?? .infinity > Double(maxSnapMetres)
        else {
            continue
        }
        far.append((name, snap))
    }
    far.sort { ($0.name, $0.metres ?? 0) < ($1.name, $1.metres ?? 0) }
    let farProblems = far.map { name, metres in
        let distance = metres.map { "\(Int($0.rounded())) m from the nearest road" } ?? "not near any road"
        return Problem(
            .warning, "roads.far", "\(name) lies \(distance): the drives to and from it are estimated",
            hint: "see that the coordinates are right, or raise 'travel: roads: max_snap_metres:'")
    }
    var cut: [String] = []
    for pair in needs where memory.drive(pair) == .unreachable {
        guard let from = names[pair.from], let to = names[pair.to] else { continue }
        cut.append("\(from) to \(to)")
    }
    cut.sort()
    let cutProblems = cut.map { way in
        Problem(
            .warning, "roads.unreachable", "there is no way by road from \(way): the drive is estimated",
            hint: "see that both coordinates are right; an island or a private road may be between them")
    }
    return listed(farProblems, rule: "more places lie far from any road")
        + listed(cutProblems, rule: "more drives have no way by road")
}

private func listed(_ problems: [Problem], rule: String) -> [Problem] {
    guard problems.count > 20, let first = problems.first else { return problems }
    return problems.prefix(20) + [
        Problem(.warning, first.kind, "\(problems.count - 20) \(rule)", hint: first.hint)
    ]
}

/// Whose place it is; of several the first by id.
private func placeNames(_ book: SalesBook) -> [RoadPlace: String] {
    var names: [RoadPlace: String] = [:]
    for rep in book.reps {
        guard let home = rep.home, !home.isNullIsland, names[RoadPlace(home)] == nil else { continue }
        names[RoadPlace(home)] = "the home of \(rep.name)"
    }
    for customer in book.customers {
        guard let point = customer.place, !point.isNullIsland, names[RoadPlace(point)] == nil else { continue }
        names[RoadPlace(point)] = customer.name
    }
    return names
}
