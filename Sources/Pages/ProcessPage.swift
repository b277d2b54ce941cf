import Config
import Quantities
import Records

extension SiteMaterial {
    /// How deals move through the stages and where they wait, and what a plan of visits puts first.
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
        return output(
            of: ListPage(
                path: path, title: "Process", finding: finding, tables: [table, planOrderTable, planWeightTable],
                explanation: Self.priorityRule
                    + " A visit’s worth in minutes of driving: minutes on time × the share of its priority × its urgency, less what it strays from its rhythm. Classes come first: no number of urgent visits pushes out a must-visit, and no number of must-visits an appointment."
            ))
    }
}
