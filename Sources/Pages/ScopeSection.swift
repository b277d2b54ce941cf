import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// The forecast of teams and reps, and their way to the quota.
    func scopeSection(on path: SitePath) -> PageSection {
        let (reps, teams) = split(forecast.forecasts.map(\.scope))
        var pictures: [Picture] = []
        let quarters = forecast.forecasts.filter { $0.period == .quarter && teams.contains($0.scope) }
        if quarters.count > 2 {
            pictures.append(intervalPicture(quarters, id: "teams", title: teamTitle(Array(quarters.dropFirst()))))
        }
        var tables = [
            scopeTable(teams, caption: "Forecast of the company and its teams", file: "forecast-teams.csv", on: path),
            scopeTable(reps, caption: "Forecast by rep", file: "forecast-reps.csv", on: path),
        ]
        if forecast.pacing.contains(where: { $0.quota != nil }) { tables.append(paceTable(on: path)) }
        return PageSection(
            id: "teams", short: "Teams and reps", title: "Teams and reps", pictures: pictures, tables: tables,
            note:
                "Ranges of teams do not add up to the company’s: not everything goes well or badly at the same time. Needed a week counts the working days that are left; coverage is open pipeline promised for the period over what is missing."
        )
    }

    /// What is likely at the quarter’s end, and where the teams stand today: as the table of pace has it.
    func teamTitle(_ teams: [BookingForecast]) -> String {
        let asked = teams.filter { ($0.quota?.minorUnits ?? 0) > 0 }
        guard !asked.isEmpty else { return "The quarter by team" }
        let short = asked.count { item in item.quota.map { item.p50.minorUnits < $0.minorUnits } ?? false }
        let behind = asked.count { (pacing($0.scope, .quarter)?.lead?.minorUnits ?? 0) < 0 }
        func part(_ count: Int) -> String {
            count == asked.count
                ? (count == 1 ? "the team" : "all \(figures.count(count, "team"))")
                : "\(count) of \(figures.count(asked.count, "team"))"
        }
        func sentence(_ count: Int, _ rest: String) -> String {
            let start = part(count)
            return start.prefix(1).uppercased() + start.dropFirst() + " \(count == 1 ? "is" : "are") \(rest)"
        }
        let pace =
            behind == 0
            ? "; none is behind even pace" : "; \(part(behind)) \(behind == 1 ? "is" : "are") behind even pace today"
        if short > 0 { return sentence(short, "likely to miss the quota") + pace }
        if behind > 0 { return sentence(behind, "behind even pace today; the forecast still reaches every quota") }
        return "Every team is at even pace or ahead, and likely to reach its quota"
    }

    private func split(_ scopes: [BookingForecast.Scope]) -> (
        reps: [BookingForecast.Scope], teams: [BookingForecast.Scope]
    ) {
        var seen: Set<BookingForecast.Scope> = []
        let unique = scopes.filter { seen.insert($0).inserted }
        func isRep(_ scope: BookingForecast.Scope) -> Bool {
            if case .rep = scope { return true }
            return false
        }
        return (unique.filter(isRep), unique.filter { !isRep($0) })
    }

    /// Ranges of several scopes or periods, with the quota as tick.
    func intervalPicture(_ rows: [BookingForecast], id: String, title: String) -> Picture {
        Picture(
            title: title,
            subtitle:
                "Booked by the end of the quarter: the middle and P10 to P90; the tick is the quota, after the figure the chance to reach it.",
            svg: chartPair(ChartHead(id: id, title: title, summary: "The table has the figures.", width: 1152)) {
                head in
                IntervalChart(
                    head: head,
                    rows: rows.map {
                        IntervalRow(
                            label: scopeName($0.scope), low: $0.p10.amount, value: $0.p50.amount, high: $0.p90.amount,
                            mark: $0.quota?.amount,
                            note: $0.quotaChance.map { figures.percent($0) } ?? "", ink: .accent)
                    }, figures: moneyFigures
                ).svg
            })
    }

    /// A row a scope: the three periods with their ranges.
    func scopeTable(
        _ scopes: [BookingForecast.Scope], caption: String, file: String, on path: SitePath
    ) -> DataTable {
        let periods: [(BookingForecast.Period, String)] = [
            (.month, "Month"), (.quarter, "Quarter"), (.nextQuarter, "Next quarter"),
        ]
        func cell(_ money: Money?) -> DataTable.Cell { money.map(moneyCell) ?? DataTable.Cell("–", raw: "") }
        return DataTable(
            caption: caption, file: file,
            columns: [
                .text("Who"), .number("Booked this month", wideOnly: true), .number("Month, middle", wideOnly: true),
                .number("Quarter, middle"), .number("Quota of the quarter", wideOnly: true),
                .number("Chance to reach it"), .number("Next quarter, middle", wideOnly: true),
            ] + periods.flatMap { [.fileOnly("\($0.1), low"), .fileOnly("\($0.1), high")] },
            rows: scopes.map { scope in
                let month = booking(scope, .month)
                let quarter = booking(scope, .quarter)
                func middle(_ item: BookingForecast?) -> DataTable.Cell {
                    guard let item else { return DataTable.Cell("–", raw: "") }
                    return DataTable.Cell(
                        figures.money(item.p50), raw: plainAmount(item.p50), detail: rangeText(item.p10, item.p90))
                }
                return [
                    scopeCell(scope, on: path), cell(month?.booked), middle(month), middle(quarter),
                    cell(quarter?.quota), shareCell(quarter?.quotaChance), middle(booking(scope, .nextQuarter)),
                ]
                    + periods.flatMap { period, _ in
                        [cell(booking(scope, period)?.p10), cell(booking(scope, period)?.p90)]
                    }
            }, shown: 15, empty: "Nobody has a deal or a quota.")
    }

    func paceTable(
        _ scope: BookingForecast.Scope? = nil, caption: String = "The way to the quota", file: String = "pace.csv",
        on path: SitePath
    ) -> DataTable {
        let rows = forecast.pacing.filter {
            $0.quota != nil && $0.period != .nextQuarter && (scope == nil || $0.scope == scope)
        }
        func cell(_ money: Money?) -> DataTable.Cell { money.map(moneyCell) ?? DataTable.Cell("–", raw: "") }
        return DataTable(
            caption: caption, file: file,
            columns: [
                .text("Who"), .text("Period"), .number("Quota", wideOnly: true), .number("Booked", wideOnly: true),
                .number("Of quota", wideOnly: true), .number("Even pace by now", wideOnly: true),
                .number("Ahead or behind"),
                .number("Needed a week", wideOnly: true), .number("Coverage", wideOnly: true),
                .number("Chance"),
            ],
            rows: rows.map { item in
                [
                    scopeCell(item.scope, on: path), DataTable.Cell(item.period.rawValue), cell(item.quota),
                    moneyCell(item.booked), shareCell(item.attainment),
                    item.expectedByNow.map {
                        DataTable.Cell(
                            figures.money($0), raw: plainAmount($0),
                            detail: "\(item.workingDaysPassed) of \(days(item.workingDays))")
                    } ?? "–",
                    item.lead.map { lead in
                        var cell = changeCell(lead)
                        cell.status = lead.minorUnits >= 0 ? .good : .watch
                        return cell
                    } ?? "–",
                    cell(item.neededAWeek),
                    item.coverageRatio.map { DataTable.Cell("\(figures.decimal($0, 1))×", raw: plainShare($0)) }
                        ?? DataTable.Cell("–", raw: ""),
                    shareCell(item.quotaChance),
                ]
            }, shown: 40, empty: "No quota is set.")
    }
}
