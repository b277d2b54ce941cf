import Config
import Charts
import Insights
import Quantities
import Records

extension SiteMaterial {
    /// Customers by how recently, how often and for how much they order.
    func segmentsPage() -> PageOutput {
        let path = SitePaths.segments
        let total = insights.segments.reduce(0) { $0 + $1.revenue.minorUnits }
        let best = insights.segments.max { ($0.revenue.minorUnits, $1.name) < ($1.revenue.minorUnits, $0.name) }
        var finding = "There is no order yet, so there is nothing to segment."
        if let best, total > 0 {
            finding =
                "“\(best.name)” are \(figures.count(best.customers.count, "customer")) and bring \(figures.percent(Double(best.revenue.minorUnits) / Double(total))) of last year’s orders."
        }
        let overview = DataTable(
            caption: "Segments", file: "segments.csv",
            columns: [
                .text("Segment"), .text("Rule", wideOnly: true), .number("Customers"), .number("Orders, 12 months"),
            ],
            rows: insights.segments.map {
                [
                    DataTable.Cell($0.name), DataTable.Cell($0.rule),
                    DataTable.Cell(figures.integer($0.customers.count)),
                    moneyCell($0.revenue),
                ]
            })
        let title = "Orders of the last twelve months by segment"
        let picture = Picture(
            title: title, subtitle: "Each customer belongs to one segment.",
            svg: BarChart(
                head: ChartHead(id: "segments", title: title, summary: "The table has the figures.", width: 560),
                rows: insights.segments.map {
                    BarRow(
                        label: $0.name, value: $0.revenue.amount, note: figures.count($0.customers.count, "customer"))
                }, figures: .money(figures, book.currency)
            ).svg)
        let lists = insights.segments.map { segment in
            customerList(
                segment.customers.sorted {
                    let left = insights.customers[$0]?.revenueLastYear.minorUnits ?? 0
                    let right = insights.customers[$1]?.revenueLastYear.minorUnits ?? 0
                    return left != right ? left > right : $0 < $1
                }, caption: "\(segment.name): \(segment.rule)",
                file: "segment-\(slug(for: segment.name, id: segment.name)).csv",
                empty: "Nobody.", shown: 8, on: path)
        }
        return output(
            of: ListPage(
                path: path, title: "Segments", finding: finding, pictures: [picture], tables: [overview] + lists,
                explanation: "Recency, frequency and money of orders up to \(figures.day(book.asOf))."))
    }

    /// Leads by source and those that wait.
    func leadsPage() -> PageOutput {
        let path = SitePaths.leads
        let leads = Dictionary(book.leads.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let summary = insights.leads
        let rows = summary.open.compactMap { leads[$0] }
        let waiting = rows.filter { $0.state == .new }
        let finding =
            book.leads.isEmpty
            ? "There is no lead yet."
            : "\(figures.count(rows.count, "lead")) \(rows.count == 1 ? "is" : "are") open, \(figures.integer(waiting.count)) of them not contacted; \(figures.integer(summary.converted)) became customers so far."
        let open = DataTable(
            caption: "Open leads, oldest first", file: "open-leads.csv",
            columns: [
                .text("Lead"), .text("Status"), .text("Source", wideOnly: true), .text("Rep"), .number("Days old"),
            ],
            rows: rows.map { lead in
                let age = lead.created.map { book.asOf - book.zone.day(of: $0) }
                return [
                    DataTable.Cell(
                        lead.company ?? lead.name,
                        detail: [lead.name, lead.title].compactMap { $0 }.joined(separator: ", ")),
                    DataTable.Cell(lead.status, status: lead.state == .new ? .watch : .neutral),
                    DataTable.Cell(lead.leadSource ?? "–"), repCell(lead.ownerID, on: path),
                    DataTable.Cell(age.map(figures.integer) ?? "–", raw: age.map(String.init) ?? ""),
                ]
            }, shown: 40, empty: "No lead is open.")
        let sources = DataTable(
            caption: "By source", file: "lead-sources.csv",
            columns: [
                .text("Source"), .number("Leads"), .number("Open"), .number("Converted"), .number("Share converted"),
            ],
            rows: summary.bySource.map {
                [
                    DataTable.Cell($0.name), DataTable.Cell(figures.integer($0.total)),
                    DataTable.Cell(figures.integer($0.open)),
                    DataTable.Cell(figures.integer($0.converted)),
                    $0.total < config.report.minimumSample
                        ? DataTable.Cell("too few", raw: "")
                        : DataTable.Cell(figures.percent(Double($0.converted) / Double($0.total))),
                ]
            })
        return output(of: ListPage(path: path, title: "Leads", finding: finding, tables: [sources, open]))
    }

    /// What campaigns reached, and what was won afterwards.
    func campaignsPage() -> PageOutput {
        let path = SitePaths.campaigns
        let results = Dictionary(
            insights.campaigns.map { ($0.campaignID, $0) }, uniquingKeysWith: { first, _ in first })
        let campaigns = book.campaigns.sorted {
            ($1.start ?? Day(daysSinceEpoch: 0), $0.id) < ($0.start ?? Day(daysSinceEpoch: 0), $1.id)
        }
        let best = insights.campaigns.filter { $0.addressed >= config.report.minimumSample }.max {
            Double($0.responded) / Double($0.addressed) < Double($1.responded) / Double($1.addressed)
        }
        let bestName = best.flatMap { best in campaigns.first { $0.id == best.campaignID }?.name }
        let finding: String
        if let best, let bestName {
            finding =
                "“\(bestName)” had the best answer: \(figures.percent(Double(best.responded) / Double(best.addressed))) of \(figures.integer(best.addressed)) responded."
        } else {
            finding = "There is no campaign with enough members to compare."
        }
        let table = DataTable(
            caption: "Campaigns, newest first", file: "campaigns.csv",
            columns: [
                .text("Campaign"), .text("Dates", wideOnly: true), .number("Addressed"), .number("Responded"),
                .number("Cost", wideOnly: true), .number("Won within 90 days"),
            ],
            rows: campaigns.map { campaign in
                let result = results[campaign.id]
                let span = [campaign.start, campaign.end].compactMap { $0.map(figures.day) }.joined(separator: " – ")
                return [
                    DataTable.Cell(
                        campaign.name,
                        detail: [campaign.type, campaign.status].compactMap { $0 }.joined(separator: ", ")),
                    DataTable.Cell(span), DataTable.Cell(figures.integer(result?.addressed ?? 0)),
                    DataTable.Cell(figures.integer(result?.responded ?? 0)), campaign.cost.map(moneyCell) ?? "–",
                    result.map { moneyCell($0.wonAfter) } ?? "–",
                ]
            }, empty: "No campaign yet.")
        return output(
            of: ListPage(
                path: path, title: "Campaigns", finding: finding, tables: [table],
                explanation:
                    "“Won within 90 days” counts deals of customers whose contact responded. That is a coincidence in time, not a proof of cause."
            ))
    }

    /// Cases that are open and what they are about.
    func servicePage() -> PageOutput {
        let path = SitePaths.service
        let cases = Dictionary(book.serviceCases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let summary = insights.service
        let top = summary.subjects.first
        var finding =
            book.serviceCases.isEmpty
            ? "There is no service case."
            : "\(figures.count(summary.open.count, "case")) \(summary.open.count == 1 ? "is" : "are") open"
        if let top { finding += "; most are about “\(oneLine(top.name, limit: 60))”" }
        if let satisfaction = summary.satisfaction {
            finding +=
                "; satisfaction is \(figures.decimal(satisfaction, 1)) of 5 from \(figures.count(summary.satisfactionCount, "answer"))"
        }
        if !finding.hasSuffix(".") { finding += "." }
        let open = DataTable(
            caption: "Open cases, oldest first", file: "open-cases.csv",
            columns: [.text("Case"), .text("Customer"), .text("Rep", wideOnly: true), .number("Days open")],
            rows: summary.open.compactMap { cases[$0] }.map { item in
                let age = book.asOf - book.zone.day(of: item.opened)
                return [
                    DataTable.Cell(oneLine(item.subject, limit: 80), detail: item.status),
                    item.customerID.map { customerCell($0, on: path) } ?? "–",
                    repCell(item.customerID.flatMap { book.customerByID[$0]?.ownerID }, on: path),
                    DataTable.Cell(
                        figures.integer(age), raw: String(age), status: age > 30 ? .late : age > 7 ? .watch : .good),
                ]
            }, shown: 40, empty: "No case is open.")
        let subjects = DataTable(
            caption: "What they are about", file: "case-subjects.csv",
            columns: [.text("Subject"), .number("Open"), .number("Closed"), .number("Median days to close")],
            rows: summary.subjects.map {
                [
                    DataTable.Cell(oneLine($0.name, limit: 80)), DataTable.Cell(figures.integer($0.open)),
                    DataTable.Cell(figures.integer($0.closed)),
                    DataTable.Cell($0.medianDaysToClose.map(figures.integer) ?? "–"),
                ]
            }, shown: 20)
        let repeating = customerList(
            summary.repeating, caption: "Customers with three cases or more in 90 days", file: "repeating.csv",
            empty: "No customer has three cases in 90 days.", on: path)
        return output(
            of: ListPage(path: path, title: "Service", finding: finding, tables: [open, subjects, repeating]))
    }

    /// How deals move through the stages and where they wait.
    func processPage() -> PageOutput {
        let path = SitePaths.process
        struct Step: Hashable {
            var from: String
            var to: String
        }
        var counts: [Step: (count: Int, days: [Int])] = [:]
        for deal in book.opportunities {
            for (before, after) in zip(deal.changes, deal.changes.dropFirst()) where before.stage != after.stage {
                let step = Step(from: before.stage, to: after.stage)
                let since = deal.changes.last { $0.at <= before.at && $0.stage == before.stage }?.at ?? before.at
                var entry = counts[step] ?? (0, [])
                entry.count += 1
                entry.days.append((after.at - since) / 86_400)
                counts[step] = entry
            }
        }
        let order = Dictionary(
            config.stages.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let steps = counts.sorted {
            ($1.value.count, $0.key.from, $0.key.to) < ($0.value.count, $1.key.from, $1.key.to)
        }
        let backward = steps.filter { (order[$0.key.to] ?? 0) < (order[$0.key.from] ?? 0) }.reduce(0) {
            $0 + $1.value.count
        }
        let total = steps.reduce(0) { $0 + $1.value.count }
        let table = DataTable(
            caption: "Stage changes, most frequent first", file: "stage-changes.csv",
            columns: [
                .text("From"), .text("To"), .number("Deals"), .number("Median days"),
                .text("Direction", wideOnly: true),
            ],
            rows: steps.map { step, entry in
                let sorted = entry.days.sorted()
                let isBack = (order[step.to] ?? 0) < (order[step.from] ?? 0)
                return [
                    DataTable.Cell(step.from), DataTable.Cell(step.to), DataTable.Cell(figures.integer(entry.count)),
                    DataTable.Cell(figures.integer(sorted[sorted.count / 2])),
                    DataTable.Cell(isBack ? "back" : "forward", status: isBack ? .watch : .neutral),
                ]
            }, shown: 40, empty: "No deal has changed its stage yet.")
        let finding =
            total == 0
            ? "No deal has changed its stage yet."
            : "\(figures.count(total, "stage change")) so far; \(figures.percent(Double(backward) / Double(total), 1)) went back to an earlier stage."
        return output(of: ListPage(path: path, title: "Process", finding: finding, tables: [table]))
    }
}
