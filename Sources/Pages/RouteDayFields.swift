import Config
import Maps
import Quantities
import Records
import Routes

extension SiteMaterial {
    /// The sticky bar before any script runs: the first stop of the week.
    func nextStop(of plan: RoutePlan, rep: Rep) -> PageValue {
        guard let dayIndex = plan.days.firstIndex(where: { !$0.stops.isEmpty }),
            let stop = plan.days[dayIndex].stops.first, let customer = book.customerByID[stop.customerID]
        else { return .nothing }
        return .fields([
            "kicker": .text("Next: \(figures.shortDay(plan.days[dayIndex].day)), \(stop.start.text)"),
            "name": .text(customerName(customer.id)),
            "stopID": .text(stopID(plan.days[dayIndex], 0)),
            "navigateHref": .text(navigationLink(to: customer)),
            "callHref": .text(ifAny: telephoneLink(customer.phone)),
        ])
    }

    /// The week's days in order, with those off by their names.
    func dayList(_ plan: RoutePlan, rep: Rep, on path: SitePath) -> [PageFields] {
        let work = plan.days.enumerated().map {
            ($1.day, dayFields($1, index: $0, plan: plan, rep: rep, on: path))
        }
        return (work + plan.daysOff.map { ($0.day, dayOffFields($0)) }).sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func dayOffFields(_ off: DayOffName) -> PageFields {
        [
            "dayID": .text(off.day.weekday.shortName.lowercased()), "isOff": true,
            "name": .text("\(off.day.weekday.name) \(figures.day(off.day))"),
            "shortName": .text(off.day.weekday.shortName), "stopCount": "–",
            "summary": .text(dayOffText(off)),
        ]
    }

    func dayFields(_ day: RouteDay, index: Int, plan: RoutePlan, rep: Rep, on path: SitePath) -> PageFields {
        let isFirst = plan.days.firstIndex { !$0.stops.isEmpty } == index
        let isWhole = isFirst || index < briefDays(of: plan)
        let marksEstimates = DriveCounts(plan).marksEstimates
        var fields: PageFields = [
            "dayID": .text(dayID(day)), "isOff": false,
            "iso": .text(day.day.iso), "ink": .text(MapInk.category(day.day.weekday.rawValue - 1).cssClass),
            "name": .text("\(day.day.weekday.name) \(figures.day(day.day))"),
            "shortName": .text(day.day.weekday.shortName),
            "stopCount": .text(figures.integer(day.stops.count)),
            "summary": .text(daySummary(day)),
            "isOpen": .flag(isFirst),
            "isEmpty": .flag(day.stops.isEmpty),
            "emptyText": .text("No visit planned. Working hours \(day.hours.text)."),
            "departure": .text(day.departure.text),
            "back": .text(day.back.text),
            "lastLeg": .text(legText(day.lastLeg, marksEstimates: marksEstimates)),
            "lunchLast": .nothing,
            "routeLinks": .list(routeLinks(day, rep: rep)),
            "proof": .text(
                day.isProvenBestOrder
                    ? "Proven: no other order of these stops keeps all times and drives less."
                    : orderGap(day)),
            "mapMarkup": .nothing,
            "stops": .list([PageFields]()),
        ]
        guard !day.stops.isEmpty else { return fields }
        fields["mapMarkup"] = .markup(renderStripMap(stripMap(day, rep: rep, basemap: isWhole ? basemap : [])))
        var isLunchShown = day.lunch == nil
        fields["stops"] = .list(
            day.stops.enumerated().map { number, stop in
                var stopFields = self.stopFields(
                    stop, number: number, day: day, on: path, marksEstimates: marksEstimates)
                stopFields["isWhole"] = .flag(isWhole)
                let lunch = isLunchShown ? nil : day.lunch.flatMap { $0.from < stop.start ? $0 : nil }
                if lunch != nil { isLunchShown = true }
                stopFields["lunchBefore"] = lunchFields(lunch)
                return stopFields
            })
        // A lunch after coming home is nobody's business.
        if !isLunchShown, let lunch = day.lunch, lunch.from < day.back { fields["lunchLast"] = lunchFields(lunch) }
        return fields
    }

    /// So many days from the first one on have briefs and a basemap: a phone page stays under 100 kB. A stop takes about
    /// 1.5 kB, one with its brief nearly 1 kB more, one of a later week an eighth, and what is no stop 10 kB. A day whose drives follow the roads
    /// takes up to 1.5 kB for their line.
    func briefDays(of plan: RoutePlan) -> Int {
        let whole = plans[plan.repID]
        let later = whole.map { $0.weeks.dropFirst().prefix(laterWeeksShown($0)).reduce(0) { $0 + $1.stopCount } } ?? 0
        let lines = roadLines.isEmpty ? 0 : plan.days.count * 3 / 2
        let most = 88 - lines - plan.stopCount * 8 / 5 - later / 6
        var stops = 0
        return plan.days.prefix { day in
            stops += day.stops.count
            return stops <= most
        }.count
    }

    /// How far the order could be from the best one at most.
    private func orderGap(_ day: RouteDay) -> String {
        guard let least = day.leastDriving, day.driving.count > 0, least.count > 0 else {
            return "Best order found; not proven."
        }
        let percent = max(0, (day.driving.count - least.count) * 100 + day.driving.count - 1) / day.driving.count
        return "Best order found; no order of these stops drives more than \(percent)\u{a0}% less."
    }

    private func lunchFields(_ lunch: TimeWindow?) -> PageValue {
        .fields(ifAny: lunch.map { ["lunchFrom": .text($0.from.text), "lunchUntil": .text($0.until.text)] })
    }

    private func daySummary(_ day: RouteDay) -> String {
        guard !day.stops.isEmpty else { return "free" }
        return [
            figures.count(day.stops.count, "stop"),
            "\(day.departure.text)–\(day.back.text)",
            "\(figures.duration(minutes: day.driving.wholeMinutes)) driving",
            figures.distance(day.distance),
        ].joined(separator: " · ")
    }

    private func stripMap(_ day: RouteDay, rep: Rep, basemap: [BasemapLayer]) -> StripMap {
        let stops = day.stops.enumerated().compactMap { index, stop -> StripStop? in
            guard let customer = book.customerByID[stop.customerID], let place = customer.place else { return nil }
            return StripStop(
                number: index + 1, point: place, name: oneLine(customer.name, limit: 60), href: "#\(stopID(day, index))"
            )
        }
        let ink = MapInk.category(day.day.weekday.rawValue - 1)
        let routes = routePieces(day, rep: rep, ink: ink)
        return StripMap(
            id: "map-\(dayID(day))", title: "\(day.day.weekday.name): \(figures.count(stops.count, "stop"))",
            summary: "The stops in driving order from home and back, as in the list.",
            home: rep.home, stops: stops, routes: routes, ink: ink, basemap: basemap,
            attribution: credit(hasBasemap: !basemap.isEmpty, routes: routes), figures: figures)
    }

    /// Short, since it stands in each stop and in each mark of the map: `mon`, and `mon-3` for the third stop.
    func dayID(_ day: RouteDay) -> String { day.day.weekday.shortName.lowercased() }
    func stopID(_ day: RouteDay, _ index: Int) -> String { "\(dayID(day))-\(index + 1)" }
}
