import Config
import Forecasting
import Quantities
import Records

/// A team's part of the pipeline.
struct PipelineSlice {
    var fan: Picture?
    var waterfall: Picture
    /// Forecast, way to the quota, calls, deals to decide on; without those that have nothing to say.
    var shown: [DataTable]

    var tables: [DataTable] { shown + [fan?.table, waterfall.table].compactMap(\.self) }
}

extension SiteMaterial {
    func pipelineSlice(_ team: Team, on path: SitePath) -> PipelineSlice {
        let reps = Set(book.reps.filter { $0.teamID == team.id }.map(\.id))
        let scopes = forecast.forecasts.filter { $0.period == .month }.map(\.scope).filter { scope in
            if case .rep(let id) = scope { return reps.contains(id) }
            return scope == .team(team.id)
        }
        let calls = forecast.calls.filter { call in
            if case .rep(let id) = call.scope { return reps.contains(id) }
            return call.scope == .team(team.id)
        }
        let waterfall = measureWaterfall(
            book, from: book.reportMonday, until: book.asOf,
            period: book.asOf.firstOfQuarter...book.asOf.lastOfQuarter, scope: .team(team.id),
            settings: config.forecast)
        let steps = dealSteps { $0.ownerID.map(reps.contains) ?? false }
        var shown = [
            scopeTable(scopes, caption: "Forecast of the team and its reps", file: "forecast.csv", on: path),
            decideTable(steps, shown: 6, on: path),
        ]
        let pace = paceTable(.team(team.id), on: path)
        if !pace.rows.isEmpty { shown.insert(pace, at: 1) }
        if !calls.isEmpty { shown.insert(callTable(calls, file: "calls.csv", on: path), at: 1) }
        return PipelineSlice(
            fan: fanPicture(for: .team(team.id), width: 560),
            waterfall: waterfallPicture(
                waterfall, table: changeTable(waterfall, caption: "What changed", file: "waterfall.csv"),
                linksTo: false, width: 560), shown: shown)
    }

    /// A rep's deals that need a decision, on a phone: few columns.
    func repDealTable(_ rep: Rep, on path: SitePath) -> DataTable {
        let steps = dealSteps { $0.ownerID == rep.id }
        return DataTable(
            caption: "Deals to decide on, most expected money first", file: "deals-to-decide.csv",
            columns: [.text("Do"), .text("Deal"), .text("Why"), .fileOnly("Amount"), .fileOnly("Chance")],
            rows: steps.map { step in
                [
                    DataTable.Cell(step.verb.rawValue, status: step.forecast.risks.count > 2 ? .late : .watch),
                    dealCell(
                        step.deal, on: path,
                        detail:
                            "\(step.deal.amount.map { figures.shortMoney($0) } ?? "no amount"), \(figures.percent(step.forecast.winChance)) chance"
                    ),
                    DataTable.Cell(whyText(step)),
                    step.deal.amount.map(moneyCell) ?? "", shareCell(step.forecast.winChance),
                ]
            }, shown: 5, empty: "No open deal is late, stuck, pushed or quiet.")
    }

    /// The rep's own number beside the model's, in a sentence; nil where the rep did not call this month.
    func repCallText(_ rep: Rep) -> String? {
        guard
            let call = forecast.calls.first(where: {
                $0.scope == .rep(rep.id) && $0.caller == .rep && $0.month == book.asOf.firstOfMonth
            })
        else { return nil }
        var text = "Called for \(figures.month(of: call.month)): \(figures.shortMoney(call.latest.commit))"
        if let model = call.model, let difference = call.difference {
            text +=
                ", \(differenceText(difference)) than the model’s middle (\(rangeText(model.p10, model.p90)) in 8 of 10 futures)"
        }
        let past = forecast.callers.first {
            $0.scope == .rep(rep.id) && $0.caller == .rep && $0.moment == .beforeMonth
        }
        if let past, let bias = past.bias {
            text +=
                ". Over \(figures.count(past.months.count, "month")) calls were \(figures.percent(abs(bias))) too \(bias > 0 ? "high" : "low")"
        }
        return text + "."
    }
}
