import Quantities
import Records
import Routes
import Teams

extension SiteMaterial {
    /// All reps with their planned week.
    func repsPage() -> PageOutput {
        let path = SitePaths.reps
        let summaries = Dictionary(
            teams.teams.flatMap(\.reps).map { ($0.repID, $0.week) }, uniquingKeysWith: { first, _ in first })
        let plans = book.activeReps.map { ($0, routes[$0.id]) }
        let table = DataTable(
            caption: "Week from \(figures.day(book.planMonday))", file: "reps.csv",
            columns: [
                .text("Rep"), .text("Team", wideOnly: true), .number("Planned visits"), .number("Driving"),
                .number("Left out"), .number("Overdue", wideOnly: true), .number("Customers", wideOnly: true),
            ],
            rows: plans.map { rep, plan in
                [
                    DataTable.Cell(rep.name, href: paths.rep(rep.id).map(path.link), detail: plan?.obstacle),
                    DataTable.Cell(teamName(rep.teamID)),
                    DataTable.Cell(figures.integer(plan?.stopCount ?? 0)),
                    DataTable.Cell(
                        figures.duration(minutes: plan?.driving.wholeMinutes ?? 0),
                        raw: String(plan?.driving.wholeMinutes ?? 0)),
                    DataTable.Cell(
                        figures.integer(plan?.unserved.count ?? 0),
                        status: (plan?.unserved.isEmpty ?? true) ? .good : .watch),
                    DataTable.Cell(figures.integer(summaries[rep.id]?.overdue.count ?? 0)),
                    DataTable.Cell(figures.integer(book.customersByRep[rep.id]?.count ?? 0)),
                ]
            }, empty: "No rep yet: import users from the CRM.")
        let stops = plans.reduce(0) { $0 + ($1.1?.stopCount ?? 0) }
        let left = plans.reduce(0) { $0 + ($1.1?.unserved.count ?? 0) }
        let driving = plans.reduce(0) { $0 + ($1.1?.driving.wholeMinutes ?? 0) }
        return output(
            of: ListPage(
                path: path, title: "Reps",
                finding:
                    "\(figures.count(plans.count, "rep")) will make \(figures.count(stops, "visit")) in the week of \(figures.day(book.planMonday)), with about \(figures.duration(minutes: driving)) of driving; \(left == 0 ? "everyone who is due fits" : "\(figures.count(left, "due customer")) \(left == 1 ? "does" : "do") not fit").",
                tables: [table, planFigureTable(book.activeReps, on: path)], explanation: planNote))
    }
}
