import Charts
import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
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

    /// How the open pipeline became what it is; each bar leads to its deals in the table of `behindTable`.
    func waterfallPicture(_ waterfall: PipelineWaterfall, table: DataTable, linksTo: Bool, width: Double) -> Picture {
        let change = waterfall.closing.minorUnits - waterfall.opening.minorUnits
        let what = waterfall.period == nil ? "The open pipeline" : "The open pipeline of the quarter"
        let title =
            change == 0
            ? "\(what) did not change"
            : "\(what) \(change > 0 ? "grew" : "shrank") by \(figures.shortMoney(Money(minorUnits: abs(change), currency: book.currency)))"
        let steps =
            [WaterfallStep(label: figures.shortDay(waterfall.from), value: waterfall.opening.amount, kind: .total)]
            + waterfall.bars.filter { !$0.deals.isEmpty }.map {
                WaterfallStep(
                    label: changeName($0.change), value: $0.amount.amount,
                    href: linksTo ? "#\(changeAnchor($0.change))" : nil, ink: $0.change == .won ? .good : nil)
            } + [WaterfallStep(label: figures.shortDay(waterfall.until), value: waterfall.closing.amount, kind: .total)]
        let isCut = Waterfall(
            head: ChartHead(id: "waterfall", title: title, summary: ""), steps: steps, figures: moneyFigures
        ).isCut
        let which = waterfall.period.map { ", promised by \(figures.day($0.upperBound))" } ?? ""
        return Picture(
            title: title,
            subtitle:
                "Open deals with an amount\(which), from the morning of \(figures.day(waterfall.from)) to the evening of \(figures.day(waterfall.until))\(linksTo ? "; a bar leads to its deals" : "")\(isCut ? ". The totals are cut off to show the changes" : "").\(waterfall[.won].deals.isEmpty ? "" : " Won deals leave the pipeline too, but as money: light green, where what is gone is light red.")",
            svg: chartPair(
                ChartHead(
                    id: "waterfall", title: title,
                    summary: steps.map { "\($0.label) \(moneyFigures.text($0.value))" }.joined(separator: ", "),
                    width: width)
            ) { head in Waterfall(head: head, steps: steps, figures: moneyFigures).svg }, table: table)
    }

    /// Whether the landing moved, in a sentence: the middle said on the eve of the report week against today's.
    var landingChange: String? {
        guard let earlier = forecast.earlier, let quarter = booking(.company, .quarter),
            let month = booking(.company, .month)
        else { return nil }
        func moved(_ before: Money, _ now: Money) -> String {
            let change = now.minorUnits - before.minorUnits
            guard change != 0 else { return "stayed at \(figures.shortMoney(now))" }
            let size = Money(minorUnits: abs(change), currency: now.currency)
            return
                "\(change > 0 ? "rose" : "fell") by \(figures.shortMoney(size)) (\(figures.shortMoney(before)) to \(figures.shortMoney(now)))"
        }
        return
            "The quarter’s middle \(moved(earlier.quarter.p50, quarter.p50)) since then; \(figures.month(of: month.from))’s \(moved(earlier.month.p50, month.p50))."
    }

    func changeAnchor(_ change: PipelineWaterfall.Change) -> String { "change-\(change.rawValue.lowercased())" }

    func changeTable(_ waterfall: PipelineWaterfall, caption: String, file: String) -> DataTable {
        var rows: [[DataTable.Cell]] = [["Opening", "", moneyCell(waterfall.opening)]]
        for bar in waterfall.bars {
            rows.append([
                DataTable.Cell(changeName(bar.change)), intCell(bar.deals.count), changeCell(bar.amount),
            ])
        }
        rows.append(["Closing", "", moneyCell(waterfall.closing)])
        return DataTable(
            caption: caption, file: file, columns: [.text("Change"), .number("Deals"), .number("Amount")], rows: rows)
    }

    /// Biggest first: what a bar is made of.
    private func sortedDeals(_ bar: PipelineWaterfall.Bar) -> [PipelineWaterfall.Part] {
        bar.deals.sorted {
            let (left, right) = (abs($0.amount.minorUnits), abs($1.amount.minorUnits))
            return left != right ? left > right : $0.id < $1.id
        }
    }

    /// Each change in a sentence with its biggest deal.
    func changeWords(_ waterfall: PipelineWaterfall, on path: SitePath) -> [PageFields] {
        let order: [PipelineWaterfall.Change] = [
            .won, .lost, .slippedOut, .pulledIn, .created, .reopened, .amountUp, .amountDown, .handedIn, .handedOut,
        ]
        return order.compactMap { change -> PageFields? in
            let bar = waterfall[change]
            guard let biggest = sortedDeals(bar).first, let deal = dealByID[biggest.id] else { return nil }
            let size = Money(minorUnits: abs(bar.amount.minorUnits), currency: book.currency)
            let part = Money(minorUnits: abs(biggest.amount.minorUnits), currency: book.currency)
            return [
                "name": .text(changeName(change)), "href": .text("#\(changeAnchor(change))"),
                "sum": .text("\(figures.shortMoney(size)) in \(figures.count(bar.deals.count, "deal"))"),
                "dealName": .text(oneLine(deal.name, limit: 48)),
                "dealHref": .text(ifAny: deal.customerID.flatMap { link(to: $0, from: path) }),
                "rest": .text(
                    "\(figures.shortMoney(part))\(bar.deals.count > 1 ? ", the biggest" : ""), \(repName(deal.ownerID))"
                ),
            ]
        }
    }

    /// The deals behind each bar: the biggest on the page, all of them in the file.
    func behindTable(_ waterfall: PipelineWaterfall, on path: SitePath) -> DataTable {
        var table = DataTable(
            caption: "The deals behind each change", file: "changes.csv",
            columns: [
                .text("Change"), .text("Deal"), .text("Rep", wideOnly: true), .text("Promised for", wideOnly: true),
                .number("Amount"),
            ], rows: [], empty: "No deal was created, won, lost or moved.")
        for bar in waterfall.bars {
            for (index, part) in sortedDeals(bar).enumerated() {
                guard let deal = dealByID[part.id] else { continue }
                if index == 0 { table.anchors[table.rows.count] = changeAnchor(bar.change) }
                if index >= 5 { table.fileOnlyRows.insert(table.rows.count) }
                table.rows.append([
                    DataTable.Cell(
                        changeName(bar.change),
                        detail: index == 0 ? figures.count(bar.deals.count, "deal") : nil),
                    dealCell(deal, on: path, detail: deal.stage), repCell(deal.ownerID, on: path),
                    DataTable.Cell(deal.closeDay.map(figures.day) ?? "–", raw: deal.closeDay?.iso ?? ""),
                    changeCell(part.amount),
                ])
            }
        }
        return table
    }
}
