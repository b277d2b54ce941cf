import Config
import Forecasting
import Quantities
import Records

extension SiteMaterial {
    func setAsideTable(on path: SitePath) -> DataTable {
        dealTable(
            forecast.setAside, caption: "Set aside: no amount, a placeholder or another currency",
            file: "set-aside.csv",
            empty: "Every open deal has an amount that counts.", on: path)
    }

    func bigDealTable(on path: SitePath) -> DataTable {
        let least =
            config.forecast.bigDealAmount.map {
                figures.shortMoney(Money(minorUnits: $0 * book.currency.minorPerUnit, currency: book.currency))
            } ?? "\(figures.percent(config.forecast.bigDealShare)) of the open pipeline"
        return dealTable(
            forecast.bigDeals, caption: "Big deals: each at least \(least)", file: "big-deals.csv",
            empty: "No open deal is at least \(least).", on: path)
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
