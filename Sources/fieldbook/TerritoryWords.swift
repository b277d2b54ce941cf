import Quantities
import Records
import Territories

/// Options as lines of a terminal, at most 100 columns wide.
struct TerritoryWords {
    var book: SalesBook
    var figures: FigureStyle

    /// All options side by side; the recommended one is marked.
    func table(_ answer: TerritoryAnswer) -> [String] {
        let table = AlignedTable(
            columns: [
                .text("", widest: 28), .figure("largest"), .figure("mean"), .figure("potent."), .figure("drive h"),
                .figure("compact"), .figure("breaks"), .figure("handed over"), .figure("revenue"),
            ],
            rows: answer.options.map { option in
                let figures = option.figures
                let isChosen = option.key == answer.chosen?.key
                let given = figures.customersHandedOver + figures.orphansPlaced
                return [
                    (isChosen ? "* " : "  ") + option.name, percent(figures.largestDeviation),
                    percent(figures.meanDeviation), percent(figures.potentialSpread, 0), hours(figures.totalDriveHours),
                    self.figures.decimal(figures.compactness, 2), String(figures.contiguityBreaks),
                    given == 0 ? "–" : String(given),
                    given == 0 ? "–" : self.figures.short(figures.revenueHandedOver.amount),
                ]
            })
        var lines = table.lines
        lines.append("")
        if let today = answer.options.first {
            lines += wrapped(
                "With customers' hours as today, no division can have a largest deviation below "
                    + "\(percent(today.figures.deviationBound)); none has fewer than "
                    + "\(hours(today.figures.driveBound)) h of driving.")
        }
        lines.append(
            "Largest and mean deviation from the fair share of hours; potent.: spread of orders and open deals;")
        lines.append(
            "compact: 1 is a disc; breaks: pieces that lie apart; revenue: last 12 months, in \(book.currency.code).")
        if let chosen = answer.chosen { lines.append("* \(chosen.name): what 'move_share' of the config allows.") }
        for option in answer.options {
            for text in [option.note, option.obstacle].compactMap({ $0 }) {
                lines += wrapped("\(option.name): \(text)")
            }
        }
        if let obstacle = answer.obstacle { lines += wrapped(obstacle) }
        return lines
    }

    /// One option beside today: figures, reps, and who hands what to whom.
    func lines(of options: [TerritoryOption]) -> [String] {
        guard let today = options.first, let option = options.last else { return [] }
        let given = option.figures.customersHandedOver + option.figures.orphansPlaced
        var lines = [
            "\(option.name): \(given) customer\(given == 1 ? "" : "s") change\(given == 1 ? "s" : "") hands, "
                + "with \(figures.shortMoney(option.figures.revenueHandedOver)) of revenue in the last 12 months"
        ]
        for text in [option.note, option.obstacle].compactMap({ $0 }) { lines += wrapped(text) }
        lines.append("")
        lines += comparison(today.figures, option.figures)
        lines.append("")
        lines += reps(today, option)
        guard !option.flows.isEmpty else { return lines }
        lines.append("")
        let table = AlignedTable(
            columns: [
                .text("from", widest: 26), .text("to", widest: 26), .figure("customers"), .figure("hours"),
                .figure("revenue"),
            ],
            rows: option.flows.map {
                [
                    $0.from.map { name($0, option) } ?? "nobody", name($0.to, option), String($0.customers),
                    hours($0.hours), figures.shortMoney($0.revenue),
                ]
            })
        return lines + table.lines
    }

    private func comparison(_ today: OptionFigures, _ then: OptionFigures) -> [String] {
        func row(_ name: String, _ value: (OptionFigures) -> String, _ bound: String = "") -> [String] {
            [name, value(today), value(then), bound]
        }
        return AlignedTable(
            columns: [.text(""), .figure("today"), .figure("then"), .figure("bound")],
            rows: [
                row("largest deviation", { percent($0.largestDeviation) }, percent(then.deviationBound)),
                row("mean deviation", { percent($0.meanDeviation) }),
                row("potential spread", { percent($0.potentialSpread, 0) }),
                row("drive hours a year", { hours($0.totalDriveHours) }, hours(then.driveBound)),
                row("drive hours of a rep", { hours($0.meanDriveHours) }),
                row("compactness", { figures.decimal($0.compactness, 2) }),
                row("contiguity breaks", { String($0.contiguityBreaks) }),
            ]
        ).lines
    }

    private func reps(_ today: TerritoryOption, _ option: TerritoryOption) -> [String] {
        let ids = Set((today.assignment.territories + option.assignment.territories).map(\.repID)).sorted()
        func cells(_ id: RecordID<Rep>, _ option: TerritoryOption) -> [String] {
            guard let territory = option.assignment.territories.first(where: { $0.repID == id }) else {
                return ["–", "–", "–"]
            }
            return [String(territory.customerCount), hours(territory.hours), hours(territory.driveHours)]
        }
        return AlignedTable(
            columns: [
                .text("rep", widest: 28), .figure("customers"), .figure("then"), .figure("hours"), .figure("then"),
                .figure("driving"), .figure("then"),
            ],
            rows: ids.map { id in
                let (now, then) = (cells(id, today), cells(id, option))
                return [name(id, option), now[0], then[0], now[1], then[1], now[2], then[2]]
            }
        ).lines
    }

    private func name(_ rep: RecordID<Rep>, _ option: TerritoryOption) -> String {
        book.repByID[rep]?.name ?? option.newReps.first { $0.id == rep }?.name ?? rep.text
    }

    private func percent(_ share: Double, _ decimals: Int = 1) -> String { figures.percent(share, decimals) }
    private func hours(_ hours: Double) -> String { figures.decimal(hours, 0) }

    /// Broken between words, with later lines set in.
    private func wrapped(_ text: String) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count + 1 > 100 { lines.append("   ") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }
}
