import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    /// Deals by the month they were created in; young months are marked, for their share will still change.
    var cohortSection: PageSection {
        let cohorts = forecast.health.cohorts
        let shown = cohorts.suffix(18)
        let ripe = cohorts.filter { !$0.isImmature }
        let best = ripe.suffix(12).max { ($0.wonShare, $1.month) < ($1.wonShare, $0.month) }
        let title =
            best.map {
                "Of the deals of \(figures.month(of: $0.month)) \(figures.percent($0.wonShare)) were won, the best of the last ripe months"
            }
            ?? "No month’s deals are old enough to judge"
        let picture = Picture(
            title: title,
            subtitle:
                "Share won by month of creation; outlined months are young: a good part of their deals is still open."
                + (cohorts.count > shown.count ? " The last \(shown.count) of \(cohorts.count) months." : ""),
            svg: chartPair(
                ChartHead(
                    id: "cohorts", title: title, summary: "The table has the figures.", width: 1152,
                    emptyText: "No deal has been created yet")
            ) { head in
                BarChart(
                    head: head,
                    rows: shown.map { cohort in
                        BarRow(
                            label: figures.month(of: cohort.month), value: cohort.wonShare,
                            note: "of \(figures.integer(cohort.count))" + (cohort.isImmature ? ", young" : ""),
                            ink: cohort.isImmature ? .hollow : .plain)
                    }, figures: .share(figures)
                ).svg
            })
        return PageSection(
            id: "cohorts", short: "Cohorts", title: "What became of each month’s deals", pictures: [picture],
            tables: [cohortTable(cohorts)],
            note: forecast.health.matureDays.map {
                "Nine of ten deals close within \(days($0)): months younger than that are marked as young."
            })
    }

    private func cohortTable(_ cohorts: [DealCohort]) -> DataTable {
        DataTable(
            caption: "Deals by month of creation, newest first", file: "cohorts.csv",
            columns: [
                .text("Created in"), .number("Deals"), .number("Worth", wideOnly: true), .number("Won"),
                .number("Lost", wideOnly: true), .number("Open"), .number("Won share"),
                .number("Won amount", wideOnly: true), .number("Half closed by, days", wideOnly: true),
                .text("Ripe", wideOnly: true),
            ],
            rows: cohorts.reversed().map { item in
                [
                    DataTable.Cell(figures.month(of: item.month), raw: item.month.iso), intCell(item.count),
                    moneyCell(item.amount), intCell(item.wonCount), intCell(item.lostCount), intCell(item.openCount),
                    shareCell(item.wonShare, detail: item.isImmature ? "young" : nil), moneyCell(item.wonAmount),
                    intCell(item.medianDaysToClose),
                    DataTable.Cell(
                        item.isImmature ? "not yet" : "yes", status: item.isImmature ? .watch : .good),
                ]
            }, shown: 12, empty: "No deal has been created yet.")
    }

    /// What is won and lost by segment, source, type, size and rep.
    func winLossSection(on path: SitePath) -> PageSection {
        let parts = forecast.health.winLoss.filter { $0.rows.contains { $0.group != .unknown } }
        return PageSection(
            id: "winloss", short: "Won and lost", title: "What is won and lost",
            text: parts.isEmpty ? "No closed deal has a segment, source or size yet." : nil,
            pictures: parts.compactMap { winLossPicture($0, on: path) },
            note:
                "Share won of closed deals with a 90 % interval (Jeffreys). Groups of fewer than \(figures.count(config.report.minimumSample, "closed deal")) are in the tables but not in the pictures."
        )
    }

    private func winLossPicture(_ item: WinLoss, on path: SitePath) -> Picture? {
        let enough = item.rows.filter(\.isEnough)
        let shown = Array(enough.prefix(10))
        // A finding only where the intervals do not touch.
        let named = enough.filter { $0.group != .unknown }
        let best = named.max { ($0.low, groupName($1.group)) < ($1.low, groupName($0.group)) }
        let worst = named.min { ($0.high, groupName($0.group)) < ($1.high, groupName($1.group)) }
        var title = "By \(dimensionName(item.dimension)): no clear difference"
        if let best, let worst, best.low > worst.high {
            title =
                "“\(oneLine(groupName(best.group), limit: 40))” wins \(figures.percent(best.rate)), “\(oneLine(groupName(worst.group), limit: 40))” \(figures.percent(worst.rate))"
        } else if enough.isEmpty {
            title = "By \(dimensionName(item.dimension)): too few closed deals to say"
        }
        return Picture(
            title: title,
            subtitle: "Share won by \(dimensionName(item.dimension))"
                + (enough.count > shown.count
                    ? ", the \(shown.count) with most closed deals of \(item.rows.count)." : "."),
            svg: chartPair(
                ChartHead(
                    id: "winloss-\(item.dimension.rawValue.lowercased())", title: title,
                    summary: "The table has the figures.", width: 560,
                    emptyText: "Fewer than \(config.report.minimumSample) closed deals in every group")
            ) { head in
                IntervalChart(
                    head: head,
                    rows: shown.map { row in
                        IntervalRow(
                            label: groupName(row.group), low: row.low, value: row.rate, high: row.high,
                            note: "of \(figures.integer(row.closed))")
                    }, figures: .share(figures)
                ).svg
            }, table: winLossTable(item, on: path))
    }

    private func winLossTable(_ item: WinLoss, on path: SitePath) -> DataTable {
        DataTable(
            caption: "Won and lost by \(dimensionName(item.dimension))",
            file: "won-by-\(dimensionName(item.dimension).split(separator: " ").joined(separator: "-")).csv",
            columns: [
                .text("Group"), .number("Won"), .number("Lost"), .number("Share won"),
                .number("Won amount", wideOnly: true), .number("Lost amount", wideOnly: true), .fileOnly("Low"),
                .fileOnly("High"),
            ],
            rows: item.rows.map { row in
                var name = DataTable.Cell(oneLine(groupName(row.group), limit: 60), raw: groupName(row.group))
                if case .rep(let id) = row.group { name = repCell(id, on: path) }
                return [
                    name, intCell(row.won), intCell(row.lost),
                    row.isEnough
                        ? shareCell(row.rate, detail: "\(figures.percent(row.low)) to \(figures.percent(row.high))")
                        : DataTable.Cell("too few", raw: plainShare(row.rate)),
                    moneyCell(row.wonAmount), moneyCell(row.lostAmount), shareCell(row.low), shareCell(row.high),
                ]
            }, shown: 20, empty: "No deal has closed yet.")
    }

    private func groupName(_ group: WinLoss.Group) -> String {
        switch group {
        case .named(let name): name
        case .rep(let id): repName(id)
        case .size(nil, let below): below.map { "below \(figures.shortMoney($0))" } ?? "any size"
        case .size(let from?, let below):
            below.map { rangeText(from, $0) } ?? "from \(figures.shortMoney(from))"
        case .unknown: "unknown"
        }
    }

    private func dimensionName(_ dimension: WinLoss.Dimension) -> String {
        switch dimension {
        case .segment: "segment"
        case .leadSource: "lead source"
        case .type: "type of deal"
        case .size: "size"
        case .rep: "rep"
        }
    }
}
