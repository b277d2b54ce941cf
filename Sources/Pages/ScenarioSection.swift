import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// What if: the quarter under other assumptions, on the same simulated futures. Nil where no scenario was played.
    func scenarioSection() -> PageSection? {
        guard let base = forecast.scenarios.first, let range = base.ranges[.quarter], forecast.scenarios.count > 1
        else {
            return nil
        }
        let others = forecast.scenarios.dropFirst().compactMap { item in
            item.differences[.quarter].map { (item, $0.p50) }
        }
        let worst = others.min { ($0.1.minorUnits, $0.0.name) < ($1.1.minorUnits, $1.0.name) }
        let title =
            worst.flatMap { item, change in
                change.minorUnits < 0
                    ? "“\(oneLine(item.name, limit: 60))” would cost the quarter most: about \(differenceText(change))"
                    : nil
            } ?? "No scenario costs the quarter anything"
        let picture = Picture(
            title: title,
            subtitle:
                "Booked by the end of the quarter, middle and P10 to P90; the dashed line is the forecast’s middle; after each figure the difference to it.",
            svg: chartPair(
                ChartHead(
                    id: "scenarios", title: title,
                    summary: forecast.scenarios.compactMap { item in
                        item.ranges[.quarter].map { "\(item.name) \(figures.shortMoney($0.p50))" }
                    }.joined(separator: ", "), width: 1152)
            ) { head in
                IntervalChart(
                    head: head,
                    rows: forecast.scenarios.enumerated().compactMap { index, item in
                        item.ranges[.quarter].map { range in
                            IntervalRow(
                                label: item.name, low: range.p10.amount, value: range.p50.amount,
                                high: range.p90.amount,
                                note: index == 0
                                    ? "" : item.differences[.quarter].map { moneyFigures.change($0.p50.amount) } ?? "",
                                ink: index == 0 ? .accent : .plain)
                        }
                    }, figures: moneyFigures, holdsZero: false, reference: range.p50.amount
                ).svg
            })
        return PageSection(
            id: "scenarios", short: "What if", title: "What if", pictures: [picture], tables: [scenarioTable],
            note:
                "Each scenario is played on the same simulated futures as the forecast, so a difference is its effect and not chance.\(laterText) More of them can be written under “forecast: scenarios:” in site-config.yml."
        )
    }

    /// Why the next quarter may gain where this one loses.
    private var laterText: String {
        let later = forecast.scenarios.contains { item in
            (item.differences[.quarter]?.p50.minorUnits ?? 0) < 0
                && (item.differences[.nextQuarter]?.p50.minorUnits ?? 0) > 0
        }
        return later
            ? " Where this quarter falls and the next one rises, wins come later and move from the one into the other."
            : ""
    }

    private var scenarioTable: DataTable {
        DataTable(
            caption: "Scenarios, with the difference to the forecast", file: "scenarios.csv",
            columns: [
                .text("If"), .number("Month", wideOnly: true), .number("Difference", wideOnly: true),
                .number("Quarter, low", wideOnly: true), .number("Quarter, middle"),
                .number("Quarter, high", wideOnly: true),
                .number("Difference"), .number("Next quarter", wideOnly: true), .number("Difference", wideOnly: true),
                .fileOnly("Low, difference"), .fileOnly("High, difference"), .fileOnly("Deals touched"),
            ],
            rows: forecast.scenarios.enumerated().map { index, item in
                func middle(_ period: BookingForecast.Period) -> DataTable.Cell {
                    item.ranges[period].map { moneyCell($0.p50) } ?? "–"
                }
                func change(_ period: BookingForecast.Period, _ value: (BookingRange) -> Money) -> DataTable.Cell {
                    index == 0 ? "" : item.differences[period].map { changeCell(value($0)) } ?? "–"
                }
                return [
                    DataTable.Cell(
                        oneLine(item.name, limit: 60), raw: item.name, detail: oneLine(item.explanation, limit: 160)),
                    middle(.month), change(.month, \.p50),
                    item.ranges[.quarter].map { moneyCell($0.p10) } ?? "–", middle(.quarter),
                    item.ranges[.quarter].map { moneyCell($0.p90) } ?? "–", change(.quarter, \.p50),
                    middle(.nextQuarter), change(.nextQuarter, \.p50), change(.quarter, \.p10),
                    change(.quarter, \.p90), intCell(item.touched.count),
                ]
            })
    }
}
