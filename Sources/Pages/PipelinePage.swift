import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// The sales pipeline: where it will land, how sure that is, what changed, what to decide on; then what stands behind.
    func pipelinePage() -> PageOutput {
        let path = SitePaths.pipeline
        let steps = dealSteps()
        let waterfall = shownWaterfall
        let changes = changeTable(waterfall, caption: "What changed", file: "waterfall.csv")
        let fan = fanPicture(for: .company, width: 720)
        let flow = waterfallPicture(waterfall, table: changes, linksTo: true, width: 720)
        let decide = decideTable(steps, shown: 6, on: path)
        let sections = pipelineSections(steps, waterfall: waterfall, on: path)
        let jumps: [PageFields] =
            [
                ["label": "Where it lands", "href": "#land"], ["label": "What changed", "href": "#changed"],
                ["label": "To decide", "href": "#decide"],
            ] + sections.map { ["label": .text($0.short), "href": .text("#\($0.id)")] } + [
                ["label": "Health", "href": .text(path.link(to: SitePaths.health))],
                ["label": "Accuracy", "href": .text(path.link(to: SitePaths.accuracy))],
            ]
        let tables = [changes, decide] + [fan?.table].compactMap(\.self)
        return PageOutput(
            pages: [
                page(
                    path, template: "pipeline", title: "Pipeline", section: path, finding: pipelineFinding,
                    fields: [
                        "jumps": .list(jumps),
                        "cards": .list(bookingCards(for: .company, paceHref: "#teams").map(\.fields)),
                        "track": .text(ifAny: trackText), "fan": .fields(ifAny: fan?.fields),
                        "noFan": fan == nil ? "There is no forecast yet: import deals with their stages." : .nothing,
                        "waterfall": .fields(flow.fields), "since": .text(figures.shortDay(waterfall.from)),
                        "sumCheck": .text(
                            waterfall.sumsExactly
                                ? "From the first bar to the last the changes add up to the cent."
                                : "The bars do not sum: please report this."),
                        "landing": .text(ifAny: landingChange), "changes": .list(changeWords(waterfall, on: path)),
                        "decide": .fields(decide.fields), "takeOut": .text(ifAny: takeOutText(steps)),
                        "parts": .list(sections.map(\.fields)),
                        "method": .list(methodTexts.map { ["text": .text($0)] }),
                        "healthHref": .text(path.link(to: SitePaths.health)),
                        "accuracyHref": .text(path.link(to: SitePaths.accuracy)),
                    ])
            ], files: tables.filter { !$0.rows.isEmpty }.map { $0.csv(beside: path) } + sections.files(beside: path))
    }

    /// Deals promised for the quarter, with what slipped out of it; all open deals where none is promised for a day.
    private var shownWaterfall: PipelineWaterfall {
        let quarter = forecast.quarterWaterfall
        return quarter.opening.minorUnits == 0 && quarter.bars.allSatisfy(\.deals.isEmpty)
            ? forecast.waterfall : quarter
    }

    private var pipelineFinding: String {
        guard let month = booking(.company, .month), let quarter = booking(.company, .quarter) else {
            return "No forecast: there is no deal yet."
        }
        var text =
            "\(figures.month(of: month.from)) lands at about \(figures.shortMoney(month.p50)), the quarter at about \(figures.shortMoney(quarter.p50))"
        if let chance = quarter.quotaChance, let quota = quarter.quota, quota.minorUnits > 0 {
            text +=
                ": \(figures.percent(quarter.p50.amount / quota.amount)) of quota, with a chance of \(chanceText(chance)) to reach it"
        } else {
            text += ", in 8 of 10 futures \(rangeText(quarter.p10, quarter.p90))"
        }
        return text + "."
    }

    private func takeOutText(_ steps: [DealStep]) -> String? {
        let out = steps.filter { $0.verb == .takeOut }
        guard !out.isEmpty else { return nil }
        let biggest = out.max {
            let (left, right) = ($0.deal.amount?.minorUnits ?? 0, $1.deal.amount?.minorUnits ?? 0)
            return left != right ? left < right : $1.deal.id < $0.deal.id
        }.map { step in
            oneLine(step.deal.name, limit: 60) + (step.deal.amount.map { ", \(figures.shortMoney($0))" } ?? "")
        }
        return
            "\(figures.count(out.count, "more deal")) worth \(figures.shortMoney(worth(out))) \(out.count == 1 ? "has" : "have") less than half the usual chance of \(out.count == 1 ? "its" : "their") stage and should be taken out\(biggest.map { ", most of all “\($0)”" } ?? "")"
    }

    private func pipelineSections(_ steps: [DealStep], waterfall: PipelineWaterfall, on path: SitePath) -> [PageSection]
    {
        let scenarios = scenarioSection()
        return [scenarios].compactMap(\.self) + [
            callSection(on: path), scopeSection(on: path),
            PageSection(
                id: "behind", short: "Deals behind", title: "The deals behind it",
                tables: [behindTable(waterfall, on: path)]
                    + (waterfall == forecast.waterfall
                        ? []
                        : [
                            changeTable(
                                forecast.waterfall, caption: "The same days over all open deals, whenever promised",
                                file: "waterfall-all.csv")
                        ]) + [takeOutTable(steps, on: path), bigDealTable(on: path), setAsideTable(on: path)],
                note: bigDealText),
        ]
    }

    /// The range with and without the deals that could make or break it.
    private var bigDealText: String? {
        guard let quarter = booking(.company, .quarter), let range = quarter.withoutBigDeals else { return nil }
        return
            "With the big deals the quarter lands between \(figures.shortMoney(quarter.p10)) and \(figures.shortMoney(quarter.p90)), middle \(figures.shortMoney(quarter.p50)); without them between \(figures.shortMoney(range.p10)) and \(figures.shortMoney(range.p90)), middle \(figures.shortMoney(range.p50))."
    }
}
