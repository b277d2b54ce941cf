import ArgumentParser
import Config
import Forecasting
import Quantities
import Records

struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "Say what will be booked, and score the forecast against what happened.",
        subcommands: [ForecastShowCommand.self, Backtest.self, ForecastWaterfallCommand.self])

    struct Backtest: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forecast past months again with only what was known then, and compare.")

        @OptionGroup var options: BookOptions
        @Flag(help: "As JSON.") var json = false

        func run() throws {
            let (book, config) = try options.load()
            let score = scoreForecast(book, stages: config.stages, settings: config.forecast)
            if json { return try writeJSON(Answer(score)) }
            let figures = config.company.figures
            for month in score.months {
                writeAnswer(
                    "\(month.month.iso.prefix(7))  booked \(figures.money(month.booked))  forecast \(figures.money(month.p50)) (\(figures.money(month.p10)) to \(figures.money(month.p90)))\(month.isCovered ? "" : "  outside")"
                )
            }
            guard let wape = score.wape else { return writeError("No past month can be scored yet.") }
            writeAnswer(
                "WAPE \(figures.percent(wape, 1)), bias \(figures.percent(score.bias ?? 0, 1)), \(score.coveredCount) of \(score.months.count) months inside P10–P90"
            )
        }
    }

    private struct Answer: Encodable {
        struct Month: Encodable {
            var month: String
            var booked: Double
            var p10: Double
            var p50: Double
            var p90: Double
            var configured: Double
        }

        var months: [Month]
        var wape: Double?
        var configuredWAPE: Double?
        var bias: Double?
        var covered: Int
        var brier: Double?
        var configuredBrier: Double?

        init(_ score: ForecastScore) {
            months = score.months.map {
                Month(
                    month: $0.month.iso, booked: $0.booked.amount, p10: $0.p10.amount, p50: $0.p50.amount,
                    p90: $0.p90.amount, configured: $0.configured.amount)
            }
            wape = score.wape
            configuredWAPE = score.configuredWAPE
            bias = score.bias
            covered = score.coveredCount
            brier = score.brier
            configuredBrier = score.configuredBrier
        }
    }
}
