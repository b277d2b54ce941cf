import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// How deals flow through the pipeline: where they get on, where they wait, and what is won and lost.
    func healthPage() -> PageOutput {
        let path = SitePaths.health
        return output(
            of: SectionPage(
                path: path, title: "Pipeline health", finding: healthFinding, cards: healthCards,
                sections: [
                    flowSection, timeSection, watchSection(on: path), cohortSection, winLossSection(on: path),
                ],
                explanation:
                    "Everything is as it was known on \(figures.day(book.asOf)); open deals count as not yet decided, never as lost. Intervals hold the true value in 9 of 10 cases."
            ))
    }

    private var healthFinding: String {
        let health = forecast.health
        guard !forecast.deals.isEmpty else { return "No open deal is in the pipeline." }
        var text =
            "\(figures.count(health.watchedCount, "open deal")) of \(figures.integer(forecast.deals.count)) show a risk, worth \(figures.shortMoney(health.watchedAmount))"
        if let worst = health.bottlenecks.first {
            text +=
                "; most money waits in “\(worst.stage)”, \(figures.shortMoney(Money(minorUnits: worst.lateAmount, currency: book.currency))) longer than usual"
        }
        return text + "."
    }

    private var healthCards: [FigureCard] {
        forecast.health.watchLists.map { list in
            FigureCard(
                label: riskName(list.risk), value: figures.integer(list.items.count),
                change: "\(list.items.count == 1 ? "deal" : "deals") worth \(figures.shortMoney(list.amount))",
                status: list.items.isEmpty ? .good : .watch, href: "#watch")
        }
    }

    func riskName(_ risk: DealForecast.Risk) -> String {
        switch risk {
        case .closeDayPassed: "Promised day passed"
        case .stuck: "Stuck in the stage"
        case .pushed: "Pushed"
        case .quiet: "Quiet"
        case .noNextStep: "No next step"
        }
    }

    /// Stages that a deal has ever been in; all of them while there is none.
    private var usedStages: [StageRate] {
        let entered = Set(forecast.health.funnel.filter { $0.entered > 0 }.map(\.stage))
        let used = forecast.stages.filter { $0.openCount > 0 || $0.closedCount > 0 || entered.contains($0.stage) }
        return used.isEmpty ? forecast.stages : used
    }

    /// Open deals by stage with the share that goes on, and the chance to win from each.
    private var flowSection: PageSection {
        let flows = Dictionary(
            forecast.health.funnel.map { ($0.stage, $0) }, uniquingKeysWith: { first, _ in first })
        let narrowest = forecast.health.funnel.filter { $0.isEnough && $0.conversion != nil }.min {
            ($0.conversion ?? 1, $0.stage) < ($1.conversion ?? 1, $1.stage)
        }
        let title =
            narrowest.flatMap { stage in
                stage.conversion.map {
                    "Most deals drop out in “\(stage.stage)”: \(figures.percent($0)) go on (\(figures.percent(stage.low)) to \(figures.percent(stage.high)))"
                }
            } ?? "Open deals by stage; too few have left a stage to say how many go on"
        let funnel = Picture(
            title: title,
            subtitle:
                "Open deals now with their worth; below each stage the share of deals that went on from it, with its interval on a track from none to all.",
            svg: chartPair(
                ChartHead(id: "funnel", title: title, summary: "The table of stages has the figures.", width: 560)
            ) { head in
                FunnelChart(
                    head: head,
                    stages: usedStages.map { stage in
                        let flow = flows[stage.stage]
                        let share = flow.flatMap { flow in
                            flow.isEnough
                                ? flow.conversion.map { ShareInterval(low: flow.low, mean: $0, high: flow.high) } : nil
                        }
                        return FunnelStage(
                            label: stage.stage, count: Double(stage.openCount),
                            note: figures.shortMoney(stage.openAmount),
                            passage: share.map {
                                "\(figures.percent($0.mean)) go on (\(figures.decimal($0.low * 100, 0)) to \(figures.decimal($0.high * 100, 0)))"
                            } ?? "too few to say", share: share, isBottleneck: stage.stage == narrowest?.stage)
                    }, figures: .number(figures, decimals: 0)
                ).svg
            })
        return PageSection(
            id: "flow", short: "Flow", title: "How deals flow", pictures: [funnel, ratesPicture],
            tables: [stageTable(flows)],
            note:
                "“Go on” counts deals that entered a stage long enough ago for nine of ten to have left it, so that quick losses of young deals do not push the share down."
        )
    }

    private var ratesPicture: Picture {
        let title =
            forecast.usesConfiguredRates
            ? "Too few closed deals: the configured chances decide"
            : "Chance to win from each stage, from \(figures.count(forecast.closedDealCount, "closed deal"))"
        return Picture(
            title: title,
            subtitle:
                "Share won of the closed deals that passed through, shrunk towards the configured chance (tick), with a 90 % interval.",
            svg: chartPair(ChartHead(id: "rates", title: title, summary: "The table has the figures.", width: 560)) {
                head in
                IntervalChart(
                    head: head,
                    rows: usedStages.map {
                        IntervalRow(
                            label: $0.stage, low: $0.winRateLow, value: $0.winRate, high: $0.winRateHigh,
                            mark: $0.configuredRate)
                    }, figures: .share(figures)
                ).svg
            })
    }

    private func stageTable(_ flows: [String: StageFlow]) -> DataTable {
        DataTable(
            caption: "Stages", file: "stages.csv",
            columns: [
                .text("Stage"), .number("Open"), .number("Worth", wideOnly: true), .number("Entered", wideOnly: true),
                .number("Went on", wideOnly: true), .number("Lost", wideOnly: true), .number("Share going on"),
                .number("Chance to win"), .number("Won of closed", wideOnly: true), .fileOnly("Share, low"),
                .fileOnly("Share, high"), .fileOnly("Chance, low"), .fileOnly("Chance, high"),
            ],
            rows: usedStages.map { stage in
                let flow = flows[stage.stage]
                return [
                    DataTable.Cell(stage.stage), intCell(stage.openCount), moneyCell(stage.openAmount),
                    intCell(flow?.entered), intCell(flow?.wentOn), intCell(flow?.lost),
                    shareCell(
                        flow?.conversion,
                        detail: flow.map { "of \(figures.integer($0.matureCount))" }),
                    shareCell(stage.winRate),
                    DataTable.Cell("\(figures.integer(stage.wonCount)) of \(figures.integer(stage.closedCount))"),
                    shareCell(flow?.low), shareCell(flow?.high), shareCell(stage.winRateLow),
                    shareCell(stage.winRateHigh),
                ]
            }, empty: "No stage is open: name the stages in the config.")
    }
}
