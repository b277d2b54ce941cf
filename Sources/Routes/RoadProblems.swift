import Config
package import Diagnostics
import Geo
package import Records
package import Roads

/// What a road engine's answers say about the book's places: who lies too far from any road, between which places there is
/// no way, and how many drives nobody was asked about. The estimate stands in for all of them. Kinds `roads.far`,
/// `roads.unreachable` and `roads.missing`, warnings, at most 20 of a kind listed, the others counted; in the order of
/// names.
package func roadProblems(_ roads: RoadKnowledge, _ report: RoadReport, of book: SalesBook) -> [Problem] {
    guard let memory = roads.memory, report.isAnswered else { return missing(report) }
    let names = placeNames(book)
    var far: [(name: String, metres: Double?)] = []
    for place in memory.places where roads.isFar(place) {
        guard let name = names[place] else { continue }
        far.append((name, memory.snap(of: place) ?? nil))
    }
    far.sort { ($0.name, $0.metres ?? 0) < ($1.name, $1.metres ?? 0) }
    let farProblems = far.map { name, metres in
        let limit = roads.maxSnapMetres
        let distance =
            metres.map { "\(max(limit + 1, Int($0.rounded()))) m from the nearest road" } ?? "not near any road"
        return Problem(
            .warning, "roads.far", "\(name) lies \(distance): the drives to and from it are estimated",
            hint:
                "see that the coordinates are right; 'travel: roads: max_snap_metres:' is the limit, beyond which the way from the road to the door would count for nothing"
        )
    }
    var cut: [String] = []
    memory.forEachDrive { from, to, drive in
        guard drive == .unreachable, let start = names[memory.places[from]], let end = names[memory.places[to]] else {
            return
        }
        cut.append("\(start) to \(end)")
    }
    cut.sort()
    let cutProblems = cut.map { way in
        Problem(
            .warning, "roads.unreachable", "there is no way by road from \(way): the drive is estimated",
            hint: "see that both coordinates are right; an island or a private road may be between them")
    }
    return listed(farProblems, rule: "more places lie far from any road")
        + listed(cutProblems, rule: "more drives have no way by road") + missing(report)
}

private func missing(_ report: RoadReport) -> [Problem] {
    guard report.missing > 0 else { return [] }
    return [
        Problem(
            .warning, "roads.missing",
            "\(report.missing) of the \(report.pairs) drives that plans look at are not known by road: they are estimated",
            hint: "run 'fieldbook roads fetch' with the engine's server running")
    ]
}

private func listed(_ problems: [Problem], rule: String) -> [Problem] {
    guard problems.count > 20, let first = problems.first else { return problems }
    return problems.prefix(20) + [
        Problem(.warning, first.kind, "\(problems.count - 20) \(rule)", hint: first.hint)
    ]
}

/// Where the book's customers and reps are, as a road engine is asked.
package func roadPlaces(of book: SalesBook) -> Set<RoadPlace> {
    let points = book.reps.compactMap(\.home) + book.customers.compactMap(\.place)
    return Set(points.filter { !$0.isNullIsland }.map { RoadPlace($0) })
}

/// Who is at a place: homes first, then active customers by id, of many the first three.
private func placeNames(_ book: SalesBook) -> [RoadPlace: String] {
    var names: [RoadPlace: [String]] = [:]
    for rep in book.activeReps {
        guard let home = rep.home, !home.isNullIsland else { continue }
        names[RoadPlace(home), default: []].append("the home of \(rep.name)")
    }
    for customer in book.customers where customer.isActive {
        guard let point = customer.place, !point.isNullIsland else { continue }
        names[RoadPlace(point), default: []].append(customer.name)
    }
    return names.mapValues { all in
        all.prefix(3).joined(separator: ", ") + (all.count > 3 ? " and \(all.count - 3) more" : "")
    }
}
