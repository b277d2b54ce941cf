import Foundation
import Geo
import Quantities
import Records
import Roads
import Testing

@testable import Routes

@Suite struct RouteExportTests {
    let nasty =
        "Bäckerei \"Süß\" & <Söhne>; a, b\\c\r\nline two, and a tail that makes the line longer than folding allows"

    func sample() -> (plan: RoutePlan, book: SalesBook) {
        var rep = rep()
        rep.zone = Zone("Europe/Zurich")
        var first = customer("crm:7/x", at: place(0.1), hours: [.monday: "9:00-10:00"])
        first.name = nasty
        first.address.city = "Vaduz"
        let book = book(rep, [first, customer("b", at: place(0.11), hours: [.monday: "9:35-12:00"])])
        return (planWeek(of: rep, in: book, planning: settings(), travel: plainTravel), book)
    }

    @Test func `calendar lines are folded, escaped, in UTC and stamped with the as-of date`() {
        let (plan, book) = sample()
        let text = icsCalendar(of: plan, in: book, words: RouteWords(title: "Route"))
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\r") })
        let unfolded = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
        #expect(unfolded.contains("DTSTAMP:20261120T000000Z"))
        // 09:00 in Zurich in November.
        #expect(unfolded.contains("DTSTART:20261123T080000Z"))
        #expect(unfolded.contains("UID:2026-W48-crm_3a7_2fx@fieldbook.invalid"))
        #expect(unfolded.contains { $0.hasPrefix(#"SUMMARY:Bäckerei "Süß" & <Söhne>\; a\, b\\c\nline two\, and"#) })
        #expect(unfolded.count { $0 == "BEGIN:VEVENT" } == 2)
    }

    @Test func `a track escapes names and goes home again`() {
        let (plan, book) = sample()
        let text = gpxTrack(of: plan, in: book, words: RouteWords(title: "A & B"))
        #expect(text.contains("<name>A &amp; B</name>"))
        #expect(text.contains("&quot;Süß&quot; &amp; &lt;Söhne&gt;"))
        #expect(text.components(separatedBy: "<rtept ").count == 5)
        #expect(text.contains(#"<rtept lat="47.100000" lon="9.000000">"#))
    }

    @Test func `a route is a line and points with longitude first`() {
        let (plan, book) = sample()
        let text = geoJSONRoute(of: plan, in: book, words: RouteWords(title: "R"))
        #expect(text.contains(#""coordinates":[[9.000000,47.000000],[9.000000,47.100000],"#))
        #expect(text.contains(#"Bäckerei \"Süß\" \u0026 \u003cSöhne\u003e; a, b\\c\u000d\u000aline"#))
        #expect(text.components(separatedBy: #""type":"Point""#).count == 3)
        #expect(text.contains(#""course":"straight""#))
    }

    @Test func `a line follows the road where it is known, without the points that say nothing`() {
        let (plan, book) = sample()
        let stops = [place(0), place(0.1), place(0.11), place(0)]
        func text(_ legs: Range<Int>) -> String {
            let lines = legs.map { leg in
                let (start, end) = (stops[leg], stops[leg + 1])
                let north = (start.latitude + end.latitude) / 2 - 47
                let bend = place(north, 0.01)
                // Ten centimetres beside the way from the bend to the end.
                let idle = place((bend.latitude + end.latitude) / 2 - 47 + 0.000_001, 0.005)
                return (
                    RoadPair(from: RoadPlace(start), to: RoadPlace(end)), RoadLine(points: [start, bend, idle, end])
                )
            }
            return geoJSONRoute(
                of: plan, in: book, words: RouteWords(title: "R"), lines: Dictionary(uniqueKeysWithValues: lines))
        }
        let road = text(0..<3)
        #expect(road.contains(#""course":"road""#))
        #expect(
            road.contains(
                #""coordinates":[[9.000000,47.000000],[9.010000,47.050000],[9.000000,47.100000],[9.010000,47.105000],"#
                    + #"[9.000000,47.110000],[9.010000,47.055000],[9.000000,47.000000]]"#))
        let mixed = text(1..<3)
        #expect(mixed.contains(#""course":"mixed""#))
        #expect(mixed.contains(#""coordinates":[[9.000000,47.000000],[9.000000,47.100000],[9.010000,47.105000],"#))
    }

    @Test func `links take three waypoints each and start where the last one ended`() {
        let places = (0...6).map { place(Double($0) / 10) }
        let links = navigationLinks(through: places)
        #expect(links.map(\.from) == [0, 4])
        #expect(links.map(\.to) == [4, 6])
        #expect(
            links[1].url
                == "https://www.google.com/maps/dir/?api=1&travelmode=driving&origin=47.400000%2C9.000000"
                + "&destination=47.600000%2C9.000000&waypoints=47.500000%2C9.000000")
        #expect(navigationLinks(through: [places[0]]).isEmpty)
        #expect(PlaceLinks(GeoPoint(latitude: -0.0000001, longitude: -7.5)!).geo == "geo:0.000000,-7.500000")
    }
}
