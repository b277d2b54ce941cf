import Config
import Charts
import Geo
import Maps
import Quantities
import Records
import Territories

extension SiteMaterial {
    /// Today's territories measured, and what a balanced proposal would change.
    func territoriesPage() -> PageOutput {
        let path = SitePaths.territories
        let loads = workloadTable(on: path)
        let handOvers = handOverTable(on: path)
        let flows = flowTable(on: path)
        let orphans = customerList(
            territories.orphans, caption: "Customers without an active rep", file: "orphans.csv",
            empty: "Every customer has an active rep.", on: path)
        let unplaced = customerList(
            territories.unplaced, caption: "Customers without a place", file: "unplaced.csv",
            empty: "Every customer has a place.", on: path)
        let tables = [loads, flows, handOvers, orphans, unplaced]
        let fields: PageFields = [
            "cards": .list(territoryCards.map(\.fields)),
            "map": .fields(ifAny: territoryMap(territories.current, id: "now", on: path)?.fields),
            "proposalMap": .fields(
                ifAny: territories.proposal.flatMap { territoryMap($0, id: "proposal", on: path) }?.fields),
            "balance": .fields(balancePicture(on: path).fields),
            "loads": .fields(loads.fields), "flows": .fields(flows.fields), "handOvers": .fields(handOvers.fields),
            "orphans": .fields(orphans.fields), "unplaced": .fields(unplaced.fields),
            "obstacle": .text(ifAny: territories.proposalObstacle),
            "method": .text(
                "Workload in hours a year: visits by cadence × (visit + estimated driving to it, from the density of customers and the way from home). Capacity is \(figures.percent(config.territories.fieldShare)) of working hours in \(figures.decimal(config.territories.weeksPerYear, 0)) weeks. A proposal may hand over at most \(figures.percent(config.territories.moveShare)) of the customers."
            ),
        ]
        return PageOutput(
            pages: [
                page(
                    path, template: "territories", title: "Territories", section: path, finding: territoryFinding,
                    fields: fields)
            ], files: tables.filter { !$0.rows.isEmpty }.map { $0.csv(beside: path) })
    }

    private var territoryFinding: String {
        let current = territories.current
        guard
            let heaviest = current.territories.max(by: { ($0.hours, $1.repID) < ($1.hours, $0.repID) }),
            current.territories.count > 1
        else { return "There is at most one rep, so there is nothing to balance." }
        var text =
            "\(repName(heaviest.repID)) carries \(figures.integer(Int(heaviest.hours.rounded()))) hours a year, the most of all; the largest deviation from a fair share is \(figures.percent(current.largestDeviation))"
        if let proposal = territories.proposal, !territories.handOvers.isEmpty {
            text +=
                "; handing over \(figures.count(territories.handOvers.count, "customer")) brings it to \(figures.percent(proposal.largestDeviation))"
        }
        return text + "."
    }

    private var territoryCards: [FigureCard] {
        let now = territories.current
        let then = territories.proposal
        func card(_ label: String, _ now: Double, _ then: Double?, _ text: (Double) -> String) -> FigureCard {
            FigureCard(
                label: label, value: text(now), change: then.map { "proposal: \(text($0))" },
                status: then.map { $0 < now ? .good : .neutral } ?? .neutral)
        }
        return [
            card("Largest deviation", now.largestDeviation, then?.largestDeviation) {
                figures.percent($0)
            },
            card("Mean deviation", now.meanDeviation, then?.meanDeviation) { figures.percent($0) },
            FigureCard(
                label: "Mean compactness (1 is a circle)", value: compactness(now),
                change: then.map { "proposal: \(compactness($0))" }),
            card("Driving, hours a year", now.totalDriveHours, then?.totalDriveHours) {
                "about \(figures.integer(Int($0.rounded())))"
            },
            card("Nearest neighbour has another rep", now.overlapShare, then?.overlapShare) { figures.percent($0) },
            FigureCard(
                label: "Customers that change hands", value: figures.integer(territories.handOvers.count),
                change: "of \(figures.integer(book.customers.count(where: \.isActive)))"),
        ]
    }

    /// Mean over the territories, with two decimals.
    private func compactness(_ assignment: Assignment) -> String {
        let values = assignment.territories.map(\.compactness)
        return figures.decimal(values.reduce(0, +) / Double(max(1, values.count)), 2)
    }

    private func repInk(_ id: RecordID<Rep>) -> MapInk {
        territories.current.territories.firstIndex { $0.repID == id }.map { .category($0) } ?? .plain
    }

    private func territoryMap(_ assignment: Assignment, id: String, on path: SitePath) -> Picture? {
        let placed = book.customers.compactMap { customer -> (GeoPoint, Int, Customer)? in
            guard let place = customer.place, let owner = assignment.owner[customer.id],
                let index = assignment.territories.firstIndex(where: { $0.repID == owner })
            else { return nil }
            return (place, index, customer)
        }
        guard !placed.isEmpty else { return nil }
        let outlines = territoryAreas(points: placed.map { ($0.0, $0.1) })
        let areas = outlines.keys.sorted().compactMap { index -> MapArea? in
            guard let rings = outlines[index] else { return nil }
            let rep = assignment.territories[index].repID
            return MapArea(
                rings: rings, name: repName(rep), ink: repInk(rep), href: paths.rep(rep).map(path.link))
        }
        var pins = placed.compactMap { pin(for: $0.2, ink: repInk(assignment.territories[$0.1].repID), on: path) }
        for territory in assignment.territories {
            guard let home = book.repByID[territory.repID]?.home else { continue }
            pins.append(
                MapPin(
                    point: home, label: "\(repName(territory.repID)), home", symbol: .home, size: 2,
                    ink: repInk(territory.repID)))
        }
        let isNow = id == "now"
        let title =
            isNow
            ? "Today: \(figures.percent(assignment.overlapShare)) of customers have a neighbour with another rep"
            : "The proposal: \(figures.count(territories.handOvers.count, "hand-over")), largest deviation \(figures.percent(assignment.largestDeviation))"
        return Picture(
            title: title, subtitle: "Area and colour are the rep; shape is the cadence; a house is a rep’s home.",
            svg: renderMapPair(
                MapDrawing(
                    id: id, title: title, summary: "The table of workload names the reps and their customers.",
                    width: 760,
                    height: 560, basemap: basemap, areas: areas, pins: pins,
                    categories: assignment.territories.map {
                        MapCategory(ink: repInk($0.repID), name: repName($0.repID))
                    },
                    attribution: config.map.attribution ?? "", linkedPins: 0, figures: figures)))
    }

    private func balancePicture(on path: SitePath) -> Picture {
        let now = territories.current.territories
        let then = Dictionary(
            (territories.proposal?.territories ?? []).map { ($0.repID, $0.hours) },
            uniquingKeysWith: { first, _ in first })
        let title = "Workload runs from \(hours(now.map(\.hours).min() ?? 0)) to \(hours(now.map(\.hours).max() ?? 0))"
        return Picture(
            title: title, subtitle: "Hours a year for visits and driving; the tick is the proposal.",
            svg: chartPair(ChartHead(id: "balance", title: title, summary: "The table has the figures.", width: 360)) {
                head in
                BarChart(
                    head: head,
                    rows: now.map {
                        BarRow(
                            label: repName($0.repID), value: $0.hours.rounded(), mark: then[$0.repID]?.rounded(),
                            note: "of \(figures.integer(Int($0.capacityHours.rounded())))",
                            ink: $0.hours > $0.capacityHours ? .late : .plain, href: paths.rep($0.repID).map(path.link))
                    }, figures: .number(figures, decimals: 0)
                ).svg
            })
    }

    func hours(_ count: Double) -> String { "\(figures.integer(Int(count.rounded())))\u{a0}h" }
}
