import Quantities
import Records
import Territories

extension SiteMaterial {
    /// All options side by side, with the bound beside what has one.
    func optionTable(on path: SitePath) -> DataTable {
        let options = territories.options
        let paths = optionPaths
        var table = DataTable(
            caption: "Options side by side", file: "options.csv",
            columns: [
                .text("Option"), .number("Largest deviation"), .number("Mean", wideOnly: true),
                .fileOnly("Largest deviation, bound"), .fileOnly("Granularity"),
                .number("Potential spread", wideOnly: true),
                .number("Driving, h"), .fileOnly("Driving, bound"), .number("a rep, h", wideOnly: true),
                .number("Compactness", wideOnly: true), .fileOnly("Sum of squares"),
                .fileOnly("Sum of squares, bound"), .number("Breaks", wideOnly: true), .number("Handed over"),
                .fileOnly("Share of customers"), .number("Their orders", wideOnly: true), .fileOnly("Orphans placed"),
                .fileOnly("Recommended"), .fileOnly("Key"), .fileOnly("Obstacle"),
            ],
            rows: options.map { option in
                optionRow(option, href: paths[option.key].map(path.link))
            }, empty: "Nobody could be given a customer, so there are no options.")
        table.marked = Set(options.indices.filter { options[$0].key == territories.recommended })
        return table
    }

    /// Customers whom somebody active looks after today: hand-overs are a share of them.
    var lookedAfter: Int { territories.current.owner.count }

    func shareOfCustomers(_ count: Int) -> Double { Double(count) / Double(max(1, lookedAfter)) }

    private func optionRow(_ option: TerritoryOption, href: String?) -> [DataTable.Cell] {
        let one = option.figures
        let isRecommended = option.key == territories.recommended
        let share = shareOfCustomers(one.customersHandedOver)
        var remark = [isRecommended ? "recommended" : nil, option.obstacle].compactMap { $0 }.joined(separator: ". ")
        if let same = territories.options.prefix(while: { $0.key != option.key }).first(where: {
            $0.assignment.owner == option.assignment.owner
        }), option.key != "today", same.key != "today" {
            remark = [remark, "the same as “\(same.name)”"].filter { !$0.isEmpty }.joined(separator: "; ")
        }
        if remark.isEmpty, one.orphansPlaced > 0, option.key != "today" {
            remark = "also places \(figures.integer(one.orphansPlaced)) without a rep"
        }
        func percent(_ share: Double, detail: String? = nil) -> DataTable.Cell {
            DataTable.Cell(figures.percent(share, share < 0.0995 ? 1 : 0), raw: exact(share), detail: detail)
        }
        return [
            DataTable.Cell(
                option.name, href: href, detail: remark.isEmpty ? nil : remark,
                status: isRecommended ? .good : option.obstacle == nil ? nil : .watch),
            percent(one.largestDeviation, detail: "bound \(bound(one.deviationBound))"),
            percent(one.meanDeviation), DataTable.Cell("", raw: exact(one.deviationBound)),
            DataTable.Cell("", raw: exact(one.granularity)),
            percent(one.potentialSpread),
            DataTable.Cell(
                figures.decimal(one.totalDriveHours, 0), raw: exact(one.totalDriveHours),
                detail: "bound \(figures.decimal(one.driveBound, 0))"),
            DataTable.Cell("", raw: exact(one.driveBound)),
            DataTable.Cell(figures.decimal(one.meanDriveHours, 0), raw: exact(one.meanDriveHours)),
            DataTable.Cell(
                figures.decimal(one.compactness, 2), raw: exact(one.compactness), detail: squaresGap(one)),
            DataTable.Cell("", raw: exact(one.sumOfSquares)),
            DataTable.Cell("", raw: one.sumOfSquaresBound.map(exact) ?? ""),
            DataTable.Cell(
                figures.integer(one.contiguityBreaks), raw: String(one.contiguityBreaks)),
            DataTable.Cell(
                figures.integer(one.customersHandedOver), raw: String(one.customersHandedOver),
                detail: one.customersHandedOver > 0 ? figures.percent(share, 1) : nil),
            DataTable.Cell("", raw: exact(share)),
            DataTable.Cell(figures.shortMoney(one.revenueHandedOver), raw: plainAmount(one.revenueHandedOver)),
            DataTable.Cell("", raw: String(one.orphansPlaced)), DataTable.Cell("", raw: isRecommended ? "yes" : ""),
            DataTable.Cell("", raw: option.key), DataTable.Cell("", raw: option.obstacle ?? ""),
        ]
    }

    func bound(_ share: Double) -> String { figures.percent(share, share > 0.0005 ? 1 : 0) }

    /// How far the sum of squares is from its bound.
    private func squaresGap(_ figures: OptionFigures) -> String? {
        guard let bound = figures.sumOfSquaresBound, bound > 0 else { return nil }
        return "\(self.figures.percent(max(0, figures.sumOfSquares / bound - 1))) off bound"
    }

    /// Four significant decimals with a point, for files.
    func exact(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "" }
        let units = Int((value * 10_000).rounded())
        let digits = String(units.magnitude % 10_000)
        let fraction = String(repeating: "0", count: 4 - digits.count) + digits
        return "\(units < 0 ? "-" : "")\(units.magnitude / 10_000).\(fraction)"
    }

    /// What the columns mean.
    var optionNote: String {
        """
        Deviation: hours against a fair share, the largest and the mean over the reps. With \
        customers’ hours as in this option, no division has a smaller largest deviation than its bound; no division \
        drives less than that bound, which asks for no balance. Potential spread: \
        largest less smallest potential, as a share of the mean. Compactness: 1 is a disc; “off bound” says how far the \
        distances to the territories’ middles, squared and weighed by hours, are above the least for these middles and \
        hours. Breaks: pieces beyond one for each territory. Handed over: customers whom one rep gives to another, with \
        their orders of twelve months.
        """
    }
}
