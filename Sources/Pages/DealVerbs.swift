import Config
import Forecasting
import Quantities
import Records

/// What to do about a deal with a risk.
struct DealStep {
    enum Verb: String, CaseIterable {
        case newDay = "New close day"
        case call = "Phone the customer"
        case nextStep = "Agree a next step"
        case challenge = "Ask why"
        case checkAmount = "Check the amount"
        case takeOut = "Take out"
    }
    var verb: Verb
    var deal: Opportunity
    var forecast: DealForecast
    /// The chance to win that its stage has as a whole, 0...1.
    var usualChance: Double
    /// Its amount over the median of open deals; nil where either is missing.
    var timesUsual: Double?
    /// Amount × chance, in whole units.
    var stake: Double
}

extension SiteMaterial {
    /// Every deal with a risk and what to do about it, most expected money first, then by id.
    ///
    /// A deal that has lost more than half the chance of its stage and shows two risks or more is one to take out: its
    /// amount makes the pipeline look better than it is; so is one whose chance rounds to nought, unless it is so big
    /// that the amount is the first thing to doubt. Else the first of these decides: the promised day has passed,
    /// nothing was heard or it is stuck, no next step, pushed.
    func dealSteps(_ isIncluded: (Opportunity) -> Bool = { _ in true }) -> [DealStep] {
        let usual = Dictionary(
            forecast.stages.map { ($0.stage, $0.winRate) }, uniquingKeysWith: { first, _ in first })
        let amounts = forecast.deals.compactMap { dealByID[$0.opportunityID]?.amount?.amount }.sorted()
        let median = amounts.isEmpty ? 0 : amounts[amounts.count / 2]
        return forecast.deals.compactMap { item -> DealStep? in
            guard !item.risks.isEmpty, let deal = dealByID[item.opportunityID], isIncluded(deal) else { return nil }
            let times = median > 0 ? deal.amount.map { $0.amount / median } : nil
            let chance = usual[deal.stage] ?? 0
            return DealStep(
                verb: verb(item, usual: chance, timesUsual: times ?? 0), deal: deal, forecast: item,
                usualChance: chance, timesUsual: times, stake: (deal.amount?.amount ?? 0) * item.winChance)
        }.sorted { $0.stake != $1.stake ? $0.stake > $1.stake : $0.deal.id < $1.deal.id }
    }

    private func verb(_ item: DealForecast, usual: Double, timesUsual: Double) -> DealStep.Verb {
        if item.winChance < 0.005 { return timesUsual >= 5 ? .checkAmount : .takeOut }
        if item.risks.count > 1, item.winChance < usual / 2 { return .takeOut }
        if item.risks.contains(.closeDayPassed) { return .newDay }
        if item.risks.contains(.quiet) || item.risks.contains(.stuck) { return .call }
        if item.risks.contains(.noNextStep) { return .nextStep }
        return .challenge
    }

    /// The two with most at stake of each verb, then all the others: a short list is not one verb throughout.
    func mixed(_ steps: [DealStep]) -> [DealStep] {
        var seen: [DealStep.Verb: Int] = [:]
        var (first, rest): ([DealStep], [DealStep]) = ([], [])
        for step in steps {
            seen[step.verb, default: 0] += 1
            if seen[step.verb, default: 0] <= 2 { first.append(step) } else { rest.append(step) }
        }
        return first + rest
    }

    /// What is at risk, each with a verb; deals to take out have a table of their own.
    func decideTable(_ steps: [DealStep], shown: Int, on path: SitePath) -> DataTable {
        let kept = mixed(steps.filter { $0.verb != .takeOut })
        return stepTable(
            kept,
            caption: kept.isEmpty
                ? "At risk"
                : "At risk: \(figures.count(kept.count, "deal")), \(figures.shortMoney(worth(kept))); first the two of each kind with most expected money",
            file: "risks.csv", shown: shown, empty: "No open deal is late, stuck, pushed or quiet.", on: path)
    }

    func takeOutTable(_ steps: [DealStep], on path: SitePath) -> DataTable {
        let out = steps.filter { $0.verb == .takeOut }
        return stepTable(
            out,
            caption: out.isEmpty
                ? "To take out"
                : "\(figures.count(out.count, "deal")) worth \(figures.shortMoney(worth(out))) to take out",
            file: "take-out.csv", shown: 10,
            empty: "No deal has lost so much of its chance that it should be taken out.",
            on: path)
    }

    func worth(_ steps: [DealStep]) -> Money {
        Money(minorUnits: steps.reduce(0) { $0 + ($1.deal.amount?.minorUnits ?? 0) }, currency: book.currency)
    }

    /// Why, with what the verb alone does not tell: how small the chance has become, how odd the amount is, when something
    /// was last done and what is promised.
    func whyText(_ step: DealStep) -> String {
        let (deal, item) = (step.deal, step.forecast)
        var parts: [String] = []
        switch step.verb {
        case .takeOut:
            parts.append("chance \(chanceShare(item.winChance)), its stage’s usual \(chanceShare(step.usualChance))")
        case .checkAmount:
            if let times = step.timesUsual { parts.append("\(figures.decimal(times, 0)) times the usual deal") }
        case .newDay, .call, .nextStep, .challenge: break
        }
        parts += item.risks.map { riskText($0, deal: deal, forecast: item) }
        if item.risks == [.noNextStep] {
            if let last = lastDone(deal) { parts.append("last activity \(days(book.asOf - last)) ago") }
            if let close = deal.closeDay { parts.append("promised for \(figures.day(close))") }
        }
        return parts.asSentence
    }

    private func chanceShare(_ chance: Double) -> String {
        chance < 0.005 ? "under \(figures.percent(0.01))" : figures.percent(chance)
    }

    private func lastDone(_ deal: Opportunity) -> Day? {
        deal.customerID.flatMap { book.activitiesByCustomer[$0] }?
            .last { $0.state == .done && book.day(of: $0) <= book.asOf }.map { book.day(of: $0) }
    }

    private func stepTable(
        _ steps: [DealStep], caption: String, file: String, shown: Int, empty: String, on path: SitePath
    ) -> DataTable {
        DataTable(
            caption: caption, file: file,
            columns: [
                .text("Do"), .text("Deal"), .text("Rep", wideOnly: true), .text("Stage", wideOnly: true),
                .number("Amount"), .number("Chance", wideOnly: true), .fileOnly("Why"),
            ],
            rows: steps.map { step in
                [
                    DataTable.Cell(step.verb.rawValue, status: step.forecast.risks.count > 2 ? .late : .watch),
                    dealCell(step.deal, on: path, detail: whyText(step)), repCell(step.deal.ownerID, on: path),
                    DataTable.Cell(step.deal.stage), step.deal.amount.map(moneyCell) ?? "–",
                    shareCell(step.forecast.winChance),
                    DataTable.Cell(whyText(step)),
                ]
            }, shown: shown, empty: empty)
    }
}
