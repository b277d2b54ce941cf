import Config
import Forecasting
import Quantities
import Records

/// What to do about a deal with a risk.
struct DealStep {
    enum Verb: String, CaseIterable {
        case newDay = "New close day"
        case call = "Call"
        case nextStep = "Agree a next step"
        case challenge = "Ask why"
        case takeOut = "Take out"
    }
    var verb: Verb
    var deal: Opportunity
    var forecast: DealForecast
    /// Amount × chance, in whole units.
    var stake: Double
}

extension SiteMaterial {
    /// Every deal with a risk and what to do about it, most expected money first, then by id.
    ///
    /// A deal that has lost more than half the chance of its stage and shows two risks or more is one to take out: its
    /// amount makes the pipeline look better than it is. Else the first of these decides: the promised day has passed,
    /// nothing was heard or it is stuck, no next step, pushed.
    func dealSteps(_ isIncluded: (Opportunity) -> Bool = { _ in true }) -> [DealStep] {
        let usual = Dictionary(
            forecast.stages.map { ($0.stage, $0.winRate) }, uniquingKeysWith: { first, _ in first })
        return forecast.deals.compactMap { item -> DealStep? in
            guard !item.risks.isEmpty, let deal = dealByID[item.opportunityID], isIncluded(deal) else { return nil }
            return DealStep(
                verb: verb(item, usual: usual[deal.stage] ?? 0), deal: deal, forecast: item,
                stake: (deal.amount?.amount ?? 0) * item.winChance)
        }.sorted { $0.stake != $1.stake ? $0.stake > $1.stake : $0.deal.id < $1.deal.id }
    }

    private func verb(_ item: DealForecast, usual: Double) -> DealStep.Verb {
        if item.risks.count > 1, item.winChance < usual / 2 { return .takeOut }
        if item.risks.contains(.closeDayPassed) { return .newDay }
        if item.risks.contains(.quiet) || item.risks.contains(.stuck) { return .call }
        if item.risks.contains(.noNextStep) { return .nextStep }
        return .challenge
    }

    /// What to decide on, with a verb; deals to take out have a table of their own.
    func decideTable(_ steps: [DealStep], shown: Int, on path: SitePath) -> DataTable {
        let kept = steps.filter { $0.verb != .takeOut }
        return stepTable(
            kept,
            caption: kept.isEmpty
                ? "Decide on these"
                : "Decide on these: \(figures.count(kept.count, "deal")), most expected money first",
            file: "risks.csv", shown: shown, empty: "No open deal is late, stuck, pushed or quiet.", on: path)
    }

    func takeOutTable(_ steps: [DealStep], on path: SitePath) -> DataTable {
        let out = steps.filter { $0.verb == .takeOut }
        let sum = out.reduce(0) { $0 + ($1.deal.amount?.minorUnits ?? 0) }
        return stepTable(
            out,
            caption: out.isEmpty
                ? "To take out"
                : "\(figures.count(out.count, "deal")) worth \(figures.shortMoney(Money(minorUnits: sum, currency: book.currency))) to take out",
            file: "take-out.csv", shown: 10,
            empty: "No deal has lost so much of its chance that it should be taken out.",
            on: path)
    }

    private func stepTable(
        _ steps: [DealStep], caption: String, file: String, shown: Int, empty: String, on path: SitePath
    ) -> DataTable {
        DataTable(
            caption: caption, file: file,
            columns: [
                .text("Do"), .text("Deal"), .text("Rep", wideOnly: true), .number("Amount"),
                .number("Chance", wideOnly: true), .text("Why"),
            ],
            rows: steps.map { step in
                [
                    DataTable.Cell(step.verb.rawValue, status: step.forecast.risks.count > 2 ? .late : .watch),
                    dealCell(step.deal, on: path, detail: step.deal.stage), repCell(step.deal.ownerID, on: path),
                    step.deal.amount.map(moneyCell) ?? "–", shareCell(step.forecast.winChance),
                    DataTable.Cell(
                        step.forecast.risks.map { riskText($0, deal: step.deal, forecast: step.forecast) }.asSentence),
                ]
            }, shown: shown, empty: empty)
    }
}
