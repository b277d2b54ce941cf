import Foundation
import Geo
import Quantities
package import Records
package import Roads

/// The plan as GeoJSON (RFC 7946): for each day a line past home and stops, then a point for each stop.
///
/// A line follows the road where `lines` has its course, to `lineMetres`, and is straight from stop to stop elsewhere; its
/// property `course` says which: `road`, `straight`, or `mixed`.
package func geoJSONRoute(
    of plan: RoutePlan, in book: SalesBook, words: RouteWords, lines: [RoadPair: RoadLine] = [:]
) -> String {
    let home = book.repByID[plan.repID]?.home
    var features: [String] = []
    for day in plan.days where !day.stops.isEmpty {
        let stops = day.stops.compactMap { stop in
            book.customerByID[stop.customerID].flatMap { customer in
                customer.place.map { (stop: stop, customer: customer, place: $0) }
            }
        }
        let path = [home].compactMap(\.self) + stops.map(\.place) + [home].compactMap(\.self)
        if path.count > 1 {
            let way = way(past: path, lines: lines)
            features.append(
                feature(
                    #""type":"LineString","coordinates":[\#(way.points.map(position).joined(separator: ","))]"#,
                    [
                        ("day", quoted(day.day.iso)), ("departure", quoted(day.departure.text)),
                        ("back", quoted(day.back.text)), ("drivingMinutes", String(day.driving.wholeMinutes)),
                        ("metres", String(day.distance.count)), ("course", quoted(way.course)),
                    ]))
        }
        for (index, entry) in stops.enumerated() {
            features.append(
                feature(
                    #""type":"Point","coordinates":\#(position(entry.place))"#,
                    [
                        ("day", quoted(day.day.iso)), ("number", String(index + 1)),
                        ("customer", quoted(entry.stop.customerID.text)), ("name", quoted(entry.customer.name)),
                        ("arrival", quoted(entry.stop.arrival.text)), ("start", quoted(entry.stop.start.text)),
                        ("end", quoted(entry.stop.end.text)), ("slackMinutes", String(entry.stop.slackMinutes)),
                        ("note", quoted(words.note(entry.stop))),
                    ]))
        }
    }
    return "{\"type\":\"FeatureCollection\",\"name\":\(quoted(words.title)),\"features\":["
        + (features.isEmpty ? "" : "\n" + features.joined(separator: ",\n") + "\n") + "]}\n"
}

/// How far a line may be from the road that it follows.
private let lineMetres = 3.0

private func way(past places: [GeoPoint], lines: [RoadPair: RoadLine]) -> (points: [GeoPoint], course: String) {
    let pieces = course(through: places, lines: lines)
    guard pieces.contains(where: \.isRoad) else { return (places, "straight") }
    let points = pieces.reduce(into: [GeoPoint]()) { points, piece in
        points += simplified(piece.points).dropFirst(points.isEmpty ? 0 : 1)
    }
    let isMixed = zip(places, places.dropFirst()).contains { start, end in
        RoadPlace(start) != RoadPlace(end) && knownLine(from: start, to: end, in: lines) == nil
    }
    return (points, isMixed ? "mixed" : "road")
}

/// The ends and what is more than `lineMetres` from the line without it.
private func simplified(_ line: [GeoPoint]) -> [GeoPoint] {
    guard let first = line.first else { return [] }
    let metres = GeoPoint.earthRadius * Double.pi / 180
    let width = cos(first.latitude * Double.pi / 180)
    // On a plane that touches the earth at the first point; across the date line the short way round.
    let plane = line.map { point in
        PlanePoint(
            (point.longitude - first.longitude).remainder(dividingBy: 360) * width * metres,
            (point.latitude - first.latitude) * metres)
    }
    var kept = simplifiedLine(plane, tolerance: lineMetres)[...]
    return zip(line, plane).compactMap { point, place in
        guard kept.first == place else { return nil }
        kept.removeFirst()
        return point
    }
}

private func feature(_ geometry: String, _ properties: [(String, String)]) -> String {
    let pairs = properties.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return "{\"type\":\"Feature\",\"geometry\":{\(geometry)},\"properties\":{\(pairs)}}"
}

/// Longitude first.
private func position(_ place: GeoPoint) -> String { "[\(degrees(place.longitude)),\(degrees(place.latitude))]" }

/// A JSON string. `<`, `>`, `&` and the two line separators of JavaScript are escaped too, so that it may stand in a page.
private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1f}", "\u{7f}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
