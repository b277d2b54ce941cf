import Quantities
import Records
import Routes

extension SiteMaterial {
    /// How good a plan is, as cards.
    func planCards(_ plan: PlanFigures) -> [FigureCard] {
        guard plan.visits > 0 else { return [] }
        return [
            FigureCard(
                label: "Driving", value: "about \(figures.duration(minutes: plan.driving.wholeMinutes))",
                change: figures.distance(plan.distance)),
            FigureCard(
                label: "Distance a visit", value: "\(figures.decimal(plan.kilometresPerVisit, 1))\u{a0}km",
                change: "for \(figures.count(plan.visits, "visit"))"),
            FigureCard(
                label: "Visits a day", value: figures.decimal(plan.visitsPerDay, 1),
                change: "on \(figures.count(plan.workDays, "working day"))"),
            FigureCard(
                label: "Cadence kept", value: plan.cadenceKept.map { figures.percent($0) } ?? "–",
                change: "of \(figures.count(plan.visitsWithCadence, "visit")) within a fifth of the interval"),
            FigureCard(
                label: "Overdue days at the end", value: figures.integer(plan.overdueDaysWith),
                change: "\(figures.integer(plan.overdueDaysWithout)) without the plan",
                status: plan.overdueDaysWith == 0 ? .good : .watch),
            FigureCard(
                label: "Longest less shortest day", value: "\(figures.decimal(plan.daySpreadHours, 1))\u{a0}h",
                change: "Gini \(figures.decimal(plan.dayGini, 2)), 0 is even"),
        ]
    }

    /// What each rule costs in the first week.
    func rulePriceTable(_ plan: PlanFigures) -> DataTable {
        DataTable(
            caption: "What each rule costs in the first week", file: "rules.csv",
            columns: [
                .text("Rule"), .number("Minutes"), .number("of driving"), .number("Visits", wideOnly: true),
            ],
            rows: plan.rulePrices.map { price in
                [
                    DataTable.Cell(ruleName(price.rule), raw: price.rule.rawValue),
                    DataTable.Cell(figures.integer(price.minutes), raw: String(price.minutes)),
                    DataTable.Cell(figures.integer(price.drivingMinutes), raw: String(price.drivingMinutes)),
                    DataTable.Cell(figures.integer(price.visits), raw: String(price.visits)),
                ]
            }, empty: "The prices of the rules were not asked for.")
    }

    func ruleName(_ rule: RulePrice.Rule) -> String {
        switch rule {
        case .lunch: "Lunch break"
        case .openingHours: "Opening hours"
        case .visitLimit: "Most visits a day"
        case .drivingLimit: "Most driving a day"
        case .mustVisits: "Must-visits first"
        case .evenness: "Even days"
        }
    }

    /// A row for each rep and one for all of them; `changed` only where something is published.
    func planFigureTable(_ reps: [Rep], on path: SitePath) -> DataTable {
        let known = reps.compactMap { rep in plans[rep.id].map { (rep, $0) } }
        let isPublished = known.contains { !$0.1.differences.isEmpty || $0.1.weeks.contains(where: \.isPublished) }
        let weeks = known.map(\.1.weeks.count).max() ?? 0
        var rows = known.map { rep, plan in
            planFigureRow(repCell(rep.id, on: path), plan.figures, changes: isPublished ? plan.differences.count : nil)
        }
        if known.count > 1 {
            rows.append(
                planFigureRow(
                    "All", .sum(known.map(\.1.figures)),
                    changes: isPublished ? known.reduce(0) { $0 + $1.1.differences.count } : nil))
        }
        return DataTable(
            caption:
                "The plan for \(weeks == 1 ? "the week" : "\(figures.count(weeks, "week"))") from \(figures.day(book.planMonday))",
            file: "plan.csv",
            columns: [
                .text("Rep"), .number("Visits"), .number("Driving"), .number("km a visit", wideOnly: true),
                .number("Visits a day", wideOnly: true), .number("Cadence kept", wideOnly: isPublished),
                .number("Overdue days", wideOnly: true), .number("without the plan", wideOnly: true),
                .number("Left out", wideOnly: true), .number("Day spread, h", wideOnly: true),
            ] + (isPublished ? [.number("Changed")] : []),
            rows: rows, empty: "Nobody is planned.")
    }

    private func planFigureRow(_ name: DataTable.Cell, _ plan: PlanFigures, changes: Int?) -> [DataTable.Cell] {
        [
            name, count(plan.visits),
            DataTable.Cell(
                figures.duration(minutes: plan.driving.wholeMinutes), raw: String(plan.driving.wholeMinutes)),
            tenths(plan.kilometresPerVisit), tenths(plan.visitsPerDay),
            plan.cadenceKept.map { DataTable.Cell(figures.percent($0), raw: String(tenths: $0 * 100)) } ?? "–",
            count(plan.overdueDaysWith), count(plan.overdueDaysWithout), count(plan.unserved),
            tenths(plan.daySpreadHours),
        ] + (changes.map { [count($0)] } ?? [])
    }

    private func count(_ number: Int) -> DataTable.Cell {
        DataTable.Cell(figures.integer(number), raw: String(number))
    }

    private func tenths(_ number: Double) -> DataTable.Cell {
        DataTable.Cell(figures.decimal(number, 1), raw: String(tenths: number))
    }
}
