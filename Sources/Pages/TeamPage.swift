import Notes
import Config
import Charts
import Forecasting
import Quantities
import Records
import Teams

extension SiteMaterial {
    /// The weekly report of a team: reads from top to bottom like a printed report.
    func teamPage(_ team: Team) -> PageOutput {
        guard let path = paths.team(team.id), let summary = teams.teams.first(where: { $0.teamID == team.id }) else {
            return PageOutput()
        }
        let people = peopleTable(summary, on: path)
        let plan = planFigureTable(book.activeReps.filter { $0.teamID == team.id }, on: path)
        let overdue = overdueTable(summary.week, on: path)
        let moves = dealMovesTable(summary.week, on: path)
        let slice = pipelineSlice(team, on: path)
        let tables = [people, plan, overdue, moves] + slice.tables
        let fields: PageFields = [
            "cards": .list(weekCards(summary.week, scope: .team(team.id), on: path).map(\.fields)),
            "map": .fields(ifAny: teamMap(team, summary, on: path)?.fields),
            "planned": .fields(plannedPicture(summary, on: path).fields),
            "activity": .fields(ifAny: activityPicture(summary.week)?.fields),
            "fan": .fields(ifAny: slice.fan?.fields),
            "waterfall": .fields(slice.waterfall.fields),
            "forecasts": .list(slice.shown.map(\.fields)),
            "people": .fields(people.fields),
            "plan": .fields(plan.fields),
            "planNote": .text(planNote),
            "overdue": .fields(overdue.fields),
            "moves": .fields(moves.fields),
            "planRule": .text(planRule),
            "notes": noteFields(on: path) { $0.subject == .team(team.id.text) && ($0.week == nil || $0.week == week) },
        ]
        return PageOutput(
            pages: [
                page(
                    path, template: "team", title: "\(team.name), week \(week.iso)", section: SitePaths.teams,
                    crumbs: [("Teams", SitePaths.teams)], finding: weekFinding(summary.week, name: team.name),
                    fields: fields)
            ], files: tables.filter { !$0.rows.isEmpty }.map { $0.csv(beside: path) })
    }

    /// How a week went, in one sentence.
    func weekFinding(_ week: WeekSummary, name: String) -> String {
        var parts = [
            week.shortfall > 0
                ? "\(name) did \(figures.integer(week.doneVisits)) of \(figures.count(week.plannedVisits, "planned visit"))"
                : "\(name) did \(figures.count(week.doneVisits, "visit")), all that was planned"
        ]
        if week.won.count > 0 { parts.append("won \(figures.shortMoney(week.won.amount))") }
        if week.lost.count > 0 { parts.append("lost \(figures.shortMoney(week.lost.amount))") }
        var sentence = parts.asSentence
        if week.slipped.count > 0 {
            sentence +=
                "; \(figures.count(week.slipped.count, "deal")) worth \(figures.shortMoney(week.slipped.amount)) slipped to a later month"
        }
        return sentence + "."
    }

    private var planRule: String {
        "Planned are customers whose visit fell due in the week by their cadence or stood in the log as planned, each once."
    }

    /// What the columns of a team's plan mean.
    var planNote: String {
        """
        Cadence kept: visits within a fifth of their interval. Overdue days: those of all customers added up, on the \
        plan’s last Friday. Left out: due in the first week and in no week of the plan. Day spread: the longest \
        working day less the shortest. Changed: visits that are not as \
        they were published.
        """
    }

    private func plannedPicture(_ summary: TeamSummary, on path: SitePath) -> Picture {
        let rows = summary.reps.map { rep in
            BarRow(
                label: repName(rep.repID), value: Double(rep.week.doneVisits), mark: Double(rep.week.plannedVisits),
                note: "of \(figures.integer(rep.week.plannedVisits))", ink: rep.week.shortfall > 0 ? .watch : .good,
                href: paths.rep(rep.repID).map(path.link))
        }
        let short = summary.reps.filter { $0.week.shortfall > 0 }
        let title =
            short.isEmpty
            ? "Everyone kept the plan"
            : short.count == 1
                ? "\(repName(short[0].repID)) is \(figures.count(short[0].week.shortfall, "visit")) short"
                : "\(short.count) of \(summary.reps.count) are short of plan, by \(figures.count(short.reduce(0) { $0 + $1.week.shortfall }, "visit")) together"
        return Picture(
            title: title, subtitle: "Visits done in \(week.iso); the tick is the plan.",
            svg: chartPair(
                ChartHead(
                    id: "planned", title: title,
                    summary: "Visits done against plan, by rep. The table of people has the figures.",
                    width: 560, emptyText: "No rep worked in this week")
            ) { head in
                BarChart(
                    head: head, rows: rows,
                    figures: .number(figures, decimals: 0)
                ).svg
            })
    }

    private func activityPicture(_ week: WeekSummary) -> Picture? {
        let parts = Activity.Category.allCases.enumerated().compactMap { index, category -> SharePart? in
            guard let count = week.activities[category], count > 0 else { return nil }
            return SharePart(label: category.rawValue, value: Double(count), ink: .category(index))
        }
        guard parts.count > 1 else { return nil }
        let total = parts.reduce(0) { $0 + $1.value }
        let visits = Double(week.activities[.visit] ?? 0)
        let title = "\(figures.percent(visits / total)) of all logged activities were visits"
        return Picture(
            title: title, subtitle: "Share of \(figures.integer(Int(total))) activities in the week.",
            svg: chartPair(
                ChartHead(
                    id: "activities", title: title,
                    summary: parts.map { "\($0.label) \(Int($0.value))" }.joined(separator: ", "),
                    width: 560)
            ) { head in
                ShareBar(head: head, parts: parts, figures: .number(figures, decimals: 0)).svg
            })
    }
}
