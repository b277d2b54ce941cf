import Forecasting
import Quantities
import Records

/// `fieldbook forecast backtest --json`: amounts in whole units of the company's currency.
struct BacktestAnswer: Encodable {
    struct Forecast: Encodable {
        var month: String
        var booked: Double
        var p10: Double
        var p50: Double
        var p90: Double

        init(_ forecast: ScoredForecast) {
            month = forecast.month.iso
            booked = forecast.booked.amount
            p10 = forecast.p10.amount
            p50 = forecast.p50.amount
            p90 = forecast.p90.amount
        }
    }

    struct Track: Encodable {
        var months: Int
        var covered: Int
        var coverage: Double?
        var width: Double?
        var wape: Double?
        var bias: Double?
        var pinball10: Double?
        var pinball50: Double?
        var pinball90: Double?
        var forecasts: [Forecast]

        init(_ track: ForecastTrack) {
            months = track.forecasts.count
            covered = track.coveredCount
            coverage = track.coverage
            width = track.width
            wape = track.wape
            bias = track.bias
            pinball10 = track.pinball(.p10)
            pinball50 = track.pinball(.p50)
            pinball90 = track.pinball(.p90)
            forecasts = track.forecasts.map(Forecast.init)
        }
    }

    struct Method: Encodable {
        var method: String
        var months: Int
        var wape: Double?
        var bias: Double?
        /// Of ours on the months for which the method could say something.
        var oursOnSameMonths: Double?
        /// By month, in the order of `company.forecasts`; null where it could say nothing.
        var said: [Double?]
    }

    struct Deals: Encodable {
        var method: String
        var count: Int
        var brier: Double
        var logLoss: Double
        var auc: Double?
    }

    struct Bin: Encodable {
        var low: Double
        var high: Double
        var count: Int
        var said: Double
        var cameTrue: Double
    }

    struct Rep: Encodable {
        var rep: String
        var track: Track
    }

    struct Horizon: Encodable {
        var monthsAhead: Int
        var track: Track
    }

    var company: Track
    var methods: [Method]
    var deals: [Deals]
    var reliability: [Bin]
    var reps: [Rep]
    var repCoverage: Double?
    var horizons: [Horizon]
    var horizonCoverage: Double?

    init(_ score: ForecastScore) {
        company = Track(score.track)
        methods = ForecastScore.Method.allCases.map { method in
            let said = score.months.map { $0.figure(of: method)?.amount }
            return Method(
                method: method.rawValue, months: said.compactMap(\.self).count, wape: score.wape(of: method),
                bias: score.bias(of: method), oursOnSameMonths: score.ourWAPE(whereSaid: method), said: said)
        }
        deals = score.dealScores.map {
            Deals(
                method: $0.method.rawValue, count: $0.count, brier: $0.brier, logLoss: $0.logLoss, auc: $0.auc)
        }
        reliability = score.reliability.map {
            Bin(low: $0.low, high: $0.high, count: $0.count, said: $0.said, cameTrue: $0.cameTrue)
        }
        reps = score.reps.map { Rep(rep: $0.repID.text, track: Track($0.track)) }
        repCoverage = ForecastTrack(forecasts: score.reps.flatMap(\.track.forecasts)).coverage
        horizons = score.horizons.map { Horizon(monthsAhead: $0.monthsAhead, track: Track($0.track)) }
        horizonCoverage = ForecastTrack(forecasts: score.horizons.flatMap(\.track.forecasts)).coverage
    }
}
