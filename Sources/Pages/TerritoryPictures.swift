import Charts
import Config
import Geo
import Maps
import Quantities
import Records
import Territories

extension SiteMaterial {
    /// Who looks after whom today, with the hours of each.
    func todayMap(on path: SitePath) -> Picture? {
        let current = territories.current
        let off = deviations(of: current)
        let heaviest = off.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let title =
            heaviest.map { "Today \(repName($0.key)) has \(deviationWords($0.value))" }
            ?? "Today: \(figures.count(current.territories.count, "territory", "territories"))"
        let groups = self.groups(current, newReps: [], on: path) { id, hours in
            off[id].map { "\(hours), \(self.signed($0))" } ?? hours
        }
        var points: [(GeoPoint, Int)] = []
        let pins = placed(current).compactMap { customer, place, index -> MapPin? in
            points.append((place, index))
            return pin(for: customer, ink: groups[index].ink, on: path)
        }
        return groupedMap(
            id: "now", title: title, summary: "The table of workload names the reps and their customers.",
            groups: groups, pins: pins, areas: points, linked: 0, on: path
        ).map {
            Picture(
                title: title,
                subtitle:
                    "Area and colour are the rep, with hours a year and how far these are from a fair share; shape is the cadence; a house is a home.",
                svg: renderMapPair($0))
        }
    }

    /// An option's territories, and in them whoever changes hands in the colour of the rep who has them today.
    func optionMap(_ option: TerritoryOption, id: String, on path: SitePath) -> Picture? {
        let off = deviations(of: option.assignment)
        let title: String
        if let first = option.flows.first(where: { $0.from != nil }), option.flows.count > 1 {
            title =
                "\(repName(first.from)) hands most, \(figures.count(first.customers, "customer")) to \(repName(first.to, newReps: option.newReps)); the largest deviation is then \(figures.percent(option.figures.largestDeviation))"
        } else {
            title =
                "\(figures.count(option.handOvers.count, "customer")) would change hands; the largest deviation is then \(figures.percent(option.figures.largestDeviation))"
        }
        let picture = changeMap(
            id: id, title: title, assignment: option.assignment, newReps: option.newReps,
            from: Dictionary(
                option.handOvers.map { ($0.customerID, $0.from) }, uniquingKeysWith: { first, _ in first }),
            on: path
        ) { id, hours in off[id].map { "\(hours), \(self.signed($0))" } ?? hours }
        return picture.map {
            Picture(
                title: title,
                subtitle:
                    "Areas as they would be, with hours a year and how far these are from a fair share. Each pin changes hands: its colour is who has it today, the area around it who would have it.",
                svg: $0)
        }
    }

    /// The areas of an assignment, with pins for those who came from somebody else, in that one's colour.
    func changeMap(
        id: String, title: String, assignment: Assignment, newReps: [Rep],
        from: [RecordID<Customer>: RecordID<Rep>?], on path: SitePath,
        note: (RecordID<Rep>, String) -> String
    ) -> String? {
        let groups = self.groups(assignment, newReps: newReps, on: path, note: note)
        var points: [(GeoPoint, Int)] = []
        var pins: [MapPin] = []
        for (customer, place, index) in placed(assignment) {
            points.append((place, index))
            guard let giver = from[customer.id] else { continue }
            let names = "\(giver == nil ? "nobody" : repName(giver)) → \(groups[index].name)"
            if var pin = pin(for: customer, ink: repInk(giver), on: path) {
                pin.card = card(of: customer, rep: names)
                pins.append(pin)
            }
        }
        return groupedMap(
            id: id, title: title, summary: "The table of customers that change hands has each of them.",
            groups: groups, pins: pins, areas: points, linked: 24, on: path
        ).map(renderMapPair)
    }

    private func placed(_ assignment: Assignment) -> [(Customer, GeoPoint, Int)] {
        let order = Dictionary(
            assignment.territories.enumerated().map { ($1.repID, $0) }, uniquingKeysWith: { first, _ in first })
        return book.customers.compactMap { customer in
            guard let place = customer.place, let index = assignment.owner[customer.id].flatMap({ order[$0] })
            else { return nil }
            return (customer, place, index)
        }
    }

    private func groups(
        _ assignment: Assignment, newReps: [Rep], on path: SitePath, note: (RecordID<Rep>, String) -> String
    ) -> [MapGroup] {
        assignment.territories.map { territory in
            let id = territory.repID
            return MapGroup(
                name: repName(id, newReps: newReps), ink: repInk(id, newReps: newReps),
                href: paths.rep(id).map(path.link), note: note(id, hours(territory.hours)),
                home: book.repByID[id]?.home ?? newReps.first { $0.id == id }?.home)
        }
    }

    private func signed(_ share: Double) -> String {
        let text = figures.percent(share)
        return share > 0.005 ? "+\(text)" : text
    }

    /// Hours by rep against what each can give, the tick being the option.
    func workloadPicture(_ option: TerritoryOption?, on path: SitePath) -> Picture {
        let now = territories.current.territories
        let then = option?.assignment.territories ?? []
        let thenHours = Dictionary(then.map { ($0.repID, $0.hours) }, uniquingKeysWith: { first, _ in first })
        let known = Set(now.map(\.repID))
        let all = now.map(\.hours)
        var title = "Workload runs from \(hours(all.min() ?? 0)) to \(hours(all.max() ?? 0)) a year"
        if option != nil, let least = then.map(\.hours).min(), let most = then.map(\.hours).max() {
            title = "\(title), then from \(hours(least)) to \(hours(most))"
        }
        let sorted = now.sorted { ($1.hours, $0.repID) < ($0.hours, $1.repID) }
        let rows =
            sorted.map { territory in
                BarRow(
                    label: repName(territory.repID), value: territory.hours.rounded(),
                    mark: option == nil ? nil : (thenHours[territory.repID] ?? 0).rounded(),
                    backdrop: territory.capacityHours,
                    note: option == nil ? "" : "→ \(figures.integer(Int((thenHours[territory.repID] ?? 0).rounded())))",
                    ink: territory.hours > territory.capacityHours ? .late : .plain,
                    href: paths.rep(territory.repID).map(path.link))
            }
            + then.filter { !known.contains($0.repID) }.map { territory in
                BarRow(
                    label: repName(territory.repID, newReps: option?.newReps ?? []), value: 0,
                    mark: territory.hours.rounded(), backdrop: territory.capacityHours,
                    note: "→ \(figures.integer(Int(territory.hours.rounded())))")
            }
        return Picture(
            title: title,
            subtitle: "Hours a year for visits and driving; behind them the hours that the rep has"
                + (option == nil ? "." : "; the tick and the second figure are the proposal."),
            svg: chartPair(
                ChartHead(
                    id: "balance", title: title, summary: "The table of workload has the figures.", width: 560,
                    emptyText: "No rep is active")
            ) { head in
                BarChart(head: head, rows: rows, figures: .number(figures, decimals: 0)).svg
            })
    }

    /// Balance against hand-overs, with the recommended point.
    func paretoPicture(on path: SitePath) -> Picture? {
        let line = territories.pareto
        guard let first = line.first, let last = line.last, line.count > 1 else { return nil }
        let recommended = territories.options.first { $0.key == territories.recommended }
        let chosen = recommended.flatMap { option in
            line.firstIndex { $0.customersHandedOver == option.figures.customersHandedOver }
        }
        var title = "No hand-over makes it better"
        if let best = line.first(where: { $0.largestDeviation <= first.largestDeviation / 2 }),
            best.customersHandedOver > first.customersHandedOver
        {
            title =
                "\(figures.count(best.customersHandedOver, "hand-over")) bring the largest deviation from \(figures.percent(first.largestDeviation)) to \(figures.percent(best.largestDeviation)); \(last.customersHandedOver > best.customersHandedOver ? "a free redesign moves \(figures.integer(last.customersHandedOver)) for \(figures.percent(last.largestDeviation))" : "more brings nothing")"
        } else if last.largestDeviation < first.largestDeviation {
            title =
                "\(figures.count(last.customersHandedOver, "hand-over")) bring the largest deviation from \(figures.percent(first.largestDeviation)) to \(figures.percent(last.largestDeviation))"
        }
        let table = DataTable(
            caption: "Balance against hand-overs", file: "pareto.csv",
            columns: [
                .number("Budget"), .number("Handed over"), .number("Largest deviation"), .number("Mean"),
                .number("Driving, h"),
            ],
            rows: line.map { point in
                [
                    DataTable.Cell(figures.percent(point.budgetShare, 1), raw: exact(point.budgetShare)),
                    DataTable.Cell(figures.integer(point.customersHandedOver), raw: String(point.customersHandedOver)),
                    DataTable.Cell(figures.percent(point.largestDeviation, 1), raw: exact(point.largestDeviation)),
                    DataTable.Cell(figures.percent(point.meanDeviation, 1), raw: exact(point.meanDeviation)),
                    DataTable.Cell(figures.decimal(point.totalDriveHours, 0), raw: exact(point.totalDriveHours)),
                ]
            })
        let bound = territories.options.first?.figures.deviationBound
        return Picture(
            title: title,
            subtitle:
                "Deviation of hours from a fair share (upwards) against customers handed over (to the right); the green dot is recommended.",
            svg: chartPair(
                ChartHead(
                    id: "pareto", title: title, summary: "The table below has the figures.", width: 560,
                    emptyText: "There is nothing to trade")
            ) { head in
                TradeOffChart(
                    head: head,
                    points: line.enumerated().map { index, point in
                        TradeOffPoint(
                            cost: Double(point.customersHandedOver), value: point.largestDeviation,
                            second: point.meanDeviation,
                            label:
                                "recommended: \(figures.percent(point.largestDeviation, point.largestDeviation < 0.0995 ? 1 : 0))",
                            isMarked: index == chosen)
                    }, costFigures: .number(figures, decimals: 0), valueFigures: .share(figures),
                    costName: "customers handed over", valueName: "largest", secondName: "mean",
                    bound: bound, boundName: bound.map { "no less than \(figures.percent($0))" } ?? ""
                ).svg
            }, table: table)
    }
}
