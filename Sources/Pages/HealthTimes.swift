import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// How long deals stay in each stage, and where they wait longest.
    var timeSection: PageSection {
        let times = forecast.health.stageTimes.filter { $0.ended + $0.ongoing > 0 }
        let slowest = times.filter { $0.median != nil && $0.ended >= 5 }.max {
            ($0.median ?? 0, $1.stage) < ($1.median ?? 0, $0.stage)
        }
        let title =
            slowest.flatMap { stage in
                stage.median.map { "Deals stay longest in “\(stage.stage)”: half of them \(days($0)) or more" }
            } ?? "Too few deals have left a stage to say how long they stay"
        let longest = times.map { Double($0.p90 ?? $0.median ?? 0) * 1.15 }.max() ?? 0
        let picture = Picture(
            title: title,
            subtitle:
                "Share of deals still in the stage after so many days (Kaplan–Meier); a tick is a deal that still waits, the dot the day by which half have left.",
            svg: chartPair(ChartHead(id: "times", title: title, summary: "The table has the figures.", width: 1152)) {
                head in
                SurvivalChart(
                    head: head,
                    curves: times.map { time in
                        SurvivalCurve(
                            label: time.stage, note: figures.count(time.ended + time.ongoing, "stay"),
                            steps: time.curve.points.filter { $0.ended > 0 }.map {
                                SurvivalCurve.Step(at: Double($0.days), share: $0.share)
                            }, censored: time.curve.points.filter { $0.censored > 0 }.map { Double($0.days) },
                            median: time.median.map(Double.init),
                            medianText: time.median.map { "half by \(days($0))" } ?? "",
                            isMarked: time.stage == slowest?.stage)
                    }, end: longest > 0 ? longest.rounded() : nil, figures: .number(figures, decimals: 0)
                ).svg
            })
        return PageSection(
            id: "times", short: "Stage times", title: "How long deals wait", pictures: [picture],
            tables: [timeTable(times), bottleneckTable])
    }

    private func timeTable(_ times: [StageTime]) -> DataTable {
        DataTable(
            caption: "Days in each stage", file: "stage-times.csv",
            columns: [
                .text("Stage"), .number("Half left by"), .number("Nine of ten by"), .number("Left"),
                .number("Still there"), .fileOnly("Median, low"), .fileOnly("Median, high"),
            ],
            rows: times.map { time in
                [
                    DataTable.Cell(time.stage),
                    DataTable.Cell(
                        time.median.map { days($0) } ?? "not yet", raw: time.median.map(String.init) ?? "",
                        detail: time.median == nil
                            ? nil : time.medianLow.map { "\($0) to \(time.medianHigh.map(String.init) ?? "?")" }),
                    DataTable.Cell(
                        time.p90.map { days($0) } ?? "not yet", raw: time.p90.map(String.init) ?? ""),
                    intCell(time.ended), intCell(time.ongoing), intCell(time.medianLow), intCell(time.medianHigh),
                ]
            }, empty: "No deal has a history of stages yet.")
    }

    private var bottleneckTable: DataTable {
        DataTable(
            caption: bottleneckCaption, file: "bottlenecks.csv",
            columns: [
                .text("Stage"), .number("Usual days", wideOnly: true), .number("Deals beyond"), .number("Worth"),
                .number("Mean delay, days"), .fileOnly("Money × days"),
            ],
            rows: forecast.health.bottlenecks.map { item in
                [
                    DataTable.Cell(item.stage), intCell(item.usualDays), intCell(item.lateCount),
                    moneyCell(Money(minorUnits: item.lateAmount, currency: book.currency)),
                    DataTable.Cell(figures.decimal(item.meanDelayDays, 0), raw: plainShare(item.meanDelayDays)),
                    DataTable.Cell(
                        plainAmount(Money(minorUnits: item.amountDays, currency: book.currency))),
                ]
            }, empty: "No stage holds deals for longer than usual.")
    }

    /// How much money waits and where most of it does, by money × delay.
    private var bottleneckCaption: String {
        let all = forecast.health.bottlenecks
        guard let worst = all.first else { return "Money that waits longer than usual" }
        let sum = Money(minorUnits: all.reduce(0) { $0 + $1.lateAmount }, currency: book.currency)
        return
            "\(figures.shortMoney(sum)) of open deals wait longer than usual\(all.count > 1 ? ", worst of all in" : " in") “\(worst.stage)”"
    }

    /// Stuck, pushed, passed, quiet and without a next step: a list each.
    func watchSection(on path: SitePath) -> PageSection {
        PageSection(
            id: "watch", short: "Deals to watch", title: "Deals to watch",
            tables: forecast.health.watchLists.map { list in
                DataTable(
                    caption: list.items.isEmpty
                        ? riskName(list.risk)
                        : "\(riskName(list.risk)): \(figures.count(list.items.count, "deal")), \(figures.shortMoney(list.amount))",
                    file: "\(fileName(list.risk)).csv",
                    columns: [
                        .text("Deal"), .text("Rep", wideOnly: true), .number("Amount"), .number(measureName(list.risk)),
                    ],
                    rows: list.items.compactMap { item in
                        dealByID[item.id].map { deal in
                            [
                                dealCell(deal, on: path, detail: deal.stage), repCell(deal.ownerID, on: path),
                                moneyCell(item.amount),
                                DataTable.Cell(
                                    item.measure.map(figures.integer) ?? "–", raw: item.measure.map(String.init) ?? "",
                                    detail: item.limit.map { "usual up to \(figures.integer($0))" }),
                            ]
                        }
                    }, shown: 6, empty: "\(riskName(list.risk)): no open deal.")
            }, note: "What cannot be known from the data, such as a next step where none is ever logged, is left out.")
    }

    private func fileName(_ risk: DealForecast.Risk) -> String {
        switch risk {
        case .closeDayPassed: "passed"
        case .stuck: "stuck"
        case .pushed: "pushed"
        case .quiet: "quiet"
        case .noNextStep: "no-next-step"
        }
    }

    private func measureName(_ risk: DealForecast.Risk) -> String {
        switch risk {
        case .closeDayPassed: "Days since"
        case .stuck: "Days in the stage"
        case .pushed: "Times"
        case .quiet: "Quiet days"
        case .noNextStep: "Days"
        }
    }
}
