import Config
import Maps
import Quantities
import Records
import Routes

extension SiteMaterial {
    /// The whole planned week of a rep on one map: a colour for each day, numbered stops, the direction, the home.
    func weekMapPage(_ rep: Rep, plan: RoutePlan) -> PageOutput {
        guard let page = paths.rep(rep.id), plan.stopCount > 0 else { return PageOutput() }
        let path = page.sibling("map.html")
        let routes = plan.days.filter { !$0.stops.isEmpty }.flatMap { day in
            routePieces(
                day, rep: rep, ink: .category(day.day.weekday.rawValue - 1),
                label: "\(day.day.weekday.name): \(figures.duration(minutes: day.driving.wholeMinutes)) driving")
        }
        let picture = weekPicture(rep, plan: plan, routes: routes, on: path, rep: page)
        let table = weekMapTable(plan, rep: page, on: path)
        let crumbs = [("Reps", SitePaths.reps), (rep.name, page)]
        return output(
            of: ListPage(
                path: path, title: "\(rep.name), week map", finding: weekMapFinding(plan), crumbs: crumbs,
                pictures: [picture], tables: [table],
                explanation: lineExplanation(routes)),
            section: SitePaths.reps)
    }

    private func weekMapFinding(_ plan: RoutePlan) -> String {
        let worked = plan.days.filter { !$0.stops.isEmpty }
        let longest = worked.max { ($0.driving.count, $1.day) < ($1.driving.count, $0.day) }
        let text =
            "\(figures.count(plan.stopCount, "visit")) on \(days(worked.count)), \(figures.distance(plan.distance)) and about \(figures.duration(minutes: plan.driving.wholeMinutes)) of driving"
        guard let longest, worked.count > 1 else { return text + "." }
        return text
            + "; \(longest.day.weekday.name) drives most, \(figures.duration(minutes: longest.driving.wholeMinutes))."
    }

    private func weekPicture(
        _ rep: Rep, plan: RoutePlan, routes: [MapRoute], on path: SitePath, rep page: SitePath
    ) -> Picture {
        var pins: [MapPin] = []
        var categories: [MapCategory] = []
        for day in plan.days where !day.stops.isEmpty {
            let ink = MapInk.category(day.day.weekday.rawValue - 1)
            let stops = day.stops.enumerated().compactMap { index, stop -> MapPin? in
                guard let customer = book.customerByID[stop.customerID], let place = customer.place else { return nil }
                return MapPin(
                    point: place,
                    label: "\(day.day.weekday.shortName) \(stop.start.text) · \(oneLine(customer.name, limit: 60))",
                    href: path.link(to: page) + "#\(stopID(day, index))", symbol: .stop(index + 1), size: 3, ink: ink,
                    card: card(of: customer))
            }
            pins += stops
            categories.append(
                MapCategory(
                    ink: ink, name: day.day.weekday.name,
                    note: "\(figures.duration(minutes: day.driving.wholeMinutes)) driving"))
        }
        if let home = rep.home {
            pins.append(MapPin(point: home, label: "Home", caption: "Home", symbol: .home, size: 3))
        }
        let title = "The week of \(figures.day(plan.monday)) day by day"
        return Picture(
            title: title, subtitle: "Colour is the day, the number the order; a stop leads to its card.",
            svg: renderMapPair(
                MapDrawing(
                    id: "week-map", title: title, summary: "The table below lists the days.", width: 980, height: 640,
                    basemap: basemap, detail: .light, routes: routes, pins: pins, categories: categories,
                    attribution: credit(hasBasemap: true, routes: routes), leastSpan: 800, measures: mapMeasures,
                    figures: figures))
        )
    }

    private func weekMapTable(_ plan: RoutePlan, rep page: SitePath, on path: SitePath) -> DataTable {
        DataTable(
            caption: "Days", file: "week-map.csv",
            columns: [
                .text("Day"), .number("Stops"), .number("Driving"), .number("Distance", wideOnly: true),
                .text("From home", wideOnly: true), .text("Back"),
            ],
            rows: plan.days.map { day in
                [
                    DataTable.Cell(
                        figures.shortDay(day.day), raw: day.day.iso, href: path.link(to: page) + "#\(dayID(day))"),
                    DataTable.Cell(figures.integer(day.stops.count), raw: String(day.stops.count)),
                    DataTable.Cell(
                        figures.duration(minutes: day.driving.wholeMinutes), raw: String(day.driving.wholeMinutes)),
                    DataTable.Cell(figures.distance(day.distance), raw: String(tenths: day.distance.kilometres)),
                    DataTable.Cell(day.stops.isEmpty ? "–" : day.departure.text),
                    DataTable.Cell(day.stops.isEmpty ? "–" : day.back.text),
                ]
            })
    }
}
