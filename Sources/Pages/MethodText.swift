import Config
import Forecasting
import Quantities

extension SiteMaterial {
    /// How the forecast is made and what it rests on, in a few sentences.
    var methodTexts: [String] {
        let basis = forecast.basis
        var texts = [
            "\(figures.integer(config.forecast.simulations)) simulated futures: each open deal is won or lost in time by its own chances, deals not yet created come from the company’s run-rate, and what is booked is fixed. Low, middle and high are the amounts that 10, 50 and 90 of 100 futures stay at or below (P10, P50, P90)."
        ]
        if basis.usesConfigured {
            texts.append(
                "There are \(figures.count(basis.closedDeals, "closed deal")): too few to learn from, so the configured chance of each stage decides. From \(figures.integer(basis.needed)) on the company’s own history does."
            )
        } else {
            texts.append(
                "The chances are learned from \(figures.count(basis.closedDeals, "closed deal")) and, as far as they have come, from the open ones; the configured chances decided only below \(figures.integer(basis.needed))."
            )
            if !basis.signals.isEmpty {
                texts.append(
                    "Signals that helped on deals that were not learned from: \(basis.signals.map(\.name).asSentence).")
            }
            if !basis.unhelpful.isEmpty {
                texts.append("Tried and left out, as they did not help: \(basis.unhelpful.asSentence).")
            }
        }
        if !basis.sources.isEmpty { texts.append("After: \(basis.sources.joined(separator: "; ")).") }
        return texts
    }
}
