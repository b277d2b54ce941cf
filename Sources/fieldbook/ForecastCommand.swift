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
            if json { return try writeJSON(BacktestAnswer(score)) }
            guard !score.months.isEmpty else { return writeError("No past month can be scored yet.") }
            let text = BacktestText(score: score, book: book, figures: config.company.figures)
            for line in text.lines() { writeAnswer(line) }
        }
    }
}
