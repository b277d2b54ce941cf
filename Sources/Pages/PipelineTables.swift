import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    func riskTable(on path: SitePath) -> DataTable {
        let rows = forecast.deals.filter { !$0.risks.isEmpty }.compactMap { item -> (DealForecast, Opportunity)? in
            dealByID[item.opportunityID].map { (item, $0) }
        }.sorted {
            let left = (Double($0.0.risks.count), $0.1.amount?.amount ?? 0)
            let right = (Double($1.0.risks.count), $1.1.amount?.amount ?? 0)
            return left != right ? left > right : $0.1.id < $1.1.id
        }
        return DataTable(
            caption: rows.isEmpty
                ? "Risks" : "\(figures.count(rows.count, "open deal")) to decide on, most risks first",
            file: "risks.csv",
            columns: [
                .text("Deal"), .text("Rep", wideOnly: true), .number("Amount"), .number("Chance", wideOnly: true),
                .text("Why it is here"),
            ],
            rows: rows.map { item, deal in
                [
                    DataTable.Cell(
                        oneLine(deal.name, limit: 60), raw: deal.name,
                        href: deal.customerID.flatMap { link(to: $0, from: path) }, detail: deal.stage),
                    repCell(deal.ownerID, on: path), deal.amount.map(moneyCell) ?? "–",
                    DataTable.Cell(figures.percent(item.winChance), raw: String(item.winChance)),
                    DataTable.Cell(
                        item.risks.map { riskText($0, deal: deal, forecast: item) }.asSentence,
                        status: item.risks.count > 1 ? .late : .watch),
                ]
            }, shown: 20, empty: "No open deal is late, stuck, pushed or quiet.")
    }

    func changeTable(on path: SitePath) -> DataTable {
        let waterfall = forecast.waterfall
        var rows: [[DataTable.Cell]] = [["Opening", "", moneyCell(waterfall.opening)]]
        for bar in waterfall.bars {
            rows.append([
                DataTable.Cell(changeName(bar.change)), DataTable.Cell(figures.count(bar.opportunities.count, "deal")),
                moneyCell(bar.amount),
            ])
        }
        rows.append(["Closing", "", moneyCell(waterfall.closing)])
        rows.append([
            DataTable.Cell("of it slipped to a later month"),
            DataTable.Cell(figures.count(waterfall.slipped.count, "deal")), moneyCell(waterfall.slippedAmount),
        ])
        return DataTable(
            caption: "What changed in the pipeline", file: "waterfall.csv",
            columns: [.text("Change"), .text("Deals"), .number("Amount")], rows: rows)
    }

    func setAsideTable(on path: SitePath) -> DataTable {
        dealTable(
            forecast.setAside, caption: "Set aside: no amount, a placeholder or another currency",
            file: "set-aside.csv",
            empty: "Every open deal has an amount that counts.", on: path)
    }

    func bigDealTable(on path: SitePath) -> DataTable {
        dealTable(
            forecast.bigDeals,
            caption: "Big deals: each at least \(figures.percent(config.forecast.bigDealShare)) of the open pipeline",
            file: "big-deals.csv", empty: "No single deal moves the forecast by itself.", on: path)
    }

    private func dealTable(
        _ ids: [RecordID<Opportunity>], caption: String, file: String, empty: String, on path: SitePath
    ) -> DataTable {
        DataTable(
            caption: caption, file: file,
            columns: [.text("Deal"), .text("Rep", wideOnly: true), .text("Stage", wideOnly: true), .number("Amount")],
            rows: ids.compactMap { dealByID[$0] }.map { deal in
                [
                    DataTable.Cell(
                        oneLine(deal.name, limit: 60), raw: deal.name,
                        href: deal.customerID.flatMap { link(to: $0, from: path) }),
                    repCell(deal.ownerID, on: path), DataTable.Cell(deal.stage), deal.amount.map(moneyCell) ?? "none",
                ]
            }, shown: 15, empty: empty)
    }
}
