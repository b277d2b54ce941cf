import Quantities
import Records
import Routes

extension SiteMaterial {
    /// The weeks after the first: a line for each, folded, with the stops of each day in one row.
    func laterWeeks(_ plan: RepPlan, on path: SitePath) -> [PageFields] {
        let shown = laterWeeksShown(plan)
        return plan.weeks.dropFirst().enumerated().map { index, week in
            let rows = index < shown ? laterRows(week, on: path) : []
            return [
                "weekID": .text("week-\(week.monday.iso)"),
                "name": .text("Week of \(figures.day(week.monday))"),
                "summary": .text(laterSummary(week)),
                "obstacle": .text(ifAny: week.obstacle),
                "table": .table(rows),
                "left": .list(index < shown ? laterLeft(week, on: path) : []),
                "more": .text(
                    ifAny: index < shown && week.unserved.count > Self.mostLaterLeft
                        ? "And \(week.unserved.count - Self.mostLaterLeft) more." : nil),
                "isCut": .flag(rows.isEmpty && week.stopCount > 0),
            ]
        }
    }

    /// So many later weeks are on the page stop by stop, at most three and fewer beside a full first week: the page has to
    /// stay under 100 kB. The others are in the file.
    func laterWeeksShown(_ plan: RepPlan) -> Int {
        var left = 400 - 7 * (plan.weeks.first?.stopCount ?? 0)
        return plan.weeks.dropFirst().prefix(3).prefix { week in
            left -= week.stopCount
            return left >= 0
        }.count
    }

    /// So many customers who did not fit into a later week are named on the page.
    static var mostLaterLeft: Int { 10 }

    private func laterLeft(_ week: RoutePlan, on path: SitePath) -> [PageFields] {
        week.unserved.prefix(Self.mostLaterLeft).map { left in
            [
                "name": .text(customerName(left.customerID)),
                "href": .text(link(to: left.customerID, from: path) ?? "#"), "cause": .text(causeText(left.cause)),
            ]
        }
    }

    private func laterSummary(_ week: RoutePlan) -> String {
        var parts = [
            figures.count(week.stopCount, "stop"), "\(figures.duration(minutes: week.driving.wholeMinutes)) driving",
            figures.distance(week.distance),
        ]
        if !week.unserved.isEmpty { parts.append("\(week.unserved.count) did not fit") }
        return parts.joined(separator: " · ")
    }

    private func laterRows(_ week: RoutePlan, on path: SitePath) -> [PageFields] {
        let days = week.days.map { day in
            (
                day.day,
                [
                    "day": .text(breakable(day.day)),
                    "driving": .text(
                        day.stops.isEmpty ? "–" : figures.duration(minutes: day.driving.wholeMinutes)),
                    "text": day.stops.isEmpty ? .text("No visit planned") : .nothing,
                    "stops": .list(
                        day.stops.map { stop in
                            [
                                "start": .text(stop.start.text), "name": .text(customerName(stop.customerID)),
                                "href": .text(link(to: stop.customerID, from: path) ?? "#"),
                            ]
                        }),
                ] as PageFields
            )
        }
        let off = week.daysOff.map { off in
            (
                off.day,
                [
                    "day": .text(breakable(off.day)), "driving": "–", "text": .text(dayOffText(off)),
                    "stops": .list([PageFields]()),
                ] as PageFields
            )
        }
        return (days + off).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// `Mon 23 Nov` that may break behind the weekday: a phone has no room for it in one line beside names.
    private func breakable(_ day: Day) -> String {
        figures.shortDay(day).replacing("\u{a0}", with: " ", maxReplacements: 1)
    }

    func dayOffText(_ off: DayOffName) -> String {
        off.name.isEmpty ? "Day off" : off.isForEveryone ? "\(off.name), nobody works" : "Day off: \(off.name)"
    }

    /// Every stop of every planned week, a row each; for the file beside the page.
    func allStopsTable(_ plan: RepPlan) -> DataTable {
        DataTable(
            caption: "All planned visits", file: "visits.csv",
            columns: [
                .text("Day"), .text("Start"), .text("End"), .text("Customer"), .text("Why"),
                .number("Minutes of driving to it"), .number("Kilometres to it"), .text("Driving time from"),
            ],
            rows: plan.days.flatMap { day in
                day.stops.map { stop in
                    [
                        DataTable.Cell(day.day.iso), DataTable.Cell(stop.start.text), DataTable.Cell(stop.end.text),
                        DataTable.Cell(book.customerByID[stop.customerID]?.name ?? stop.customerID.text),
                        DataTable.Cell(reasonText(stop.reason)),
                        DataTable.Cell(String(stop.leg.driving.wholeMinutes)),
                        DataTable.Cell(String(tenths: stop.leg.distance.kilometres)),
                        DataTable.Cell(stop.leg.source.word),
                    ]
                }
            })
    }
}

extension String {
    /// A number with one decimal and a point, for files.
    init(tenths value: Double) {
        let whole = Int((value * 10).rounded())
        self = "\(whole < 0 ? "-" : "")\(abs(whole) / 10).\(abs(whole) % 10)"
    }
}
