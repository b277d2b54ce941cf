import Config
import Forecasting
import Notes
import Teams
import Charts
import Maps
import Quantities
import Records
import Routes

extension SiteMaterial {
    /// A rep's route page for the phone, with its calendar, track and tables.
    func repPage(_ rep: Rep) -> PageOutput {
        guard let path = paths.rep(rep.id) else { return PageOutput() }
        let plan =
            routes[rep.id]
            ?? RoutePlan(
                repID: rep.id, monday: book.planMonday, days: [], unserved: [],
                obstacle: rep.works(on: book.asOf) ? nil : "\(rep.name) does not work here any more.")
        let whole = plans[rep.id] ?? RepPlan(repID: rep.id, weeks: [plan])
        let unserved = unservedTable(plan, on: path)
        let changed = differenceTable(whole, on: path)
        let applied = appliedTable(whole, on: path)
        let rules = rulePriceTable(whole.figures)
        let lines = plan.obstacle == nil ? changeLines(plan, rep: rep) : []
        let planCards = planCards(whole.figures)
        let later = laterWeeks(whole, on: path)
        let cards = repCards(rep, plan: plan)
        let deals = repDealTable(rep, on: path)
        var fields: PageFields = [
            "obstacle": .text(ifAny: plan.obstacle),
            "nextStop": nextStop(of: plan, rep: rep),
            "days": .list(dayList(plan, rep: rep, on: path)),
            "laterWeeks": .list(later), "hasLater": .flag(!later.isEmpty),
            "changed": .fields(ifAny: changed?.fields),
            "applied": .fields(ifAny: applied.rows.isEmpty ? nil : applied.fields),
            "changeFile": .text(config.planning.planFile(.changes).path),
            "changeLines": .list(lines), "hasLines": .flag(!lines.isEmpty),
            "planCards": .list(planCards.map(\.fields)), "hasPlanCards": .flag(!planCards.isEmpty),
            "planSpan": .text(planSpan(whole)),
            "rules": .fields(ifAny: rules.rows.isEmpty ? nil : rules.fields),
            "processHref": .text(path.link(to: SitePaths.process)),
            "unserved": .fields(unserved.fields),
            "explanation": .text(
                explanation(plan)
                    + (briefDays(of: plan) < plan.days.count
                        ? " To keep this page small, the briefs of later days are on the customers’ pages." : "")),
            "territoryNews": .text(ifAny: territoryNews(of: rep.id)),
            "territoriesHref": .text(path.link(to: SitePaths.territories)),
            "weekMapHref": .text(ifAny: plan.stopCount > 0 ? "map.html" : nil),
            "cards": .list(cards), "hasCards": .flag(!cards.isEmpty), "hasDays": .flag(!plan.days.isEmpty),
            "deals": .fields(ifAny: deals.rows.isEmpty ? nil : deals.fields),
            "callText": .text(ifAny: repCallText(rep)),
            "notes": noteFields(on: path) { $0.subject == .rep(rep.id.text) },
        ]
        var output = PageOutput()
        var downloads: [PageFields] = []
        for (file, label) in routeFiles(plan, rep: rep, beside: path) {
            output.files.append(file)
            downloads.append(["href": .text(path.link(to: file.path)), "label": .text(label)])
        }
        let visits = allStopsTable(whole)
        if !visits.rows.isEmpty {
            downloads.append(["href": .text(visits.file), "label": "All planned visits (.csv)"])
        }
        fields["downloads"] = .list(downloads)
        output.files.append(unserved.csv(beside: path))
        let others = [changed, applied, rules, visits, deals].compactMap { $0 }
        output.files += others.filter { !$0.rows.isEmpty }.map { $0.csv(beside: path) }
        output.pages.append(
            page(
                path, template: "rep", title: rep.name, section: SitePaths.reps,
                crumbs: [("Reps", SitePaths.reps)] + teamCrumb(rep),
                finding: repFinding(rep, plan: plan, changes: differenceCount(whole)),
                fields: fields))
        return output + weekMapPage(rep, plan: plan)
    }

    private func teamCrumb(_ rep: Rep) -> [(String, SitePath)] {
        guard let team = rep.teamID, let path = paths.team(team) else { return [] }
        return [(teamName(team), path)]
    }

    private func planSpan(_ plan: RepPlan) -> String {
        guard plan.weeks.count > 1, let first = plan.weeks.first else { return "In the planned week." }
        return "Over \(figures.count(plan.weeks.count, "week")) from \(figures.day(first.monday))."
    }

    private func repFinding(_ rep: Rep, plan: RoutePlan, changes: String?) -> String {
        guard plan.obstacle == nil else { return "There is no plan for this week." }
        guard plan.stopCount > 0 else { return "Nobody is due in the week of \(figures.day(plan.monday))." }
        let visits = figures.count(plan.stopCount, "visit")
        let workDays = plan.days.count { !$0.stops.isEmpty }
        let driving = figures.duration(minutes: plan.driving.wholeMinutes)
        let left = plan.unserved.isEmpty ? "everyone who is due fits" : "\(plan.unserved.count) due did not fit"
        return
            "\(visits) on \(days(workDays)) from \(figures.shortDay(plan.monday)), about \(driving) of driving; \(left)\(changes.map { ". Since it was published: \($0)" } ?? "")."
    }

    private func repCards(_ rep: Rep, plan: RoutePlan) -> [PageFields] {
        let summary = teams.teams.flatMap(\.reps).first { $0.repID == rep.id }?.week
        var cards: [FigureCard] = []
        if let week = summary {
            cards.append(
                FigureCard(
                    label: "Visits in \(self.week.iso)", value: figures.integer(week.doneVisits),
                    change: "of \(figures.integer(week.plannedVisits)) planned",
                    status: week.shortfall == 0 ? .good : .watch,
                    spark: Sparkline(
                        head: ChartHead(
                            id: "visits", title: "Visits a week", summary: "Done visits of the last twelve weeks",
                            width: 140), values: week.visitTrend.map(Double.init)
                    ).svg))
            cards.append(
                FigureCard(
                    label: "Overdue customers", value: figures.integer(week.overdue.count),
                    change: "of \(figures.integer(week.plannedCustomerCount)) with a cadence",
                    status: week.overdue.isEmpty ? .good : .late))
        }
        if let month = forecast.forecasts.first(where: { $0.scope == .rep(rep.id) && $0.period == .month }) {
            cards.append(
                FigureCard(
                    label: "Booked this month", value: figures.shortMoney(month.booked),
                    change: month.quota.map { "of \(figures.shortMoney($0)) quota" }))
        }
        for item in [booking(.rep(rep.id), .month), booking(.rep(rep.id), .quarter)].compactMap(\.self) {
            cards.append(
                FigureCard(
                    label: item.period == .month ? "Forecast for the month" : "Forecast for the quarter",
                    value: "about \(figures.shortMoney(item.p50))",
                    change: "8 of 10 futures: \(rangeText(item.p10, item.p90))"
                        + (item.quotaChance.map { "; \(chanceText($0)) to reach the quota" } ?? "")))
        }
        return cards.map(\.fields)
    }

    private func unservedTable(_ plan: RoutePlan, on path: SitePath) -> DataTable {
        DataTable(
            caption: "Due and not in the plan, most urgent first", file: "not-planned.csv",
            columns: [
                .text("Customer"), .text("Why it is due"), .text("Why it did not fit"),
                .number("More driving, min", wideOnly: true), .text("Town", wideOnly: true),
            ],
            rows: plan.unserved.map { left in
                [
                    customerCell(left.customerID, on: path),
                    DataTable.Cell(reasonText(left.reason), status: reasonStatus(left.reason)),
                    DataTable.Cell(
                        causeText(left.cause),
                        raw: causeText(left.cause)
                            + (left.plannedLater.map { "; planned on \(figures.shortDay($0)) instead" } ?? ""),
                        detail: left.plannedLater.map { "Planned on \(figures.shortDay($0)) instead" }),
                    left.cause.cheapest.map { DataTable.Cell(String($0.extraDriving.wholeMinutes)) } ?? "–",
                    DataTable.Cell(book.customerByID[left.customerID]?.address.city ?? ""),
                ]
            }, shown: briefDays(of: plan) < plan.days.count ? 10 : 25,
            empty: "Everyone who is due this week is in the plan.")
    }

    private func explanation(_ plan: RoutePlan) -> String {
        let planning = config.planning
        let lunch =
            planning.lunchMinutes > 0
            ? "lunch of \(planning.lunchMinutes) min between \(planning.lunchWindow.text)" : "no lunch break"
        return """
            \(drivingExplanation(plan)) Kept as rules: your working hours, opening hours for the whole visit, \(lunch), \
            at most \(planning.maxVisitsPerDay) visits and \
            \(figures.duration(minutes: planning.maxDrivingMinutesPerDay)) of driving a day. Priority and urgency decide \
            who is left out, never the order of a day.
            """
    }
}
