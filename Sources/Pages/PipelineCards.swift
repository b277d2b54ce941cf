import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// Month, quarter, next quarter with their bands, and the way to the quota.
    func bookingCards(for scope: BookingForecast.Scope, paceHref: String? = nil) -> [FigureCard] {
        let cards = BookingForecast.Period.allCases.compactMap { booking(scope, $0) }.map { item in
            FigureCard(
                label: periodName(item), value: figures.shortMoney(item.p50),
                change: "in 8 of 10 futures \(rangeText(item.p10, item.p90))"
                    + (item.period == .nextQuarter
                        ? "; \(figures.shortMoney(item.notYetCreated)) of it from deals still to come"
                        : "; booked \(figures.shortMoney(item.booked))"))
        }
        return cards + [quotaCard(for: scope, href: paceHref)]
    }

    private func quotaCard(for scope: BookingForecast.Scope, href: String?) -> FigureCard {
        guard let quarter = booking(scope, .quarter), let quota = quarter.quota, quota.minorUnits > 0 else {
            return FigureCard(
                label: "Quota", value: "not set",
                change: "With a quota for each rep and month, chance and pace stand here.")
        }
        let pace = pacing(scope, .quarter)
        var parts = ["quota \(figures.shortMoney(quota))"]
        if let done = pace?.attainment { parts.append("\(figures.percent(done)) of it booked") }
        if let expected = pace?.expectedByNow {
            parts.append("\(figures.percent(expected.amount / quota.amount)) would be even pace")
        }
        if let needed = pace?.neededAWeek {
            parts.append(
                needed.minorUnits > 0 ? "needs \(figures.shortMoney(needed)) a week" : "nothing more is needed")
        }
        if let missing = pace?.missingQuotas, missing > 0 {
            parts.append("\(figures.count(missing, "quota")) of a rep’s month missing")
        }
        // A good chance is no reason to lean back while less is booked than even pace would have.
        let isBehind = (pace?.lead?.minorUnits ?? 0) < 0
        let status: Status =
            quarter.quotaChance.map { $0 >= 0.5 ? (isBehind ? .neutral : .good) : $0 >= 0.2 ? .watch : .late }
            ?? .neutral
        return FigureCard(
            label: "Chance to reach the quarter’s quota", value: quarter.quotaChance.map(chanceText) ?? "–",
            change: parts.joined(separator: "; "), status: status, href: href)
    }

    /// How far such figures were off so far; nil where no past month could be scored.
    var trackText: String? {
        guard !score.months.isEmpty, let wape = score.wape else { return nil }
        return
            "How far to trust this: of the last \(figures.count(score.months.count, "month")) \(figures.integer(score.coveredCount)) landed inside their band; the middle, said on the month’s eve, was \(figures.percent(wape)) off"
    }

    /// A chance from simulated futures is never quite none or certain.
    func chanceText(_ chance: Double) -> String {
        if chance < 0.01 { return "under \(figures.percent(0.01))" }
        if chance > 0.99 { return "over \(figures.percent(0.99))" }
        return "about \(figures.percent(chance))"
    }
}
