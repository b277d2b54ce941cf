import Config
import Geo
import Quantities
import Records
import Routes

extension SiteMaterial {
    /// Opens the phone's navigation to a customer.
    func navigationLink(to customer: Customer) -> String { customer.place.map { PlaceLinks($0).google } ?? "#" }
    func appleLink(to customer: Customer) -> String { customer.place.map { PlaceLinks($0).apple } ?? "#" }
    func geoLink(to customer: Customer) -> String { customer.place.map { PlaceLinks($0).geo } ?? "#" }

    /// The week as calendar, track and map layer, with the label of each link.
    func routeFiles(_ plan: RoutePlan, rep: Rep, beside page: SitePath) -> [(CompanionFile, String)] {
        guard plan.stopCount > 0 else { return [] }
        let words = RouteWords(title: "Route of \(rep.name), \(plan.monday.week.iso)") { stop in
            let contact = book.contactsByCustomer[stop.customerID]?.first
            return [reasonText(stop.reason), contact.map { "Ask for \($0.name)" }].compactMap { $0 }
                .joined(separator: "\n")
        }
        return [
            (
                CompanionFile(
                    path: page.sibling("route.ics"),
                    text: icsCalendar(
                        of: plan, in: book, words: words, reminderMinutes: config.planning.reminderMinutes)),
                "Calendar (.ics)"
            ),
            (
                CompanionFile(path: page.sibling("route.gpx"), text: gpxTrack(of: plan, in: book, words: words)),
                "Track (.gpx)"
            ),
            (
                CompanionFile(
                    path: page.sibling("route.geojson"),
                    text: geoJSONRoute(of: plan, in: book, words: words, lines: roadLines)),
                "Map layer (.geojson)"
            ),
        ]
    }

    /// Links that open the whole day in the phone's map, in pieces that its browser takes.
    func routeLinks(_ day: RouteDay, rep: Rep) -> [PageFields] {
        let stops = day.stops.compactMap { book.customerByID[$0.customerID]?.place }
        guard let home = rep.home, !stops.isEmpty, stops.count == day.stops.count else { return [] }
        let links = navigationLinks(through: [home] + stops + [home])
        return links.map { link in
            let first = link.from == 0 ? "home" : "stop \(link.from)"
            let last = link.to == stops.count + 1 ? "home" : "stop \(link.to)"
            return ["href": .text(link.url), "label": .text("Map: \(first) to \(last)")]
        }
    }
}
