import Charts
import Insights
import Quantities
import Records

extension SiteMaterial {
    /// Customers by how recently, how often and for how much they order.
    func segmentsPage() -> PageOutput {
        let path = SitePaths.segments
        let total = insights.segments.reduce(0) { $0 + $1.revenue.minorUnits }
        let best = insights.segments.max { ($0.revenue.minorUnits, $1.name) < ($1.revenue.minorUnits, $0.name) }
        var finding = "There is no order yet, so there is nothing to segment."
        if let best, total > 0 {
            finding =
                "“\(best.name)” are \(figures.count(best.customers.count, "customer")) and bring \(figures.percent(Double(best.revenue.minorUnits) / Double(total))) of last year’s orders."
        }
        let overview = DataTable(
            caption: "Segments", file: "segments.csv",
            columns: [
                .text("Segment"), .text("Rule", wideOnly: true), .number("Customers"), .number("Orders, 12 months"),
            ],
            rows: insights.segments.map {
                [
                    DataTable.Cell($0.name), DataTable.Cell($0.rule),
                    DataTable.Cell(figures.integer($0.customers.count)),
                    moneyCell($0.revenue),
                ]
            })
        let title = "Orders of the last twelve months by segment"
        let picture = Picture(
            title: title, subtitle: "Each customer belongs to one segment.",
            svg: chartPair(ChartHead(id: "segments", title: title, summary: "The table has the figures.", width: 760)) {
                head in
                BarChart(
                    head: head,
                    rows: insights.segments.map {
                        BarRow(
                            label: $0.name, value: $0.revenue.amount,
                            note: figures.count($0.customers.count, "customer"))
                    }, figures: .money(figures, book.currency)
                ).svg
            })
        let lists = insights.segments.map { segment in
            customerList(
                segment.customers.sorted {
                    let left = insights.customers[$0]?.revenueLastYear.minorUnits ?? 0
                    let right = insights.customers[$1]?.revenueLastYear.minorUnits ?? 0
                    return left != right ? left > right : $0 < $1
                }, caption: "\(segment.name): \(segment.rule)",
                file: "segment-\(slug(for: segment.name, id: segment.name)).csv",
                empty: "Nobody.", shown: 8, on: path)
        }
        return output(
            of: ListPage(
                path: path, title: "Segments", finding: finding, pictures: [picture], tables: [overview] + lists,
                explanation: "Recency, frequency and money of orders up to \(figures.day(book.asOf))."))
    }
}
