package import Config
package import Diagnostics
import Geo
import Quantities
package import Records

/// Driving times from a matrix file, and another source for the pairs that it does not hold.
///
/// A place is found in the table by its id (of a customer or rep, whole or without the name of its source), else by its
/// coordinates: those of the table stand for what lies within `tolerance`, the nearest first.
package struct MatrixTravel: TravelTimes {
    /// Metres. A routing engine moves a point to the nearest road.
    package static let tolerance = 50.0

    let table: TravelTable
    /// Roads, or the estimate.
    private var beneath: any TravelTimes
    /// Indices in the table by the text of an id: a file may write one id in two ways.
    private let indices: [String: [Int]]
    private let points: PointsByLatitude
    /// Where each place of the table is, as far as that is known.
    let coordinates: [GeoPoint?]
    /// Ids of the table that no customer and no rep has, with place and hint.
    package let problems: [Problem]

    /// O(places + customers).
    package init(_ table: TravelTable, in book: SalesBook, beneath: any TravelTimes) {
        self.table = table
        self.beneath = beneath
        let resolved = resolve(table, in: book)
        indices = resolved.indices
        coordinates = zip(table.places, resolved.coordinates).map { $0.point ?? $1 }
        problems = resolved.problems
        points = PointsByLatitude(table)
    }

    /// The same with another source for what the table lacks.
    func with(_ beneath: any TravelTimes) -> MatrixTravel {
        var travel = self
        travel.beneath = beneath
        return travel
    }

    /// The place's indices in the table, the surest first; empty where the table does not know it.
    func indices(of place: TravelPlace) -> [Int] {
        let byID = place.id.flatMap { indices[$0] } ?? []
        guard let near = points.nearest(to: place.point), !byID.contains(near) else { return byID }
        return byID + [near]
    }

    /// The drive as the table has it.
    func drive(from origins: [Int], to destinations: [Int]) -> (seconds: Int32, metres: Int32?)? {
        for from in origins {
            for to in destinations where from != to {
                if let drive = table.drive(from: from, to: to) { return drive }
            }
        }
        return nil
    }

    /// O(n² log n).
    package func matrix(among places: [TravelPlace]) -> TravelMatrix {
        let count = places.count
        let known = places.map { indices(of: $0) }
        let beneath = beneath.matrix(among: places)
        var seconds = beneath.seconds
        var metres = beneath.metres
        var sources = beneath.sources ?? [DriveSource](repeating: .estimate, count: count * count)
        var missing = 0
        for row in 0..<count {
            for column in 0..<count where row != column {
                let cell = row * count + column
                guard let drive = drive(from: known[row], to: known[column]) else {
                    // Two customers behind one point of the table are some steps apart: an estimate, but not a gap.
                    if !known[row].contains(where: known[column].contains) { missing += 1 }
                    continue
                }
                seconds[cell] = drive.seconds
                if let exact = drive.metres { metres[cell] = exact }
                sources[cell] = .matrixFile
            }
        }
        return TravelMatrix(count: count, seconds: seconds, metres: metres, missing: missing, sources: sources)
    }
}

/// Which customer or rep each id of the table is, and where.
private func resolve(
    _ table: TravelTable, in book: SalesBook
) -> (indices: [String: [Int]], coordinates: [GeoPoint?], problems: [Problem]) {
    var exact: [String: GeoPoint?] = [:]
    var bySource: [String: [String]] = [:]
    for (id, point) in book.customers.map({ ($0.id.text, $0.place) }) + book.reps.map({ ($0.id.text, $0.home) }) {
        exact.updateValue(point.flatMap { $0.isNullIsland ? nil : $0 }, forKey: id)
        bySource[String(id.drop { $0 != ":" }.dropFirst()), default: []].append(id)
    }
    var indices: [String: [Int]] = [:]
    var coordinates = [GeoPoint?](repeating: nil, count: table.places.count)
    var problems: [Problem] = []
    var unknown = 0
    for (index, place) in table.places.enumerated() {
        guard let written = place.id else { continue }
        let candidates = exact.keys.contains(written) ? [written] : bySource[written] ?? []
        if candidates.count == 1 {
            indices[candidates[0], default: []].append(index)
            coordinates[index] = exact[candidates[0]] ?? nil
            continue
        }
        unknown += 1
        if unknown > 20 { continue }
        let place = ProblemPlace(file: table.file, line: place.line)
        if candidates.count > 1 {
            problems.append(
                Problem(
                    .warning, "travel.ambiguous-place", "'\(written.prefix(60))' is the id of several records",
                    at: place, value: written, hint: "write one of \(candidates.sorted().joined(separator: ", "))"))
        } else {
            // A look through many ids takes its time, and says little.
            let names = unknown <= 5 && exact.count <= 2000 ? bySource.keys.sorted() : []
            let near = nearMiss(of: String(written.prefix(60)), in: names)
            problems.append(
                Problem(
                    .warning, "travel.unknown-place", "no customer and no rep has the id '\(written.prefix(60))'",
                    at: place, value: written,
                    hint: near.map { "did you mean '\($0)'?" }
                        ?? "write an id of the store, or 'latitude/longitude'"))
        }
    }
    if unknown > 20 {
        problems.append(
            Problem(
                .warning, "travel.unknown-place", "\(unknown - 20) more ids in the file are no customer's and no rep's",
                at: ProblemPlace(file: table.file), hint: "write ids of the store, or 'latitude/longitude'"))
    }
    return (indices, coordinates, problems)
}

/// The table's points from south to north, to find the nearest one.
private struct PointsByLatitude {
    private let points: [(index: Int, point: GeoPoint)]

    init(_ table: TravelTable) {
        points = table.places.enumerated().compactMap { index, place in place.point.map { (index, $0) } }
            .sorted { ($0.point.latitude, $0.index) < ($1.point.latitude, $1.index) }
    }

    /// Within the tolerance; of two just as near the first of the file. O(log n + points as far north).
    func nearest(to point: GeoPoint) -> Int? {
        // A degree of latitude is 111 km.
        let reach = MatrixTravel.tolerance / 110_000
        var low = 0
        var high = points.count
        while low < high {
            let middle = (low + high) / 2
            if points[middle].point.latitude < point.latitude - reach { low = middle + 1 } else { high = middle }
        }
        var best: (distance: Double, index: Int)?
        for candidate in points[low...] {
            if candidate.point.latitude > point.latitude + reach { break }
            let distance = point.distance(to: candidate.point)
            guard distance <= MatrixTravel.tolerance else { continue }
            if let best, (best.distance, best.index) < (distance, candidate.index) { continue }
            best = (distance, candidate.index)
        }
        return best?.index
    }
}
