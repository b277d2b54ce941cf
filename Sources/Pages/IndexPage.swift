import Notes
import Config
import Charts
import Forecasting
import Quantities
import Records
import Teams

extension SiteMaterial {
    /// This week in one screen: what changed, who needs help, what slips, what to decide.
    func indexPage() -> PageOutput {
        let path = SitePaths.index
        let league = leagueTable(on: path)
        let decisions = self.decisions(on: path)
        let fields: PageFields = [
            "cards": .list(weekCards(teams.company, scope: .company, on: path).map(\.fields)),
            "map": .fields(ifAny: companyMap(on: path)?.fields),
            "decisions": .table(decisions.map(\.fields)),
            "changes": .list(changes(on: path)),
            "league": .fields(league.fields),
            "notes": noteFields(on: path) { $0.subject == .site && ($0.week == nil || $0.week == week) },
        ]
        let title = "Week \(week.number), \(figures.shortDay(week.monday)) to \(figures.day(week.sunday))"
        return PageOutput(
            pages: [
                page(path, template: "index", title: title, section: path, finding: indexFinding, fields: fields)
            ], files: [league.csv(beside: path)])
    }

    private var indexFinding: String {
        let company = teams.company
        var parts: [String] = []
        let short = teams.teams.filter { $0.week.shortfall > 0 }.max {
            ($0.week.shortfall, $1.teamID) < ($1.week.shortfall, $0.teamID)
        }
        if let short {
            parts.append("\(teamName(short.teamID)) is \(figures.count(short.week.shortfall, "visit")) short of plan")
        } else if company.plannedVisits > 0 {
            parts.append("all \(figures.count(company.doneVisits, "visit")) of the plan are done")
        }
        if company.slipped.count > 0 {
            parts.append(
                "\(figures.count(company.slipped.count, "deal")) worth \(figures.shortMoney(company.slipped.amount)) slipped to a later month"
            )
        }
        if company.won.count > 0 {
            parts.append(
                "\(figures.count(company.won.count, "deal")) won for \(figures.shortMoney(company.won.amount))")
        }
        guard let first = parts.first else { return "A quiet week: nothing planned, won or moved." }
        return first.prefix(1).uppercased() + ([String(first.dropFirst())] + parts.dropFirst()).joined(separator: "; ")
            + "."
    }

    /// The four figures of a week, for the company, a team or a rep.
    func weekCards(_ week: WeekSummary, scope: BookingForecast.Scope, on path: SitePath) -> [FigureCard] {
        var cards = [
            FigureCard(
                label: "Visits done", value: figures.integer(week.doneVisits),
                change: "of \(figures.integer(week.plannedVisits)) planned; "
                    + changeText(week.doneVisits - week.previousVisits, than: "the week before"),
                status: week.shortfall == 0 ? .good : .watch,
                spark: Sparkline(
                    head: ChartHead(
                        id: "spark-visits", title: "Visits a week",
                        summary:
                            "Done visits of the last twelve weeks: \(week.visitTrend.map(String.init).joined(separator: ", "))",
                        width: 180), values: week.visitTrend.map(Double.init)
                ).svg, href: path.link(to: SitePaths.teams)),
            FigureCard(
                label: "Overdue customers", value: figures.integer(week.overdue.count),
                change: "of \(figures.integer(week.plannedCustomerCount)) with a cadence",
                status: week.overdue.isEmpty ? .good : .late, href: path.link(to: SitePaths.customers)),
        ]
        if let month = forecast.forecasts.first(where: { $0.scope == scope && $0.period == .month }) {
            cards.append(
                FigureCard(
                    label: "Booked in \(figures.month(of: month.from))", value: figures.shortMoney(month.booked),
                    change: "forecast about \(figures.shortMoney(month.p50))"
                        + (month.quota.map { ", quota \(figures.shortMoney($0))" } ?? ""),
                    status: month.quota.map { month.p50.minorUnits >= $0.minorUnits ? .good : .watch } ?? .neutral,
                    href: path.link(to: SitePaths.pipeline)))
        }
        cards.append(
            FigureCard(
                label: "Won this week", value: figures.shortMoney(week.won.amount),
                change:
                    "\(figures.count(week.won.count, "deal")); lost \(figures.shortMoney(week.lost.amount)), slipped \(figures.shortMoney(week.slipped.amount))",
                status: week.won.amount.minorUnits >= week.lost.amount.minorUnits ? .good : .watch,
                href: path.link(to: SitePaths.pipeline)))
        return cards
    }

    func leagueTable(on path: SitePath) -> DataTable {
        DataTable(
            caption: "Teams", file: "teams.csv",
            columns: [
                .text("Team"), .number("Visits"), .number("Plan"), .number("Overdue"), .number("Won"),
                .number("Slipped", wideOnly: true), .number("Win rate, 90 days", wideOnly: true),
            ],
            rows: teams.teams.map { team in
                let week = team.week
                return [
                    DataTable.Cell(teamName(team.teamID), href: paths.team(team.teamID).map(path.link)),
                    DataTable.Cell(
                        figures.integer(week.doneVisits), raw: String(week.doneVisits),
                        status: week.shortfall == 0 ? .good : .watch),
                    DataTable.Cell(figures.integer(week.plannedVisits), raw: String(week.plannedVisits)),
                    DataTable.Cell(figures.integer(week.overdue.count), raw: String(week.overdue.count)),
                    moneyCell(week.won.amount), moneyCell(week.slipped.amount), winRateCell(week),
                ]
            }, empty: "No team yet: give each rep a department or team in the CRM.")
    }

    func winRateCell(_ week: WeekSummary) -> DataTable.Cell {
        guard let rate = week.winRate else {
            return DataTable.Cell("too few", raw: "", detail: "\(week.winRateSample) closed")
        }
        return DataTable.Cell(
            figures.percent(rate), raw: String(rate), detail: "of \(figures.integer(week.winRateSample))")
    }
}
