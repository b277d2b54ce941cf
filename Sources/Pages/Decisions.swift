import Config
import Insights
import Routes
import Teams
import Territories
import Forecasting
import Quantities
import Records

/// Something that a manager should settle this week.
struct Decision {
    var what: String
    var why: String
    var who: String
    var until: String?
    var href: String
    /// Larger comes first.
    var weight: Double

    var fields: PageFields {
        [
            "what": .text(what), "why": .text(why), "who": .text(who), "until": .text(ifAny: until),
            "href": .text(href),
        ]
    }
}

extension SiteMaterial {
    /// At most five, the weightiest of each kind first: money at risk, teams that fall behind, customers without a rep,
    /// unfair territories, unhappy customers.
    func decisions(on path: SitePath) -> [Decision] {
        let all = [
            riskyDeal(on: path), fallingBehind(on: path), orphans(on: path), unfairTerritories(on: path),
            unhappyCustomer(on: path), secondRiskyDeal(on: path),
        ].compactMap { $0 }
        return Array(all.sorted { ($1.weight, $0.what) < ($0.weight, $1.what) }.prefix(5))
    }

    private var riskyDeals: [(deal: Opportunity, forecast: DealForecast)] {
        forecast.deals.compactMap { forecast in
            guard let deal = dealByID[forecast.opportunityID], deal.amount != nil, !forecast.risks.isEmpty else {
                return nil
            }
            return (deal, forecast)
        }
        .sorted {
            let left = ($0.deal.amount?.amount ?? 0) * Double($0.forecast.risks.count)
            let right = ($1.deal.amount?.amount ?? 0) * Double($1.forecast.risks.count)
            return left != right ? left > right : $0.deal.id < $1.deal.id
        }
    }

    private func decision(on risky: (deal: Opportunity, forecast: DealForecast), weight: Double, path: SitePath)
        -> Decision
    {
        let amount = risky.deal.amount.map { figures.shortMoney($0) } ?? ""
        let risks = risky.forecast.risks.map { riskText($0, deal: risky.deal, forecast: risky.forecast) }.asSentence
        return Decision(
            what: "Keep or close “\(oneLine(risky.deal.name, limit: 60))” (\(amount))",
            why: risks.prefix(1).uppercased() + risks.dropFirst() + ".", who: repName(risky.deal.ownerID),
            until: risky.deal.closeDay.map { "promised for \(figures.day($0))" },
            href: risky.deal.customerID.flatMap { link(to: $0, from: path) } ?? path.link(to: SitePaths.pipeline),
            weight: weight)
    }

    private func riskyDeal(on path: SitePath) -> Decision? {
        riskyDeals.first.map { decision(on: $0, weight: 5, path: path) }
    }

    private func secondRiskyDeal(on path: SitePath) -> Decision? {
        riskyDeals.dropFirst().first.map { decision(on: $0, weight: 1, path: path) }
    }

    /// What makes a deal risky, in words.
    func riskText(_ risk: DealForecast.Risk, deal: Opportunity, forecast: DealForecast) -> String {
        switch risk {
        case .closeDayPassed:
            "the promised day has passed\(deal.closeDay.map { " (\(figures.day($0)))" } ?? "")"
        case .stuck: "in “\(deal.stage)” for \(days(forecast.daysInStage))"
        case .pushed: forecast.pushCount == 1 ? "pushed once" : "pushed \(forecast.pushCount) times"
        case .quiet: "no activity for more than \(days(config.report.quietDays))"
        case .noNextStep: "no next step agreed"
        }
    }

    private func fallingBehind(on path: SitePath) -> Decision? {
        let reps = teams.teams.flatMap(\.reps).filter { !$0.week.overdue.isEmpty }
        guard
            let worst = reps.max(by: {
                ($0.week.overdue.count, $1.repID) < ($1.week.overdue.count, $0.repID)
            }), worst.week.overdue.count >= 5, let page = paths.rep(worst.repID)
        else { return nil }
        return Decision(
            what: "Help \(repName(worst.repID)) catch up",
            why:
                "\(figures.count(worst.week.overdue.count, "customer")) of \(figures.integer(worst.week.plannedCustomerCount)) are overdue; the week’s plan holds \(figures.count(routes[worst.repID]?.stopCount ?? 0, "visit")).",
            who: teamName(book.repByID[worst.repID]?.teamID), until: "before \(figures.shortDay(book.planMonday))",
            href: path.link(to: page), weight: 4)
    }

    private func orphans(on path: SitePath) -> Decision? {
        guard !territories.orphans.isEmpty else { return nil }
        let names = territories.orphans.prefix(2).map { customerName($0) }.asSentence
        return Decision(
            what: "Give \(figures.count(territories.orphans.count, "customer")) a rep",
            why:
                "Nobody active looks after \(oneLine(names, limit: 80))\(territories.orphans.count > 2 ? " and others" : "").",
            who: "Sales operations", until: nil, href: path.link(to: SitePaths.territories), weight: 3)
    }

    private func unfairTerritories(on path: SitePath) -> Decision? {
        guard territories.current.largestDeviation > 0.2, let proposal = territories.proposal,
            proposal.largestDeviation < territories.current.largestDeviation
        else { return nil }
        return Decision(
            what: "Balance the territories",
            why:
                "The largest is \(figures.percent(territories.current.largestDeviation)) off the mean workload; handing over \(figures.count(territories.handOvers.count, "customer")) brings that to \(figures.percent(proposal.largestDeviation)).",
            who: "Sales operations", until: nil, href: path.link(to: SitePaths.territories), weight: 2)
    }

    private func unhappyCustomer(on path: SitePath) -> Decision? {
        guard let id = insights.service.repeating.first, let page = link(to: id, from: path) else { return nil }
        let cases = book.serviceCasesByCustomer[id] ?? []
        return Decision(
            what: "Call \(customerName(id))",
            why:
                "\(figures.count(cases.count { book.asOf - book.zone.day(of: $0.opened) <= 90 }, "case")) in 90 days, \(cases.count { $0.isOpen }) still open.",
            who: repName(book.customerByID[id]?.ownerID), until: nil, href: page, weight: 2.5)
    }

    /// The week's news in short sentences with their page.
    func changes(on path: SitePath) -> [PageFields] {
        var rows: [PageFields] = []
        func add(_ text: String, _ label: String, _ target: SitePath?) {
            rows.append([
                "text": .text(text), "linkText": .text(label), "href": .text(ifAny: target.map(path.link)),
            ])
        }
        let week = teams.company
        let waterfall = forecast.waterfall
        add(
            "The open pipeline went from \(figures.shortMoney(waterfall.opening)) to \(figures.shortMoney(waterfall.closing)).",
            "Waterfall", SitePaths.pipeline)
        add(
            "\(figures.count(week.created.count, "new deal")) worth \(figures.shortMoney(week.created.amount)), \(figures.integer(week.won.count)) won, \(figures.integer(week.lost.count)) lost.",
            "Deals", SitePaths.pipeline)
        let usual = Int(week.usualVisits.rounded())
        add(
            "\(figures.count(week.doneVisits, "visit")) done; \(changeText(week.doneVisits - usual, than: "the four-week mean")).",
            "Teams", SitePaths.teams)
        let open = insights.service.open.count
        add("\(figures.count(open, "service case")) \(open == 1 ? "is" : "are") open.", "Service", SitePaths.service)
        let planned = routes.values.reduce(0) { $0 + $1.stopCount }
        let left = routes.values.reduce(0) { $0 + $1.unserved.count }
        add(
            "Next week’s plan holds \(figures.count(planned, "visit")); \(left == 0 ? "everyone who is due fits" : "\(figures.count(left, "due customer")) \(left == 1 ? "does" : "do") not fit").",
            "Routes", SitePaths.reps)
        let problems = Set(book.importRuns.flatMap(\.problems)).count
        if problems > 0 { add("\(figures.count(problems, "problem")) in the data.", "Data", SitePaths.data) }
        return rows
    }
}
