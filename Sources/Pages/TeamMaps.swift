import Config
import Geo
import Maps
import Quantities
import Records
import Routes
import Teams

extension SiteMaterial {
    /// More reps than this can't be told apart by colour: then a colour is a team.
    static var mostRepsOnMap: Int { 12 }

    /// Minutes of driving a week of the plan, on average; nil where nothing is planned.
    func weeklyDriving(of rep: RecordID<Rep>) -> Int? {
        let weeks = (plans[rep]?.weeks ?? [routes[rep]].compactMap { $0 }).filter { $0.stopCount > 0 }
        guard !weeks.isEmpty else { return nil }
        return weeks.reduce(0) { $0 + $1.driving.wholeMinutes } / weeks.count
    }

    /// All customers of the company: where the overdue ones are, and who drives most.
    func companyMap(on path: SitePath) -> Picture? {
        let reps = book.activeReps.filter { !(book.customersByRep[$0.id] ?? []).isEmpty }
        let customers = book.customers.filter(\.isActive)
        guard reps.count > Self.mostRepsOnMap, teams.teams.count > 1 else {
            return repMap(
                id: "team-map", reps: reps, customers: customers, overdue: teams.company.overdue.count, on: path)
        }
        let order = Dictionary(
            book.teams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let most = mostDriving(reps)
        let groups = book.teams.enumerated().map { index, team in
            MapGroup(
                name: team.name, ink: .category(index), href: paths.team(team.id).map(path.link),
                note: most.flatMap { most in
                    book.repByID[most.rep]?.teamID == team.id
                        ? "\(repName(most.rep)): \(figures.duration(minutes: most.minutes)) driving" : nil
                })
        }
        let team: (Customer) -> Int? = { customer in
            customer.ownerID.flatMap { book.repByID[$0]?.teamID }.flatMap { order[$0] }
        }
        return picture(
            id: "team-map", groups: groups, customers: customers, group: team, colour: "the team",
            finding: finding(
                overdue: teams.company.overdue.count,
                in: teams.teams.map { (teamName($0.teamID), $0.week.overdue.count) },
                most: most), on: path)
    }

    /// The customers of one team, in the colours of its reps.
    func teamMap(_ team: Team, _ summary: TeamSummary, on path: SitePath) -> Picture? {
        let reps = book.activeReps.filter { $0.teamID == team.id }
        let customers = reps.flatMap { book.customersByRep[$0.id] ?? [] }.filter(\.isActive).sorted { $0.id < $1.id }
        return repMap(
            id: "map", reps: reps.filter { !(book.customersByRep[$0.id] ?? []).isEmpty }, customers: customers,
            overdue: summary.week.overdue.count, on: path)
    }

    private func mostDriving(_ reps: [Rep]) -> (rep: RecordID<Rep>, minutes: Int)? {
        let known = reps.compactMap { rep in weeklyDriving(of: rep.id).map { (rep: rep.id, minutes: $0) } }
        let most = known.max { ($0.minutes, $1.rep) < ($1.minutes, $0.rep) }
        return known.count > 1 ? most : nil
    }

    private func repMap(
        id: String, reps: [Rep], customers: [Customer], overdue: Int, on path: SitePath
    ) -> Picture? {
        let order = Dictionary(reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let most = mostDriving(reps)
        // A team keeps the colours of the company's map as long as these differ within it.
        let isShared = repOrder.count <= 8
        let counts = reps.map { rep in
            (rep.name, (book.customersByRep[rep.id] ?? []).count { overdueDays[$0.id] != nil })
        }
        let groups = reps.enumerated().map { index, rep in
            let minutes = weeklyDriving(of: rep.id)
            let isMost = most?.rep == rep.id
            return MapGroup(
                name: rep.name, ink: isShared ? repInk(rep.id) : .category(index),
                href: paths.rep(rep.id).map(path.link),
                note: minutes.map { minutes in
                    "\(isMost ? "drives most: " : "drives ")\(figures.duration(minutes: minutes))\u{a0}a\u{a0}week"
                },
                legendNote: (["\(figures.integer(counts[index].1)) overdue"]
                    + [minutes.map { "\(figures.duration(minutes: $0))\u{a0}a\u{a0}week" }].compactMap { $0 })
                    .joined(separator: " · "),
                isMost: isMost, home: rep.home)
        }
        return picture(
            id: id, groups: groups, customers: customers, group: { $0.ownerID.flatMap { order[$0] } },
            colour: "the rep", finding: finding(overdue: overdue, in: counts, most: most), on: path)
    }

    private func picture(
        id: String, groups: [MapGroup], customers: [Customer], group: (Customer) -> Int?, colour: String,
        finding: String, on path: SitePath
    ) -> Picture? {
        var points: [(GeoPoint, Int)] = []
        let pins = customers.compactMap { customer -> MapPin? in
            let index = group(customer)
            if let index, let place = customer.place { points.append((place, index)) }
            return pin(for: customer, ink: index.map { groups[$0].ink } ?? .plain, on: path)
        }
        let unplaced = customers.count { $0.place == nil }
        let map = groupedMap(
            id: id, title: finding,
            summary:
                "Customers by \(colour.dropFirst(4)) (colour) and by how they stand against their cadence (shape). The customers page lists them.",
            groups: groups, pins: pins, areas: points,
            others: customers.contains { $0.place != nil && group($0) == nil } ? "No active rep" : nil, on: path)
        return map.map { map in
            Picture(
                title: finding,
                subtitle:
                    "Colour is \(colour), shape the cadence: a diamond is overdue. Size is last year’s orders; driving is the plan’s weekly mean."
                    + (unplaced == 0
                        ? ""
                        : " \(figures.count(unplaced, "customer")) without a place \(unplaced == 1 ? "is" : "are") not drawn."),
                svg: renderMapPair(map))
        }
    }

    /// Where the overdue customers are, and who drives most.
    private func finding(
        overdue: Int, in counts: [(name: String, count: Int)], most: (rep: RecordID<Rep>, minutes: Int)?
    ) -> String {
        var text = "Nobody is overdue for a visit"
        var leader: String?
        if overdue > 0 {
            let first = counts.enumerated().max { ($0.element.count, $1.offset) < ($1.element.count, $0.offset) }?
                .element
            leader = counts.count > 1 ? first?.name : nil
            text =
                counts.count > 1 && first != nil
                ? "\(first?.name ?? "") has \(figures.integer(first?.count ?? 0)) of the \(figures.count(overdue, "overdue customer"))"
                : "\(figures.count(overdue, "customer")) \(overdue == 1 ? "is" : "are") overdue for a visit"
        }
        if let most {
            let name = repName(most.rep)
            text +=
                "\(name == leader ? " and" : "; \(name)") drives most, \(figures.duration(minutes: most.minutes)) a week"
        }
        return text
    }
}
