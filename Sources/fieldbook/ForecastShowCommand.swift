import ArgumentParser
import Config
import Forecasting
import Quantities
import Records

struct ForecastShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Say what will be booked this month, this quarter and the next, and what people call.")

    @OptionGroup var options: BookOptions

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let loaded = try options.workspace.load()
        let (book, problems) = try options.settled(loaded)
        report(loaded.problems + problems)
        let config = loaded.config
        var forecast = forecastPipeline(
            book, stages: config.stages, settings: config.forecast, report: config.report)
        let score = scoreForecast(book, stages: config.stages, settings: config.forecast)
        forecast.addPeople(of: book, config: config, daysOff: loaded.planInputs().inputs.daysOff, score: score)
        if json { return try writeJSON(ForecastAnswer(forecast, in: book)) }
        for line in ForecastLines(forecast: forecast, book: book, figures: config.company.figures).all {
            writeAnswer(line)
        }
    }
}

/// The forecast as it is read on a terminal.
struct ForecastLines {
    let forecast: PipelineForecast
    let book: SalesBook
    let figures: FigureStyle

    var all: [String] {
        [["The pipeline at the end of \(book.asOf.iso)", ""], ranges, pace, calls, callers, scenarios]
            .joined().map { String($0) }
    }

    private var ranges: [String] {
        let table = AlignedTable(
            columns: [
                .text("who", widest: 30), .text("period"), .figure("booked"), .figure("P10"), .figure("P50"),
                .figure("P90"), .figure("P50 without big deals"),
            ],
            rows: forecast.forecasts.map { item in
                [
                    scopeName(item.scope, in: book), words(item.period), money(item.booked), money(item.p10),
                    money(item.p50), money(item.p90), money(item.withoutBigDeals?.p50),
                ]
            })
        return table.lines
    }

    private var pace: [String] {
        let rows = forecast.pacing.filter { $0.quota != nil }
        guard !rows.isEmpty else { return ["", "No quota is given for these months."] }
        let table = AlignedTable(
            columns: [
                .text("who", widest: 30), .text("period"), .figure("quota"), .figure("booked"), .figure("attained"),
                .figure("even pace"), .figure("days"), .figure("needed a week"), .figure("coverage"),
                .figure("chance"),
            ],
            rows: rows.map { item in
                [
                    scopeName(item.scope, in: book), words(item.period),
                    money(item.quota) + (item.missingQuotas > 0 ? " (\(item.missingQuotas) missing)" : ""),
                    money(item.booked), item.attainment.map { figures.percent($0) } ?? "–",
                    money(item.expectedByNow), "\(item.workingDaysPassed)/\(item.workingDays)",
                    money(item.neededAWeek), item.coverageRatio.map { figures.decimal($0, 1) } ?? "–",
                    item.quotaChance.map { figures.percent($0) } ?? "–",
                ]
            })
        return ["", "Quotas"] + table.lines
    }

    private var calls: [String] {
        guard !forecast.calls.isEmpty else { return ["", "Nobody has called this month or a later one."] }
        let table = AlignedTable(
            columns: [
                .text("who", widest: 30), .text("month"), .text("caller"), .figure("commit"), .figure("best case"),
                .figure("P50"), .figure("difference"), .text("P10 to P90"), .text("note", widest: 60),
            ],
            rows: forecast.calls.map { call in
                [
                    scopeName(call.scope, in: book), String(call.month.iso.prefix(7)),
                    call.caller.rawValue + (call.isComplete ? "" : " (\(call.called) of \(call.asked))"),
                    money(call.latest.commit), money(call.latest.bestCase), money(call.model?.p50),
                    money(call.difference), call.position?.rawValue ?? "–", call.latest.note ?? "",
                ]
            })
        return ["", "Calls"] + table.lines
    }

    private var callers: [String] {
        guard !forecast.callers.isEmpty else { return [] }
        let table = AlignedTable(
            columns: [
                .text("who", widest: 30), .text("caller"), .text("said"), .figure("months"), .figure("WAPE"),
                .figure("bias"), .figure("commit reached"), .figure("model's WAPE"),
            ],
            rows: forecast.callers.map { caller in
                func percent(_ share: Double?) -> String { share.map { figures.percent($0, 1) } ?? "–" }
                return [
                    scopeName(caller.scope, in: book), caller.caller.rawValue,
                    caller.moment == .beforeMonth ? "before the month" : "by the 15th", String(caller.months.count),
                    percent(caller.wape), percent(caller.bias), figures.percent(caller.hitShare),
                    percent(caller.modelWAPE),
                ]
            })
        return ["", "Callers so far"] + table.lines
    }

    private var scenarios: [String] {
        guard !forecast.scenarios.isEmpty else { return [] }
        let table = AlignedTable(
            columns: [
                .text("what if", widest: 40), .text("period"), .figure("P10"), .figure("P50"), .figure("P90"),
                .figure("P50 against the forecast"),
            ],
            rows: forecast.scenarios.flatMap { scenario in
                BookingForecast.Period.allCases.compactMap { period in
                    guard let range = scenario.ranges[period] else { return nil }
                    return [
                        scenario.name, words(period), money(range.p10), money(range.p50), money(range.p90),
                        money(scenario.differences[period]?.p50),
                    ]
                }
            })
        return ["", "Scenarios"] + table.lines
    }

    private func money(_ amount: Money?) -> String { amount.map { figures.money($0) } ?? "–" }
}

private func words(_ period: BookingForecast.Period) -> String {
    switch period {
    case .month: "month"
    case .quarter: "quarter"
    case .nextQuarter: "next quarter"
    }
}

/// `Company`, or the name of the team or rep.
func scopeName(_ scope: BookingForecast.Scope, in book: SalesBook) -> String {
    switch scope {
    case .company: "Company"
    case .team(let id): book.teamByID[id]?.name ?? id.text
    case .rep(let id): book.repByID[id]?.name ?? id.text
    }
}
