import Config
import Charts
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// The sales pipeline: what will be booked, what changed, what to decide on.
    func pipelinePage() -> PageOutput {
        let path = SitePaths.pipeline
        let risks = riskTable(on: path)
        let teamsTable = forecastTable(
            forecast.forecasts.filter {
                if case .rep = $0.scope { return false }
                return true
            }, caption: "Forecast of the company and its teams", file: "forecast-teams.csv")
        let repsTable = forecastTable(
            forecast.forecasts.filter {
                if case .rep = $0.scope { return true }
                return false
            }, caption: "Forecast by rep", file: "forecast-reps.csv")
        let changes = changeTable(on: path)
        let aside = setAsideTable(on: path)
        let big = bigDealTable(on: path)
        let tables = [risks, teamsTable, repsTable, changes, aside, big]
        var fields: PageFields = [
            "cards": .list(pipelineCards(on: path).map(\.fields)),
            "fan": .fields(ifAny: bookingPicture()?.fields),
            "waterfall": .fields(waterfallPicture(table: changes).fields),
            "funnel": .fields(funnelPicture().fields),
            "rates": .fields(ratesPicture().fields),
            "risks": .fields(risks.fields),
            "teams": .fields(teamsTable.fields),
            "reps": .fields(repsTable.fields),
            "aside": .fields(aside.fields),
            "big": .fields(big.fields),
            "accuracyHref": .text(path.link(to: SitePaths.accuracy)),
            "method": .text(methodText),
        ]
        fields["sumCheck"] = .text(
            forecast.waterfall.sumsExactly
                ? "From the first bar to the last the changes add up to the cent."
                : "The bars do not sum: please report this.")
        var files = tables.filter { !$0.rows.isEmpty }.map { $0.csv(beside: path) }
        if let rates = ratesPicture().table { files.append(rates.csv(beside: path)) }
        return PageOutput(
            pages: [
                page(
                    path, template: "pipeline", title: "Pipeline", section: path, finding: pipelineFinding,
                    fields: fields)
            ], files: files)
    }

    private var companyMonth: BookingForecast? {
        forecast.forecasts.first { $0.scope == .company && $0.period == .month }
    }
    private var companyQuarter: BookingForecast? {
        forecast.forecasts.first { $0.scope == .company && $0.period == .quarter }
    }

    private var pipelineFinding: String {
        guard let month = companyMonth else { return "No forecast: there is no deal yet." }
        var text =
            "\(figures.month(of: month.from)) lands at about \(figures.shortMoney(month.p50)), between \(figures.shortMoney(month.p10)) and \(figures.shortMoney(month.p90)) in 8 of 10 cases"
        if let quota = month.quota, quota.minorUnits > 0 {
            let share = month.p50.amount / quota.amount
            text += "; that is \(figures.percent(share)) of quota"
        }
        let passed = forecast.deals.count { $0.risks.contains(.closeDayPassed) }
        if passed > 0 {
            text += ". \(figures.count(passed, "open deal")) \(passed == 1 ? "has" : "have") passed the promised day"
        }
        return text + "."
    }

    private func pipelineCards(on path: SitePath) -> [FigureCard] {
        var cards: [FigureCard] = []
        for item in [companyMonth, companyQuarter].compactMap({ $0 }) {
            cards.append(
                FigureCard(
                    label: item.period == .month
                        ? figures.month(of: item.from) : "Quarter to \(figures.day(item.until))",
                    value: "about \(figures.shortMoney(item.p50))",
                    change:
                        "booked \(figures.shortMoney(item.booked)); \(figures.shortMoney(item.p10)) to \(figures.shortMoney(item.p90))"
                        + withoutBigDeals(item)
                ))
        }
        let change = forecast.waterfall.closing.minorUnits - forecast.waterfall.opening.minorUnits
        cards.append(
            FigureCard(
                label: "Open pipeline", value: figures.shortMoney(forecast.waterfall.closing),
                change:
                    "\(change >= 0 ? "▲" : "▼") \(figures.shortMoney(Money(minorUnits: abs(change), currency: book.currency))) \(change >= 0 ? "more" : "less") than at the week’s start",
                status: change >= 0 ? .good : .watch))
        cards.append(
            FigureCard(
                label: "Deals with a risk", value: figures.integer(forecast.deals.count { !$0.risks.isEmpty }),
                change: "of \(figures.count(forecast.deals.count, "open deal"))", status: .watch))
        return cards
    }

    /// The same range without the deals that could make or break it; empty where there are none.
    private func withoutBigDeals(_ item: BookingForecast) -> String {
        guard let range = item.withoutBigDeals else { return "" }
        return "; without big deals \(figures.shortMoney(range.p10)) to \(figures.shortMoney(range.p90))"
    }

    private func bookingPicture() -> Picture? {
        let rows = forecast.forecasts.filter {
            if case .rep = $0.scope { return false }
            return $0.period == .quarter
        }
        guard let company = rows.first else { return nil }
        let title =
            company.quota.map {
                company.p50.minorUnits >= $0.minorUnits
                    ? "The quarter is on its way to the quota"
                    : "The quarter is short of the quota by about \(figures.shortMoney(Money(minorUnits: $0.minorUnits - company.p50.minorUnits, currency: $0.currency)))"
            } ?? "The quarter lands at about \(figures.shortMoney(company.p50))"
        return Picture(
            title: title,
            subtitle:
                "Booked by \(figures.day(company.until)): the middle and the band for 8 of 10 cases; the tick is the quota.",
            svg: chartPair(
                ChartHead(
                    id: "quarter", title: title, summary: "The forecast table below has the figures.", width: 560)
            ) { head in
                IntervalChart(
                    head: head,
                    rows: rows.map {
                        IntervalRow(
                            label: scopeName($0.scope), low: $0.p10.amount, value: $0.p50.amount, high: $0.p90.amount,
                            mark: $0.quota?.amount, ink: .accent)
                    }, figures: .money(figures, book.currency)
                ).svg
            })
    }

    private func waterfallPicture(table: DataTable) -> Picture {
        let waterfall = forecast.waterfall
        let change = waterfall.closing.minorUnits - waterfall.opening.minorUnits
        let size = figures.shortMoney(Money(minorUnits: abs(change), currency: book.currency))
        let title =
            change == 0
            ? "The open pipeline did not change" : "The open pipeline \(change > 0 ? "grew" : "shrank") by \(size)"
        let steps =
            [WaterfallStep(label: figures.shortDay(waterfall.from), value: waterfall.opening.amount, kind: .total)]
            + waterfall.bars.filter { $0.amount.minorUnits != 0 }.map {
                WaterfallStep(label: changeName($0.change), value: $0.amount.amount)
            } + [WaterfallStep(label: figures.shortDay(waterfall.until), value: waterfall.closing.amount, kind: .total)]
        return Picture(
            title: title,
            subtitle:
                "Open deals with an amount, from the morning of \(figures.day(waterfall.from)) to the evening of \(figures.day(waterfall.until)).",
            svg: chartPair(
                ChartHead(
                    id: "waterfall", title: title,
                    summary: steps.map { "\($0.label) \(ChartFigures.money(figures, book.currency).text($0.value))" }
                        .joined(separator: ", "), width: 560)
            ) { head in
                Waterfall(head: head, steps: steps, figures: .money(figures, book.currency)).svg
            }, table: table)
    }

    func changeName(_ change: PipelineWaterfall.Change) -> String {
        switch change {
        case .created: "Created"
        case .reopened: "Reopened"
        case .handedIn: "Handed in"
        case .pulledIn: "Pulled in"
        case .amountUp: "Amount up"
        case .amountDown: "Amount down"
        case .won: "Won"
        case .lost: "Lost"
        case .slippedOut: "Slipped out"
        case .handedOut: "Handed out"
        }
    }

    private func funnelPicture() -> Picture {
        let open = forecast.stages
        let slowest = open.max { ($0.medianDays ?? 0, $1.stage) < ($1.medianDays ?? 0, $0.stage) }
        let title =
            slowest.flatMap { stage in
                stage.medianDays.map { "Deals wait longest in “\(stage.stage)”: half of them \(days($0)) or more" }
            } ?? "Open deals by stage"
        return Picture(
            title: title,
            subtitle: "Open deals now; under each stage its worth and the median days of those that left it.",
            svg: chartPair(
                ChartHead(
                    id: "funnel", title: title, summary: "The table of stages has the figures.", width: 560)
            ) { head in
                FunnelChart(
                    head: head,
                    stages: open.map { stage in
                        FunnelStage(
                            label: stage.stage, count: Double(stage.openCount),
                            note: [figures.shortMoney(stage.openAmount), stage.medianDays.map { days($0) }].compactMap {
                                $0
                            }
                            .joined(separator: ", "), passage: "", isBottleneck: stage.stage == slowest?.stage)
                    }, figures: .number(figures, decimals: 0)
                ).svg
            })
    }

    private func ratesPicture() -> Picture {
        let stages = forecast.stages
        let title =
            forecast.usesConfiguredRates
            ? "Too few closed deals: the configured chances decide"
            : "Chance to win from each stage, from \(figures.integer(forecast.closedDealCount)) closed deals"
        return Picture(
            title: title,
            subtitle:
                "Share won of the closed deals that passed through, shrunk towards the configured chance (tick), with a 90 % interval.",
            svg: chartPair(ChartHead(id: "rates", title: title, summary: "The table has the figures.", width: 560)) {
                head in
                IntervalChart(
                    head: head,
                    rows: stages.map {
                        IntervalRow(
                            label: $0.stage, low: $0.winRateLow, value: $0.winRate, high: $0.winRateHigh,
                            mark: $0.configuredRate)
                    }, figures: .share(figures)
                ).svg
            },
            table: DataTable(
                caption: "Stages", file: "stages.csv",
                columns: [
                    .text("Stage"), .number("Open"), .number("Worth"), .number("Chance"), .number("Won of closed"),
                    .number("Median days"), .number("Nine of ten within", wideOnly: true),
                ],
                rows: stages.map { stage in
                    [
                        DataTable.Cell(stage.stage), DataTable.Cell(figures.integer(stage.openCount)),
                        moneyCell(stage.openAmount),
                        DataTable.Cell(figures.percent(stage.winRate), raw: String(stage.winRate)),
                        DataTable.Cell("\(figures.integer(stage.wonCount)) of \(figures.integer(stage.closedCount))"),
                        DataTable.Cell(stage.medianDays.map(figures.integer) ?? "–"),
                        DataTable.Cell(stage.p90Days.map(figures.integer) ?? "–"),
                    ]
                }))
    }

    private var methodText: String {
        "\(figures.integer(config.forecast.simulations)) simulated futures: each open deal is won in the period with its own chance, deals not yet created come from the run-rate of the last twelve months, and bookings so far are fixed. Bands are estimates; the accuracy page shows how often they held."
    }
}
