import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    func methodName(_ method: ForecastScore.Method) -> String {
        switch method {
        case .ours: "This forecast"
        case .configured: "Configured chance"
        case .historical: "Past rate of stage"
        case .trailingMean: "Mean of 3 months"
        case .lastYear: "Last year’s month"
        case .repCall: "The reps’ calls"
        }
    }

    /// The forecast against ways that need no model.
    var methodSection: PageSection {
        let said = ForecastScore.Method.allCases.filter { score.wape(of: $0) != nil }
        let beaten = said.filter { method in
            guard method != .ours, let theirs = score.wape(of: method), let ours = score.ourWAPE(whereSaid: method)
            else { return false }
            return ours < theirs
        }
        let title =
            said.count < 2
            ? "There is nothing to compare with yet"
            : beaten.count == said.count - 1
                ? "The forecast was nearer than every simpler way"
                : "The forecast was nearer than \(beaten.count) of \(said.count - 1) simpler ways"
        let picture = Picture(
            title: title,
            subtitle:
                "Mean error as a share of what was booked, shorter is better; the tick is this forecast over the same months.",
            svg: chartPair(ChartHead(id: "methods", title: title, summary: "The table has the figures.", width: 1152)) {
                head in
                BarChart(
                    head: head,
                    rows: said.map { method in
                        BarRow(
                            label: methodName(method), value: score.wape(of: method) ?? 0,
                            mark: method == .ours ? nil : score.ourWAPE(whereSaid: method),
                            ink: method == .ours ? .accent : .plain)
                    }, figures: .share(figures)
                ).svg
            })
        let table = DataTable(
            caption: "Error and bias by way of forecasting", file: "methods.csv",
            columns: [
                .text("Way"), .number("Months"), .number("Mean error"), .number("Bias"),
                .number("This forecast, same months"),
            ],
            rows: said.map { method in
                [
                    DataTable.Cell(methodName(method)),
                    intCell(score.months.count { $0.figure(of: method) != nil }), shareCell(score.wape(of: method)),
                    signedShareCell(score.bias(of: method)), shareCell(score.ourWAPE(whereSaid: method)),
                ]
            }, empty: "Nothing was booked in the months that could be scored.")
        return PageSection(
            id: "methods", short: "Against simpler ways", title: "Against simpler ways", pictures: [picture],
            tables: [table],
            note:
                "Configured chance: amount × the stage’s chance in the config, of deals promised for the month. Past rate of stage: amount × how often deals of that stage were won within a month before. Mean of 3 months: those before the month. Calls: what the reps said by the eve."
        )
    }

    /// Whether chances of single deals kept their word.
    var chanceSection: PageSection {
        let bins = score.reliability
        let far = bins.filter { bin in
            let range = wilsonInterval(Int((bin.cameTrue * Double(bin.count)).rounded()), of: bin.count)
            return bin.said < range.low || bin.said > range.high
        }
        let title =
            bins.isEmpty
            ? "No deal’s chance can be judged yet"
            : far.isEmpty
                ? "The chances kept their word: what was said lies within chance of what came true"
                : "In \(far.count) of \(bins.count) classes the chance said was off by more than chance"
        let picture = Picture(
            title: title,
            subtitle:
                "Chance that an open deal is won within the month: said against came true; on the diagonal it kept its word. Larger dots are more deals, the line is a 90 % interval.",
            svg: chartPair(ChartHead(id: "chances", title: title, summary: "The table has the figures.", width: 430)) {
                head in
                ReliabilityChart(
                    head: head,
                    dots: bins.map { bin in
                        let range = wilsonInterval(Int((bin.cameTrue * Double(bin.count)).rounded()), of: bin.count)
                        return ReliabilityDot(
                            predicted: bin.said, observed: bin.cameTrue, count: bin.count, low: range.low,
                            high: range.high)
                    }
                ).svg
            },
            table: DataTable(
                caption: "Chances said and what came true", file: "reliability.csv",
                columns: [
                    .text("Class"), .number("Deals × months"), .number("Said, mean"), .number("Came true"),
                ],
                rows: bins.map { bin in
                    [
                        DataTable.Cell("\(figures.percent(bin.low)) to \(figures.percent(bin.high))"),
                        intCell(bin.count), tenthShareCell(bin.said), tenthShareCell(bin.cameTrue),
                    ]
                }))
        let table = DataTable(
            caption: "How good the chances of single deals were", file: "chances.csv",
            columns: [
                .text("Way"), .number("Deals × months"), .number("Brier score"), .number("Log loss"),
                .number("Ranking (AUC)"),
            ],
            rows: score.dealScores.map { item in
                [
                    DataTable.Cell(methodName(item.method)), intCell(item.count),
                    DataTable.Cell(figures.decimal(item.brier, 4), raw: plainShare(item.brier)),
                    DataTable.Cell(figures.decimal(item.logLoss, 4), raw: plainShare(item.logLoss)),
                    DataTable.Cell(
                        item.auc.map { figures.decimal($0, 3) } ?? "–", raw: item.auc.map(plainShare) ?? ""),
                ]
            }, empty: "No deal was open on the eve of a month.")
        return PageSection(
            id: "chances", short: "Chances", title: "Did the chances keep their word?",
            pictures: [picture, brierPicture],
            tables: [table],
            note:
                "Brier score and log loss are errors: smaller is better. The ranking is the chance that a deal that was won had been given more than one that was not: 0.5 is a guess, 1 perfect."
        )
    }

    private var brierPicture: Picture {
        let ours = score.dealScore(of: .ours)
        let title = brierTitle(
            ours: ours?.brier, rival: score.dealScores.filter { $0.method != .ours }.map(\.brier).min())
        return Picture(
            title: title, subtitle: "Brier score: mean squared error of the chances, shorter is better.",
            svg: chartPair(ChartHead(id: "brier", title: title, summary: "The table has the figures.", width: 560)) {
                head in
                BarChart(
                    head: head,
                    rows: score.dealScores.map {
                        BarRow(
                            label: methodName($0.method), value: $0.brier, ink: $0.method == .ours ? .accent : .plain)
                    }, figures: .number(figures, decimals: 3)
                ).svg
            })
    }

    /// Compared as they are shown, to three decimals: what looks the same there is a tie.
    func brierTitle(ours: Double?, rival: Double?) -> String {
        guard let ours, let rival else { return "There is nothing to compare the chances with" }
        let (left, right) = ((ours * 1000).rounded(), (rival * 1000).rounded())
        if left == right { return "The chances were as near to what happened as the best stage rule: a tie" }
        return left < right
            ? "The chances were nearer to what happened than those of any stage rule"
            : "A stage rule was nearer to what happened"
    }

    private func tenthShareCell(_ share: Double) -> DataTable.Cell {
        DataTable.Cell(figures.percent(share, 1), raw: plainShare(share))
    }
}

/// The 90 % score interval of a share (Wilson 1927, J. Amer. Statist. Assoc. 22).
func wilsonInterval(_ hits: Int, of count: Int) -> (low: Double, high: Double) {
    guard count > 0 else { return (0, 1) }
    let (n, z) = (Double(count), 1.6449)
    let share = Double(min(max(hits, 0), count)) / n
    let centre = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return (max(0, (centre - reach) / scale), min(1, (centre + reach) / scale))
}
