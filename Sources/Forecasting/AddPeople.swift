package import Config
import Quantities
package import Records

extension PipelineForecast {
    /// Puts calls, callers and pacing beside the forecast of the same book: people's numbers never change the model's.
    /// `score` is what the model would have said of past months; nil leaves callers without a comparison.
    package mutating func addPeople(
        of book: SalesBook, config: SiteConfig, daysOff: [DayOff], score: ForecastScore?
    ) {
        calls = measureCalls(book, forecasts: forecasts)
        let medians = score.map(ReplayedMedians.init)
        callers = measureCallers(book) { scope, month in medians?.median(of: scope, month) }
        pacing = measurePacing(
            book, forecasts: forecasts, stages: config.stages, settings: config.forecast, planning: config.planning,
            daysOff: daysOff)
    }
}

/// What the model said of past months on their eves, for the company and for reps.
private struct ReplayedMedians {
    private struct Key: Hashable {
        var scope: BookingForecast.Scope
        var month: Day
    }
    private var medians: [Key: Money] = [:]

    init(_ score: ForecastScore) {
        for month in score.months { medians[Key(scope: .company, month: month.month)] = month.p50 }
        for rep in score.reps {
            for forecast in rep.track.forecasts {
                medians[Key(scope: .rep(rep.repID), month: forecast.month)] = forecast.p50
            }
        }
    }

    func median(of scope: BookingForecast.Scope, _ month: Day) -> Money? { medians[Key(scope: scope, month: month)] }
}
