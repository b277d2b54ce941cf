import Config
import Quantities
import Records
import Territories

extension SiteMaterial {
    /// The page of an option: its map, its figures, who hands what to whom, and the proposal as a file that
    /// `fieldbook territories apply` reads. Nothing for an option that has no page.
    func territoryOptionPage(_ option: TerritoryOption) -> PageOutput {
        guard let path = optionPaths[option.key] else { return PageOutput() }
        let name = String(path.text.split(separator: "/").last?.dropLast(5) ?? "option")
        let loads = workloadTable(option, file: "\(name)-workload.csv", on: path)
        let flows = flowTable(option, file: "\(name)-flows.csv", on: path)
        let moves = handOverTable(option, shown: 60, on: path, file: "\(name).csv")
        let fields: PageFields = [
            "cards": .list(optionCards(option).map(\.fields)),
            "note": .text(ifAny: option.note), "obstacle": .text(ifAny: option.obstacle),
            "map": .fields(ifAny: optionMap(option, id: "option", on: path)?.fields),
            "balance": .fields(workloadPicture(option, on: path).fields),
            "loads": .fields(loads.fields), "flows": .fields(flows.fields), "handOvers": .fields(moves.fields),
            "apply": .fields(ifAny: applyFields(option, file: "\(name).csv")),
            "optionsHref": .text(path.link(to: SitePaths.territories)),
        ]
        let tables = [loads, flows].filter { !$0.rows.isEmpty }.map { $0.csv(beside: path) }
        let proposal =
            option.handOvers.isEmpty
            ? [] : [CompanionFile(path: path.sibling("\(name).csv"), text: proposalFile(option).text)]
        return PageOutput(
            pages: [
                page(
                    path, template: "territory-option", title: option.name, section: SitePaths.territories,
                    crumbs: [("Territories", SitePaths.territories)], finding: optionFinding(option), fields: fields)
            ], files: tables + proposal)
    }

    private func optionFinding(_ option: TerritoryOption) -> String {
        let now = territories.current.largestDeviation
        let then = option.figures.largestDeviation
        guard !option.handOvers.isEmpty else { return option.obstacle ?? "Nobody would change hands." }
        let text =
            "\(figures.count(option.handOvers.count, "customer")) would change hands and the largest deviation \(abs(then - now) < 0.005 ? "stays at" : then < now ? "falls to" : "rises to") \(figures.percent(then))"
        let driving = option.figures.totalDriveHours - territories.current.totalDriveHours
        guard abs(driving) >= 1 else { return text + "." }
        return text + ", with \(hours(abs(driving))) \(driving > 0 ? "more" : "less") driving a year."
    }

    func optionCards(_ option: TerritoryOption) -> [FigureCard] {
        let one = option.figures
        let now = territories.options.first { $0.key == "today" }?.figures
        func card(_ label: String, _ value: String, _ before: String?, isBetter: Bool?) -> FigureCard {
            FigureCard(
                label: label, value: value, change: before.map { "today \($0)" },
                status: isBetter.map { $0 ? .good : .watch } ?? .neutral)
        }
        func better(_ then: Double, _ now: Double?) -> Bool? {
            guard let now, abs(then - now) > 0.0005 * max(1, abs(now)) else { return nil }
            return then < now
        }
        func percent(_ share: Double) -> String { figures.percent(share, share < 0.0995 ? 1 : 0) }
        return [
            card(
                "Largest deviation", percent(one.largestDeviation),
                now.map {
                    "\(percent($0.largestDeviation)); mean \(percent(one.meanDeviation)) after \(percent($0.meanDeviation)); bound \(bound(one.deviationBound))"
                }, isBetter: better(one.largestDeviation, now?.largestDeviation)),
            card(
                "Potential spread", percent(one.potentialSpread), now.map { percent($0.potentialSpread) },
                isBetter: better(one.potentialSpread, now?.potentialSpread)),
            card(
                "Driving, hours a year", "about \(figures.decimal(one.totalDriveHours, 0))",
                now.map {
                    "\(figures.decimal($0.totalDriveHours, 0)); a rep \(figures.decimal(one.meanDriveHours, 0)); bound \(figures.decimal(one.driveBound, 0))"
                        + (driveEstimateError.map { "; estimate \($0)" } ?? "")
                }, isBetter: better(one.totalDriveHours, now?.totalDriveHours)),
            card(
                "Compactness, of 1", figures.decimal(one.compactness, 2),
                now.map { figures.decimal($0.compactness, 2) },
                isBetter: better(-one.compactness, now.map { -$0.compactness })),
            card(
                "Contiguity breaks", figures.integer(one.contiguityBreaks),
                now.map { figures.integer($0.contiguityBreaks) },
                isBetter: better(Double(one.contiguityBreaks), now.map { Double($0.contiguityBreaks) })),
            FigureCard(
                label: "Handed over", value: figures.integer(one.customersHandedOver),
                change:
                    "customers: \(figures.percent(shareOfCustomers(one.customersHandedOver), 1)) of \(figures.integer(lookedAfter)), with \(figures.shortMoney(one.revenueHandedOver)) of orders\(one.orphansPlaced > 0 ? "; and \(figures.integer(one.orphansPlaced)) without a rep" : "")"
            ),
        ]
    }

    /// The hand-overs as the file that people pass around.
    func proposalFile(_ option: TerritoryOption) -> TerritoryProposal {
        TerritoryProposal(
            rows: option.handOvers.map { move in
                TerritoryProposal.Row(
                    customer: move.customerID.text, from: move.from?.text, to: move.to.text, hours: move.hours,
                    customerName: book.customerByID[move.customerID]?.name ?? "",
                    fromName: move.from.map { repName($0) } ?? "", toName: repName(move.to, newReps: option.newReps))
            })
    }

    /// How to carry an option out; nil when it changes nothing.
    func applyFields(_ option: TerritoryOption, file: String) -> PageFields? {
        guard !option.handOvers.isEmpty else { return nil }
        let newNames = option.newReps.map(\.name).asSentence
        return [
            "file": .text(file),
            "command": .text("fieldbook territories apply \(file) --from \(book.planMonday.iso) --by \"Your name\""),
            "before": .text(
                ifAny: option.newReps.isEmpty
                    ? nil
                    : "\(newNames) \(option.newReps.count == 1 ? "has" : "have") to be in the CRM first: put the id of the new rep in place of \(option.newReps.map(\.id.text).asSentence) in the file."
            ),
        ]
    }
}
