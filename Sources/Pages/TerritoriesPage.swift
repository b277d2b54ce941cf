import Config
import Quantities
import Records
import Territories

extension SiteMaterial {
    /// For sales operations: today's territories, the options side by side, what is recommended, and what the last
    /// change has brought; then a page for each option.
    func territoriesPage() -> PageOutput {
        let path = SitePaths.territories
        let option = territories.options.first { $0.key == territories.recommended }
        let optionPath = option.flatMap { optionPaths[$0.key] }
        let options = optionTable(on: path)
        let loads = workloadTable(option, file: "workload.csv", on: path)
        let flows = flowTable(option, file: "hand-over-sums.csv", on: path)
        let orphans = customerList(
            territories.orphans, caption: "Customers without an active rep", file: "orphans.csv",
            empty: "Every customer has an active rep.", on: path)
        let unplaced = customerList(
            territories.unplaced, caption: "Customers without a place", file: "unplaced.csv",
            empty: "Every customer has a place.", on: path)
        let heldOut = customerList(
            heldOut.sorted(), caption: "Customers that belong to nobody’s territory", file: "hold-outs.csv",
            empty: "Nobody is held out.", on: path)
        let check = workloadCheckTable(on: path)
        let pareto = paretoPicture(on: path)
        let changed = beforeAndNow(on: path)
        // The proposal's own file stands beside the option's page; this list only shows its beginning.
        let moves = option.map { option in
            handOverTable(
                option, shown: 15, on: path,
                file: optionPath?.text.split(separator: "/").last.map {
                    "\($0.dropLast(5)).csv"
                } ?? "hand-overs.csv")
        }
        var tables = [options, loads, flows, orphans, unplaced, heldOut] + (changed?.tables ?? [])
        tables += [check, pareto?.table].compactMap { $0 }
        let fields: PageFields = [
            "cards": .list(option.map { optionCards($0) }?.map(\.fields) ?? todayCards.map(\.fields)),
            "obstacle": .text(ifAny: territories.proposalObstacle),
            "coming": .text(ifAny: comingTerritoryChanges),
            "changed": .fields(ifAny: changed?.fields),
            "options": .fields(options.fields), "optionNote": .text(optionNote),
            "pareto": .fields(ifAny: pareto?.fields),
            "map": .fields(ifAny: todayMap(on: path)?.fields),
            "recommended": .fields(ifAny: option.map { recommendedFields($0, on: path, page: optionPath) }),
            "balance": .fields(workloadPicture(option, on: path).fields),
            "loads": .fields(loads.fields), "flows": .fields(flows.fields),
            "handOvers": .fields(ifAny: moves?.fields),
            "orphans": .fields(orphans.fields), "unplaced": .fields(unplaced.fields),
            "heldOut": .fields(ifAny: heldOut.rows.isEmpty ? nil : heldOut.fields),
            "locks": .text(
                ifAny: lockedCustomers == 0
                    ? nil
                    : "\(figures.count(lockedCustomers, "customer")) \(lockedCustomers == 1 ? "is" : "are") locked to a rep and stay there in every option."
            ),
            "method": .list(workloadMethod.map { ["text": .text($0)] }),
            "check": .fields(ifAny: check?.fields),
        ]
        return PageOutput(
            pages: [
                page(
                    path, template: "territories", title: "Territories", section: path,
                    finding: territoryFinding(option),
                    fields: fields)
            ], files: tables.filter { !$0.rows.isEmpty }.map { $0.csv(beside: path) })
    }

    private func recommendedFields(_ option: TerritoryOption, on path: SitePath, page: SitePath?) -> PageFields {
        let file = page?.text.split(separator: "/").last.map { "\($0.dropLast(5)).csv" } ?? ""
        return [
            "name": .text(option.name), "note": .text(ifAny: option.note),
            "href": .text(page.map(path.link) ?? "#"),
            "map": .fields(ifAny: optionMap(option, id: "proposal", on: path)?.fields),
            "apply": .fields(ifAny: applyFields(option, file: file)),
        ]
    }

    private func territoryFinding(_ option: TerritoryOption?) -> String {
        let off = deviations(of: territories.current)
        guard territories.current.territories.count > 1,
            let most = off.max(by: { (abs($0.value), $1.key) < (abs($1.value), $0.key) })
        else { return "There is at most one rep, so there is nothing to balance." }
        let load = territories.current.territories.first { $0.repID == most.key }?.hours ?? 0
        if option == nil, let before = territories.before, let since = appliedHandOvers.first?.since {
            return
                "Since \(figures.shortDay(since)) \(figures.count(appliedHandOvers.count, "customer")) have another rep: the largest deviation went from \(figures.percent(before.largestDeviation)) to \(figures.percent(territories.current.largestDeviation)) of a fair share."
        }
        var text =
            "\(repName(most.key)) has \(hours(load)) of work a year, \(deviationWords(most.value))"
        if let option, !option.handOvers.isEmpty {
            let given = option.figures.customersHandedOver
            let placed = option.handOvers.count - given
            let ways = [
                given > 0
                    ? "handing over \(figures.count(given, "customer")) (\(figures.percent(shareOfCustomers(given))))"
                    : nil,
                placed > 0 ? "placing \(figures.integer(placed)) without a rep" : nil,
            ].compactMap { $0 }
            text +=
                "; \(ways.joined(separator: " and ")) brings the largest deviation from \(figures.percent(territories.current.largestDeviation)) to \(figures.percent(option.figures.largestDeviation))"
        }
        return text + "."
    }

    private var todayCards: [FigureCard] {
        guard let today = territories.options.first else { return [] }
        let one = today.figures
        return [
            FigureCard(
                label: "Largest deviation", value: figures.percent(one.largestDeviation),
                change: "mean \(figures.percent(one.meanDeviation)); bound \(figures.percent(one.deviationBound))"),
            FigureCard(label: "Potential spread", value: figures.percent(one.potentialSpread)),
            FigureCard(
                label: "Driving, hours a year", value: "about \(figures.decimal(one.totalDriveHours, 0))",
                change: "a rep \(figures.decimal(one.meanDriveHours, 0)); bound \(figures.decimal(one.driveBound, 0))"
                    + (driveEstimateError.map { "; estimate \($0)" } ?? "")),
            FigureCard(label: "Compactness, of 1", value: figures.decimal(one.compactness, 2)),
            FigureCard(label: "Contiguity breaks", value: figures.integer(one.contiguityBreaks)),
        ]
    }
}
