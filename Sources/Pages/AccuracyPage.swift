import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// The forecasts of past months, made from what was known then, against what was booked.
    func accuracyPage() -> PageOutput {
        let path = SitePaths.accuracy
        return output(
            of: SectionPage(
                path: path, title: "Forecast accuracy", finding: accuracyFinding, cards: accuracyCards,
                sections: score.months.isEmpty
                    ? [monthSection]
                    : [
                        monthSection, methodSection, chanceSection, horizonSection, repSection(on: path),
                        callerSection(on: path),
                    ],
                explanation:
                    "Each month is forecast again with nothing but what was known on its eve. Low and high (P10 and P90) bound 8 of 10 simulated futures. The mean error is the sum of errors over the sum booked (WAPE); bias is the same with signs: above nought the forecast was too high. The error of chances is their mean square (Brier score), 0 is perfect."
            ))
    }

    private var accuracyFinding: String {
        guard let wape = score.wape, let coverage = score.track.coverage else {
            return "The forecast can’t be scored yet: no past month has deals."
        }
        let rivals = ForecastScore.Method.allCases.filter { $0 != .ours }.compactMap { method -> Double? in
            guard let theirs = score.wape(of: method), let ours = score.ourWAPE(whereSaid: method) else { return nil }
            return theirs - ours
        }
        let beaten = rivals.count { $0 > 0 }
        return
            "Over \(figures.count(score.months.count, "month")) the forecast made on the month’s eve was \(figures.percent(wape)) off what was booked and beat \(beaten) of \(figures.count(rivals.count, "simpler way", "simpler ways")); the band that should hold 8 of 10 held \(score.coveredCount) of \(score.months.count) (\(figures.percent(coverage)))."
    }

    private var accuracyCards: [FigureCard] {
        let track = score.track
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
                    label: "Bias", value: signedShareCell(bias).text,
                    change: bias > 0 ? "too high on the whole" : "too low on the whole",
                    status: abs(bias) < 0.1 ? .neutral : .watch))
        }
        if let coverage = track.coverage {
            cards.append(
                FigureCard(
                    label: "Months inside the band", value: "\(score.coveredCount) of \(score.months.count)",
                    change: "8 of 10 is right"
                        + (track.width.map { "; the band is \(figures.percent($0)) of what was booked wide" } ?? ""),
                    status: coverage >= 0.6 ? .good : .watch))
        }
        if let ours = score.dealScore(of: .ours) {
            let rivals = score.dealScores.filter { $0.method != .ours }
            cards.append(
                FigureCard(
                    label: "Error of the deals’ chances", value: figures.decimal(ours.brier, 3),
                    change: rivals.map { "\(methodName($0.method)): \(figures.decimal($0.brier, 3))" }
                        .joined(separator: "; "),
                    status: rivals.allSatisfy { ($0.brier * 1000).rounded() >= (ours.brier * 1000).rounded() }
                        ? .good : .watch))
        }
        return cards
    }

    private var monthSection: PageSection {
        let months = score.months
        let title =
            months.isEmpty
            ? "There is no past month to score yet"
            : "\(score.coveredCount) of \(figures.count(months.count, "month")) landed inside the band"
        let picture = Picture(
            title: title,
            subtitle:
                "Forecast on the month’s eve: the middle and the band for 8 of 10 cases; the tick is what was booked, after the figure how far the middle was off.",
            svg: chartPair(
                ChartHead(
                    id: "months", title: title, summary: "The table has the figures.", width: 1152,
                    emptyText: "A month can be scored when deals were open on its eve")
            ) { head in
                IntervalChart(
                    head: head,
                    rows: months.map {
                        IntervalRow(
                            label: figures.month(of: $0.month), low: $0.p10.amount, value: $0.p50.amount,
                            high: $0.p90.amount, mark: $0.booked.amount,
                            note: moneyFigures.change($0.p50.amount - $0.booked.amount),
                            ink: $0.isCovered ? .good : .late)
                    }, figures: moneyFigures, holdsZero: false
                ).svg
            })
        func cell(_ money: Money?) -> DataTable.Cell { money.map(moneyCell) ?? DataTable.Cell("–", raw: "") }
        let table = DataTable(
            caption: "Forecast against booked, by month", file: "accuracy.csv",
            columns: [
                .text("Month"), .number("Low", wideOnly: true), .number("Middle"), .number("High", wideOnly: true),
                .number("Booked"), .text("Inside the band"),
            ]
                + ForecastScore.Method.allCases.filter { $0 != .ours }.map {
                    $0 == .configured
                        ? .number("Configured chances", wideOnly: true) : .number(methodName($0), wideOnly: true)
                },
            rows: months.map { month in
                [
                    DataTable.Cell(figures.month(of: month.month), raw: month.month.iso), moneyCell(month.p10),
                    moneyCell(month.p50), moneyCell(month.p90), moneyCell(month.booked),
                    DataTable.Cell(month.isCovered ? "yes" : "no", status: month.isCovered ? .good : .late),
                ] + ForecastScore.Method.allCases.filter { $0 != .ours }.map { cell(month.figure(of: $0)) }
            }, empty: "No month has passed since the first deal.")
        return PageSection(
            id: "months", short: "Months", title: "Month by month", pictures: [picture], tables: [table])
    }
}
