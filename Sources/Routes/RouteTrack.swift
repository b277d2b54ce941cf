import Geo
import Quantities
package import Records

/// The plan as a GPX 1.1 file with one `<rte>` a day, from home past the stops and home again.
///
/// A route has its stops alone, even where the course of the roads is known: an app for navigation finds its own way
/// between them, and takes each further point for a stop.
package func gpxTrack(of plan: RoutePlan, in book: SalesBook, words: RouteWords) -> String {
    let home = book.repByID[plan.repID]?.home
    var lines = [
        #"<?xml version="1.0" encoding="UTF-8"?>"#,
        #"<gpx version="1.1" creator="Fieldbook" xmlns="http://www.topografix.com/GPX/1/1">"#,
        "  <metadata><name>\(escaped(words.title))</name><time>\(Instant(utc: book.asOf).iso)</time></metadata>",
    ]
    for day in plan.days where !day.stops.isEmpty {
        lines.append("  <rte>")
        lines.append("    <name>\(escaped("\(day.day.weekday.name) \(day.day.iso)"))</name>")
        if let home { lines.append(point(home, name: "\(day.departure.text) \(words.home)")) }
        for stop in day.stops {
            guard let customer = book.customerByID[stop.customerID], let place = customer.place else { continue }
            lines.append(point(place, name: "\(stop.start.text) \(customer.name)", note: words.note(stop)))
        }
        if let home { lines.append(point(home, name: "\(day.back.text) \(words.home)")) }
        lines.append("  </rte>")
    }
    lines.append("</gpx>")
    return lines.joined(separator: "\n") + "\n"
}

private func point(_ place: GeoPoint, name: String, note: String = "") -> String {
    let description = note.isEmpty ? "" : "<desc>\(escaped(note))</desc>"
    return "    <rtept lat=\"\(degrees(place.latitude))\" lon=\"\(degrees(place.longitude))\">"
        + "<name>\(escaped(name))</name>\(description)</rtept>"
}

/// XML text; characters that XML 1.0 does not allow at all are dropped.
private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
        default:
            if scalar.value >= 0x20, scalar.value & 0xfffe != 0xfffe { result.unicodeScalars.append(scalar) }
        }
    }
    return result
}
