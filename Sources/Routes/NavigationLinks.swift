package import Geo

/// A link that navigates through a part of a day's route.
package struct NavigationLink: Sendable, Hashable {
    /// An `https:` address, percent-encoded.
    package var url: String
    /// Where it starts and ends in the list of places.
    package var from: Int
    package var to: Int
}

/// Links to Google Maps directions through `places` in order (home, stops, home), each starting where the last ended.
///
/// Browsers on phones take three waypoints between start and end, so each link covers at most four legs
/// ("Maps URLs", developers.google.com/maps/documentation/urls/get-started). Empty for fewer than two places.
package func navigationLinks(through places: [GeoPoint], waypoints: Int = 3) -> [NavigationLink] {
    var links: [NavigationLink] = []
    var from = 0
    while from < places.count - 1 {
        let to = min(from + max(0, waypoints) + 1, places.count - 1)
        var url = "https://www.google.com/maps/dir/?api=1&travelmode=driving"
        url += "&origin=\(encoded(places[from]))&destination=\(encoded(places[to]))"
        if to > from + 1 {
            url += "&waypoints=" + places[from + 1..<to].map(encoded).joined(separator: "%7C")
        }
        links.append(NavigationLink(url: url, from: from, to: to))
        from = to
    }
    return links
}

/// Links that open one place in the phone's navigation.
package struct PlaceLinks: Sendable, Hashable {
    package var google: String
    package var apple: String
    /// RFC 5870; opens whatever app the phone has for places.
    package var geo: String

    package init(_ place: GeoPoint) {
        google = "https://www.google.com/maps/dir/?api=1&travelmode=driving&destination=\(encoded(place))"
        apple = "https://maps.apple.com/?dirflg=d&daddr=\(encoded(place))"
        geo = "geo:\(degrees(place.latitude)),\(degrees(place.longitude))"
    }
}

private func encoded(_ place: GeoPoint) -> String { "\(degrees(place.latitude))%2C\(degrees(place.longitude))" }
