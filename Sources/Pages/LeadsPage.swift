import Config
import Insights
import Quantities
import Records

extension SiteMaterial {
    /// Leads by source and those that wait.
    func leadsPage() -> PageOutput {
        let path = SitePaths.leads
        let leads = Dictionary(book.leads.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let summary = insights.leads
        let rows = summary.open.compactMap { leads[$0] }
        let waiting = rows.filter { $0.state == .new }
        let finding =
            book.leads.isEmpty
            ? "There is no lead yet."
            : "\(figures.count(rows.count, "lead")) \(rows.count == 1 ? "is" : "are") open, \(figures.integer(waiting.count)) of them not contacted; \(figures.integer(summary.converted)) became customers so far."
        let open = DataTable(
            caption: "Open leads, oldest first", file: "open-leads.csv",
            columns: [
                .text("Lead"), .text("Status"), .text("Source", wideOnly: true), .text("Rep"), .number("Days old"),
            ],
            rows: rows.map { lead in
                let age = lead.created.map { book.asOf - book.zone.day(of: $0) }
                return [
                    DataTable.Cell(
                        lead.company ?? lead.name,
                        detail: [lead.name, lead.title].compactMap { $0 }.joined(separator: ", ")),
                    DataTable.Cell(lead.status, status: lead.state == .new ? .watch : .neutral),
                    DataTable.Cell(lead.leadSource ?? "–"), repCell(lead.ownerID, on: path),
                    DataTable.Cell(age.map(figures.integer) ?? "–", raw: age.map(String.init) ?? ""),
                ]
            }, shown: 40, empty: "No lead is open.")
        let sources = DataTable(
            caption: "By source", file: "lead-sources.csv",
            columns: [
                .text("Source"), .number("Leads"), .number("Open"), .number("Converted"), .number("Share converted"),
            ],
            rows: summary.bySource.map {
                [
                    DataTable.Cell($0.name), DataTable.Cell(figures.integer($0.total)),
                    DataTable.Cell(figures.integer($0.open)),
                    DataTable.Cell(figures.integer($0.converted)),
                    $0.total < config.report.minimumSample
                        ? DataTable.Cell("too few", raw: "")
                        : DataTable.Cell(figures.percent(Double($0.converted) / Double($0.total))),
                ]
            })
        return output(of: ListPage(path: path, title: "Leads", finding: finding, tables: [sources, open]))
    }
}
