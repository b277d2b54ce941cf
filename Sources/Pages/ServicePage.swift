import Insights
import Quantities
import Records

extension SiteMaterial {
    /// Cases that are open and what they are about.
    func servicePage() -> PageOutput {
        let path = SitePaths.service
        let cases = Dictionary(book.serviceCases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let summary = insights.service
        let top = summary.subjects.first
        var finding =
            book.serviceCases.isEmpty
            ? "There is no service case."
            : "\(figures.count(summary.open.count, "case")) \(summary.open.count == 1 ? "is" : "are") open"
        if let top { finding += "; most are about “\(oneLine(top.name, limit: 60))”" }
        if let satisfaction = summary.satisfaction {
            finding +=
                "; satisfaction is \(figures.decimal(satisfaction, 1)) of 5 from \(figures.count(summary.satisfactionCount, "answer"))"
        }
        if !finding.hasSuffix(".") { finding += "." }
        let open = DataTable(
            caption: "Open cases, oldest first", file: "open-cases.csv",
            columns: [.text("Case"), .text("Customer"), .text("Rep", wideOnly: true), .number("Days open")],
            rows: summary.open.compactMap { cases[$0] }.map { item in
                let age = book.asOf - book.zone.day(of: item.opened)
                return [
                    DataTable.Cell(oneLine(item.subject, limit: 80), detail: item.status),
                    item.customerID.map { customerCell($0, on: path) } ?? "–",
                    repCell(item.customerID.flatMap { book.customerByID[$0]?.ownerID }, on: path),
                    DataTable.Cell(
                        figures.integer(age), raw: String(age), status: age > 30 ? .late : age > 7 ? .watch : .good),
                ]
            }, shown: 40, empty: "No case is open.")
        let subjects = DataTable(
            caption: "What they are about", file: "case-subjects.csv",
            columns: [.text("Subject"), .number("Open"), .number("Closed"), .number("Median days to close")],
            rows: summary.subjects.map {
                [
                    DataTable.Cell(oneLine($0.name, limit: 80)), DataTable.Cell(figures.integer($0.open)),
                    DataTable.Cell(figures.integer($0.closed)),
                    DataTable.Cell($0.medianDaysToClose.map(figures.integer) ?? "–"),
                ]
            }, shown: 20)
        let repeating = customerList(
            summary.repeating, caption: "Customers with three cases or more in 90 days", file: "repeating.csv",
            empty: "No customer has three cases in 90 days.", on: path)
        return output(
            of: ListPage(path: path, title: "Service", finding: finding, tables: [open, subjects, repeating]))
    }
}
