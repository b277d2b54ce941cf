import Config
import Insights
import Quantities
import Records

extension SiteMaterial {
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
}
