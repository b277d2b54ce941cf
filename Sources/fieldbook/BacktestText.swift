import Forecasting
import Quantities
import Records

/// The backtest in words and columns.
struct BacktestText {
    let score: ForecastScore
    let book: SalesBook
    let figures: FigureStyle

    func lines() -> [String] {
        var lines = score.months.map { month in
            "\(month.month.iso.prefix(7))  booked \(figures.money(month.booked))  forecast \(figures.money(month.p50)) (\(figures.money(month.p10)) to \(figures.money(month.p90)))\(month.isCovered ? "" : "  outside")"
        }
        lines += ["", "Company, the month from its eve: " + words(score.track)]
        lines += ["", "Off by (WAPE), and bias, by method:"]
        for method in ForecastScore.Method.allCases {
            guard let wape = score.wape(of: method), let bias = score.bias(of: method) else {
                lines.append("  \(name(method)): cannot say")
                continue
            }
            let same = score.ourWAPE(whereSaid: method).map {
                method == .ours ? "" : "; ours on the same months \(figures.percent($0, 1))"
            }
            lines.append("  \(name(method)): \(figures.percent(wape, 1)), \(figures.percent(bias, 1))\(same ?? "")")
        }
        lines += ["", "Single deals, won within the month:"]
        for deals in score.dealScores {
            lines.append(
                "  \(name(deals.method)): Brier \(figures.decimal(deals.brier, 4)), log loss \(figures.decimal(deals.logLoss, 4)), AUC \(deals.auc.map { figures.decimal($0, 3) } ?? "none") over \(figures.integer(deals.count))"
            )
        }
        lines += ["", "Chance said and what came true:"]
        for bin in score.reliability {
            lines.append(
                "  \(figures.percent(bin.low))–\(figures.percent(bin.high)): said \(figures.percent(bin.said, 1)), came true \(figures.percent(bin.cameTrue, 1)) of \(figures.integer(bin.count))"
            )
        }
        lines += ["", "By months ahead:"]
        for horizon in score.horizons { lines.append("  \(horizon.monthsAhead): \(words(horizon.track))") }
        lines += ["", "By rep:"]
        for rep in score.reps {
            let name = book.reps.first { $0.id == rep.repID }?.name ?? rep.repID.text
            lines.append("  \(name): \(words(rep.track))")
        }
        return lines
    }

    private func words(_ track: ForecastTrack) -> String {
        let wape = track.wape.map { figures.percent($0, 1) } ?? "nothing booked"
        let bias = track.bias.map { figures.percent($0, 1) } ?? "none"
        let width = track.width.map { figures.percent($0) } ?? "none"
        let pinball = ForecastTrack.Quantile.allCases.map { quantile in
            track.pinball(quantile).map { figures.decimal($0, 0) } ?? "none"
        }
        return
            "WAPE \(wape), bias \(bias), \(track.coveredCount) of \(track.forecasts.count) inside P10–P90 (width \(width) of booked), pinball \(pinball.joined(separator: " "))"
    }

    private func name(_ method: ForecastScore.Method) -> String {
        switch method {
        case .ours: "this model"
        case .configured: "configured probability of deals promised for the month"
        case .historical: "stage’s historical rate"
        case .trailingMean: "mean of the three months before"
        case .lastYear: "the same month a year before"
        case .repCall: "the reps’ own calls"
        }
    }
}
