package import Diagnostics
import Geo
import Quantities

/// Divides points into districts of given weight with a low sum of squared distances to the districts' centres:
/// a weighted power diagram.
///
/// Given or found centres and the offsets of the diagram are improved together (`BalancedClusters`), from several
/// starts where points are few; then points of equal weight are divided exactly (`ExactBalance`), and others as
/// well as their weights allow (`WeightedBalance`). The model is that of Hess et al. 1965, "Nonpartisan political
/// redistricting by computer", and Fleischmann and Paraschis 1988, "Solving a large scale districting problem".
///
/// The same problem and seed give the same division whatever the number of threads; the order of the points does not
/// matter, and points that are alike in all are interchangeable. The work is counted in steps, never in seconds: near
/// linear in the number of points.
///
/// - Parameter rounds: how often centres may move from each start; 0 leaves them where they start.
/// - Throws: when there is nothing to divide or a number is out of range; with fewer points than districts some
///   districts stay empty.
package func divide(_ problem: DistrictProblem, seed: UInt64, rounds: Int = 80) throws(ProblemError) -> Division {
    try problem.check()
    let scaled = ScaledProblem(problem)
    guard let tree = scaled.tree else { return divisionOfBound(problem, scaled) }
    let finalists = DistrictStarts(scaled, tree: tree, seed: seed, rounds: max(0, rounds)).finalists()
    let finished = inParallel(finalists.count) {
        FinishedDistricts(scaled, tree: tree, start: finalists[$0], rounds: rounds)
    }
    let best = finished.indices.min { left, right in
        (finished[left].miss, finished[left].squares, left) < (finished[right].miss, finished[right].squares, right)
    }
    let chosen = finished[best ?? 0]
    var district = problem.locked.isEmpty ? problem.points.map { _ in 0 } : problem.locked.map { $0 ?? 0 }
    for (index, place) in scaled.places.enumerated() { district[Int(place)] = Int(chosen.owner[index]) }
    let area = scaled.scale * scaled.scale
    return Division(
        district: district, centres: chosen.centres.map(scaled.place), offsets: chosen.offsets.map { $0 * area },
        sumOfSquares: chosen.squares * area,
        loads: chosen.loads, bound: chosen.bound * area)
}

/// Where every point is bound there is nothing to search.
private func divisionOfBound(_ problem: DistrictProblem, _ scaled: ScaledProblem) -> Division {
    let centres = scaled.bound.indices.map { district in
        if scaled.centresAreFixed, let centres = scaled.centres { return centres[district] }
        return scaled.bound[district].centroid ?? scaled.centres?[district] ?? PlanePoint(0, 0)
    }
    let squares =
        centres.indices.reduce(0) { $0 + scaled.bound[$1].squares(around: centres[$1]) } * scaled.scale * scaled.scale
    return Division(
        district: problem.locked.map { $0 ?? 0 }, centres: centres.map(scaled.place), offsets: centres.map { _ in 0 },
        sumOfSquares: squares, loads: scaled.bound.map(\.weight), bound: squares)
}
