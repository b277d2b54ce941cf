import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// How the error grows with the distance.
    var horizonSection: PageSection {
        PageSection(
            id: "horizons", short: "Further ahead", title: "How far ahead it holds",
            tables: [
                DataTable(
                    caption: "By months ahead", file: "horizons.csv",
                    columns: [.text("Month")] + trackColumns,
                    rows: score.horizons.map { item in
                        [
                            DataTable.Cell(
                                item.monthsAhead == 0
                                    ? "the month that begins"
                                    : item.monthsAhead == 1 ? "the next" : "\(item.monthsAhead) months ahead",
                                raw: String(item.monthsAhead))
                        ] + trackCells(item.track)
                    }, empty: "No month further ahead can be scored yet.")
            ])
    }

    func repSection(on path: SitePath) -> PageSection {
        let scored = score.reps.filter { !$0.track.forecasts.isEmpty }
        return PageSection(
            id: "reps", short: "By rep", title: "By rep",
            tables: [
                DataTable(
                    caption: "The month’s forecast of each rep", file: "accuracy-reps.csv",
                    columns: [.text("Rep")] + trackColumns,
                    rows: scored.map { [repCell($0.repID, on: path)] + trackCells($0.track) }, shown: 15,
                    empty: "No rep’s month can be scored yet.")
            ],
            note:
                "One rep’s month is a matter of few deals: errors are larger than the company’s, and that is no fault.")
    }

    private var trackColumns: [DataTable.Column] {
        [
            .number("Months"), .number("Mean error"), .number("Bias"), .number("Inside the band"),
            .number("Width of the band", wideOnly: true), .number("Pinball loss 10 %", wideOnly: true),
            .number("50 %", wideOnly: true), .number("90 %", wideOnly: true),
        ]
    }

    private func trackCells(_ track: ForecastTrack) -> [DataTable.Cell] {
        [
            intCell(track.forecasts.count), shareCell(track.wape), signedShareCell(track.bias),
            shareCell(track.coverage, detail: "\(track.coveredCount) of \(track.forecasts.count)"),
            shareCell(track.width),
        ]
            + ForecastTrack.Quantile.allCases.map { quantile in
                track.pinball(quantile).map { loss in
                    DataTable.Cell(
                        "\(book.currency.symbol)\u{a0}\(figures.short(loss))", raw: plainShare(loss))
                } ?? "–"
            }
    }

    /// How good people's own numbers were, beside the model's.
    func callerSection(on path: SitePath) -> PageSection {
        let callers = forecast.callers
        let before = callers.filter { $0.moment == .beforeMonth && $0.wape != nil }
        let better = before.filter { ($0.comparedWAPE ?? 0) > ($0.modelWAPE ?? .infinity) }
        let title =
            before.isEmpty
            ? "No call was made before a month that has passed"
            : "The model was nearer than \(better.count) of \(figures.count(before.count, "caller"))"
        let pictures =
            before.isEmpty
            ? []
            : [
                Picture(
                    title: title,
                    subtitle:
                        "Mean error of calls made before the month, shorter is better; the tick is the model over the same months.",
                    svg: chartPair(
                        ChartHead(id: "callers", title: title, summary: "The table has the figures.", width: 1152)
                    ) { head in
                        BarChart(
                            head: head,
                            rows: before.prefix(16).map { item in
                                BarRow(
                                    label: scopeName(item.scope) + (item.caller == .manager ? ", manager" : ""),
                                    value: item.wape ?? 0, mark: item.modelWAPE,
                                    note: item.bias.map {
                                        "\($0 > 0 ? "too high" : "too low") \(figures.percent(abs($0)))"
                                    }
                                        ?? "")
                            }, figures: .share(figures)
                        ).svg
                    })
            ]
        return PageSection(
            id: "callers", short: "Callers", title: "How good calls were",
            text: callers.isEmpty ? "Nobody called a month that has passed." : nil, pictures: pictures,
            tables: callers.isEmpty ? [] : [callerTable(callers, on: path)],
            note: callers.isEmpty
                ? nil
                : "Reached is the share of months in which at least the commit was booked. A call at mid-month knows part of the month, so the model’s number is not beside it."
        )
    }

    private func callerTable(_ callers: [CallerAccuracy], on path: SitePath) -> DataTable {
        DataTable(
            caption: "Calls against what was booked", file: "callers.csv",
            columns: [
                .text("Who"), .text("Caller", wideOnly: true), .text("Called"), .number("Months"),
                .number("Mean error"), .number("Bias"), .number("Reached", wideOnly: true),
                .number("Model, same months", wideOnly: true),
            ],
            rows: callers.map { item in
                [
                    scopeCell(item.scope, on: path), DataTable.Cell(item.caller.rawValue),
                    DataTable.Cell(item.moment == .beforeMonth ? "before the month" : "by mid-month"),
                    intCell(item.months.count), shareCell(item.wape), signedShareCell(item.bias),
                    shareCell(item.hitShare), shareCell(item.modelWAPE),
                ]
            }, shown: 20)
    }
}
