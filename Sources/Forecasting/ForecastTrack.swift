package import Quantities

/// One month's range as it was said, and what came.
package struct ScoredForecast: Sendable, Hashable {
    /// First day of the month.
    package var month: Day
    package var p10: Money
    package var p50: Money
    package var p90: Money
    package var booked: Money

    package init(month: Day, p10: Money, p50: Money, p90: Money, booked: Money) {
        self.month = month
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
        self.booked = booked
    }

    package var isCovered: Bool {
        p10.minorUnits <= booked.minorUnits && booked.minorUnits <= p90.minorUnits
    }
}

/// Forecasts of one kind against what came: of the company, of a rep, of a horizon.
package struct ForecastTrack: Sendable, Hashable {
    /// Oldest first.
    package var forecasts: [ScoredForecast]

    package init(forecasts: [ScoredForecast]) { self.forecasts = forecasts }

    /// Σ |booked − P50| ÷ Σ booked; nil when nothing was booked.
    package var wape: Double? { relative { abs($0.p50.amount - $0.booked.amount) } }
    /// Σ (P50 − booked) ÷ Σ booked: above 0 the forecast is too high.
    package var bias: Double? { relative { $0.p50.amount - $0.booked.amount } }
    package var coveredCount: Int { forecasts.count(where: \.isCovered) }
    /// Share of forecasts whose P10–P90 held what came: 0.8 is right; nil without one.
    package var coverage: Double? {
        forecasts.isEmpty ? nil : Double(coveredCount) / Double(forecasts.count)
    }
    /// Mean width of P10–P90 ÷ mean booked; nil when nothing was booked.
    package var width: Double? { relative { $0.p90.amount - $0.p10.amount } }

    /// Mean pinball (quantile) loss in whole units of the currency: the score that the true quantile minimises
    /// (Koenker and Bassett 1978, "Regression Quantiles", Econometrica 46). Nil without a forecast.
    package func pinball(_ quantile: Quantile) -> Double? {
        guard !forecasts.isEmpty else { return nil }
        let sum = forecasts.reduce(0) { sum, forecast in
            let said: Money
            switch quantile {
            case .p10: said = forecast.p10
            case .p50: said = forecast.p50
            case .p90: said = forecast.p90
            }
            let over = forecast.booked.amount - said.amount
            return sum + (over >= 0 ? quantile.share * over : (quantile.share - 1) * over)
        }
        return sum / Double(forecasts.count)
    }

    package enum Quantile: String, Sendable, Hashable, CaseIterable {
        case p10, p50, p90

        package var share: Double {
            switch self {
            case .p10: 0.1
            case .p50: 0.5
            case .p90: 0.9
            }
        }
    }

    private func relative(_ error: (ScoredForecast) -> Double) -> Double? {
        let booked = forecasts.reduce(0) { $0 + $1.booked.amount }
        return booked > 0 ? forecasts.reduce(0) { $0 + error($1) } / booked : nil
    }
}
