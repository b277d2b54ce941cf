import Records
import Charts
import Forecasting
import Quantities

extension SiteMaterial {
    /// The forecasts of past months, made from what was known then, against what was booked.
    func accuracyPage() -> PageOutput {
        let path = SitePaths.accuracy
        let months = score.months
        let title =
            months.isEmpty
            ? "There is no past month to score yet"
            : "\(score.coveredCount) of \(months.count) months landed inside the band"
        let picture = Picture(
            title: title,
            subtitle:
                "Forecast made at the month’s start: the middle and the band for 8 of 10 cases; the tick is what was booked.",
            svg: chartPair(ChartHead(id: "months", title: title, summary: "The table has the figures.", width: 760)) {
                head in
                IntervalChart(
                    head: head,
                    rows: months.map {
                        IntervalRow(
                            label: figures.month(of: $0.month), low: $0.p10.amount, value: $0.p50.amount,
                            high: $0.p90.amount,
                            mark: $0.booked.amount, ink: $0.isCovered ? .good : .late)
                    }, figures: .money(figures, book.currency)
                ).svg
            })
        let table = DataTable(
            caption: "Forecast against booked, by month", file: "accuracy.csv",
            columns: [
                .text("Month"), .number("Low", wideOnly: true), .number("Middle"), .number("High", wideOnly: true),
                .number("Configured chances", wideOnly: true), .number("Booked"), .text("Inside the band"),
            ],
            rows: months.map { month in
                [
                    DataTable.Cell(figures.month(of: month.month), raw: month.month.iso), moneyCell(month.p10),
                    moneyCell(month.p50), moneyCell(month.p90), moneyCell(month.configured), moneyCell(month.booked),
                    DataTable.Cell(month.isCovered ? "yes" : "no", status: month.isCovered ? .good : .late),
                ]
            }, empty: "No month has passed since the first deal.")
        var cards: [FigureCard] = []
        if let wape = score.wape {
            cards.append(
                FigureCard(
                    label: "Mean error of the middle", value: figures.percent(wape),
                    change: score.configuredWAPE.map { "configured chances: \(figures.percent($0))" },
                    status: (score.configuredWAPE ?? wape) >= wape ? .good : .watch))
        }
        if let bias = score.bias {
            cards.append(
                FigureCard(
                    label: "Bias", value: figures.percent(bias),
                    change: bias > 0 ? "too high on the whole" : "too low on the whole"))
        }
        if let brier = score.brier {
            cards.append(
                FigureCard(
                    label: "Error of the deals’ chances", value: figures.decimal(brier, 3),
                    change: score.configuredBrier.map { "configured chances: \(figures.decimal($0, 3))" },
                    status: (score.configuredBrier ?? brier) >= brier ? .good : .watch))
        }
        let finding: String
        if let wape = score.wape {
            finding =
                "Over \(figures.count(months.count, "month")) the forecast at the month’s start was \(figures.percent(wape)) off what was booked, all told; \(score.coveredCount) landed inside the band that should hold 8 of 10."
        } else {
            finding = "The forecast can’t be scored yet: no past month has deals."
        }
        return output(
            of: ListPage(
                path: path, title: "Forecast accuracy", finding: finding, crumbs: [("Pipeline", SitePaths.pipeline)],
                cards: cards, pictures: [picture], tables: [table],
                explanation:
                    "Each month is forecast again with nothing but what was known on its first morning. “Low” and “high” bound 8 of 10 simulated futures. The mean error is the sum of errors over the sum booked (WAPE); the error of the deals’ chances is their mean square (Brier score), 0 is perfect."
            ),
            section: SitePaths.pipeline)
    }
}
