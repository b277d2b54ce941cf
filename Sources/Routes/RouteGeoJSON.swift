import Geo
import Quantities
package import Records

/// The plan as GeoJSON (RFC 7946): for each day a line past home and stops, then a point for each stop. Lines are straight
/// from stop to stop: no roads are known.
package func geoJSONRoute(of plan: RoutePlan, in book: SalesBook, words: RouteWords) -> String {
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
            features.append(
                feature(
                    #""type":"LineString","coordinates":[\#(path.map(position).joined(separator: ","))]"#,
                    [
                        ("day", quoted(day.day.iso)), ("departure", quoted(day.departure.text)),
                        ("back", quoted(day.back.text)), ("drivingMinutes", String(day.driving.wholeMinutes)),
                        ("metres", String(day.distance.count)),
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
