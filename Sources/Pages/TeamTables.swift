import Quantities
import Records
import Teams
import Config

extension SiteMaterial {
    func peopleTable(_ summary: TeamSummary, on path: SitePath) -> DataTable {
        DataTable(
            caption: "People", file: "people.csv",
            columns: [
                .text("Rep"), .number("Visits"), .number("Plan"), .number("Overdue"), .number("Won", wideOnly: true),
                .number("New deals", wideOnly: true), .number("Calls", wideOnly: true),
                .number("Win rate, 90 days", wideOnly: true),
            ],
            rows: summary.reps.map { rep in
                [
                    repCell(rep.repID, on: path),
                    DataTable.Cell(
                        figures.integer(rep.week.doneVisits), raw: String(rep.week.doneVisits),
                        status: rep.week.shortfall == 0 ? .good : .watch),
                    DataTable.Cell(figures.integer(rep.week.plannedVisits), raw: String(rep.week.plannedVisits)),
                    DataTable.Cell(figures.integer(rep.week.overdue.count), raw: String(rep.week.overdue.count)),
                    moneyCell(rep.week.won.amount),
                    DataTable.Cell(figures.integer(rep.week.created.count), raw: String(rep.week.created.count)),
                    DataTable.Cell(
                        figures.integer(rep.week.activities[.call] ?? 0), raw: String(rep.week.activities[.call] ?? 0)),
                    winRateCell(rep.week),
                ]
            }, empty: "No rep worked in this week.")
    }

    func overdueTable(_ week: WeekSummary, on path: SitePath) -> DataTable {
        let places = plannedStops
        return DataTable(
            caption: week.overdue.isEmpty
                ? "Overdue customers"
                : "\(figures.count(week.overdue.count, "customer")) overdue, most urgent first", file: "overdue.csv",
            columns: [
                .text("Customer"), .text("Rep", wideOnly: true), .number("Days overdue"),
                .number("Planned every", wideOnly: true), .text("Last visit", wideOnly: true), .text("Next week"),
            ],
            rows: week.overdue.map { overdue in
                let customer = book.customerByID[overdue.customerID]
                let stop = places[overdue.customerID]
                return [
                    customerCell(overdue.customerID, on: path, detail: customer?.address.city),
                    repCell(customer?.ownerID, on: path),
                    DataTable.Cell(figures.integer(overdue.overdueDays), raw: String(overdue.overdueDays)),
                    DataTable.Cell(
                        cadence(of: customer).map { days($0) } ?? "–", raw: cadence(of: customer).map(String.init) ?? ""
                    ),
                    DataTable.Cell(overdue.lastVisit.map(figures.day) ?? "never", raw: overdue.lastVisit?.iso ?? ""),
                    stop.map { DataTable.Cell("\(figures.shortDay($0.day)) \($0.start.text)", status: .good) }
                        ?? DataTable.Cell("not planned", status: .late),
                ]
            }, shown: 15, empty: "Nobody is overdue.")
    }

    private func cadence(of customer: Customer?) -> Int? { customer.flatMap { config.planning.cadenceDays(of: $0) } }

    func dealMovesTable(_ week: WeekSummary, on path: SitePath) -> DataTable {
        let groups: [(DealSum, String, Status)] = [
            (week.won, "Won", .good), (week.lost, "Lost", .late), (week.slipped, "Slipped", .watch),
            (week.created, "New", .neutral),
        ]
        let deals = dealByID
        var rows: [[DataTable.Cell]] = []
        for (sum, word, status) in groups {
            let members = sum.opportunities.compactMap { deals[$0] }.sorted {
                ($1.amount?.minorUnits ?? 0, $0.id) < ($0.amount?.minorUnits ?? 0, $1.id)
            }
            for deal in members {
                rows.append([
                    DataTable.Cell(word, status: status),
                    DataTable.Cell(
                        oneLine(deal.name, limit: 70), raw: deal.name,
                        href: deal.customerID.flatMap { link(to: $0, from: path) }),
                    repCell(deal.ownerID, on: path),
                    deal.amount.map(moneyCell) ?? "–",
                    DataTable.Cell(deal.closeDay.map(figures.day) ?? "–", raw: deal.closeDay?.iso ?? ""),
                ])
            }
        }
        return DataTable(
            caption: "Deals that moved", file: "deals.csv",
            columns: [
                .text("What"), .text("Deal"), .text("Rep", wideOnly: true), .number("Amount"),
                .text("Close day", wideOnly: true),
            ],
            rows: rows, shown: 20, empty: "No deal was created, won, lost or moved in this week.")
    }
}
