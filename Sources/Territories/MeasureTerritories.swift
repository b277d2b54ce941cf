package import Config
package import Records

/// Measures who looks after whom today, and the usual options side by side: hand over at most 5, 10 and 20 per cent and
/// the configured share, a free redesign, one rep more, one fewer, each rep who has left but still has customers, and
/// the one who leaves by the request. The configured share is the one that is recommended.
///
/// `request` gives locks, hold-outs, limits, seeds and who leaves; its budget and change of reps are left aside. See
/// `proposeTerritories` for what holds for each option.
package func measureTerritories(
    _ book: SalesBook, request: TerritoryRequest = TerritoryRequest(),
    settings: TerritorySettings = TerritorySettings(), planning: PlanningSettings = PlanningSettings(),
    travel: TravelSettings = TravelSettings()
) -> TerritoryReport {
    let model = WorkloadModel(
        book, settings: settings, planning: planning, travel: travel, holdOuts: request.holdOuts)
    var plain = request
    (plain.moveShare, plain.moves, plain.reps) = (nil, nil, nil)
    let proposals = Proposals(model, plain, moveShare: settings.moveShare)
    let today = proposals.asItIs()
    var report = TerritoryReport(
        current: today.assignment, proposal: nil, handOvers: [],
        orphans: model.customers.indices.filter { model.owner[$0] == nil }.map { model.customers[$0].id },
        unplaced: model.customers.filter { $0.place == nil }.map(\.id), options: [today])
    report.before = book.ownersBefore.map { owners in
        let index = Dictionary(
            model.reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Partition(model, owner: model.customers.map { owners[$0.id].flatMap { index[$0] } }).assignment()
    }

    let base = proposals.base
    if let obstacle = proposals.obstacle(base) {
        report.proposalObstacle = obstacle
    } else {
        // Of two shares that read alike the configured one stands.
        let usual = [0.05, 0.1, 0.2].filter { percentText($0) != percentText(proposals.moveShare) }
        let shares = (usual + [proposals.moveShare]).sorted()
        let points = [0, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1]
        let budgets = (shares + points).map { base.budget(share: $0) }
        let line = proposals.line(base)
        let answers = line.answers(for: budgets)
        for (share, answer) in zip(shares, answers) where share < 1 {
            report.options.append(
                proposals.option(
                    base, key: "moves-\(percentText(share))", name: "Hand over at most \(percentText(share)) %",
                    answer, budget: base.budget(share: share)))
        }
        report.pareto = zip(points, answers.dropFirst(shares.count)).map { share, answer in
            let partition = Partition(model, owner: answer.owner)
            let deviations = partition.deviations
            return ParetoPoint(
                budgetShare: share, customersHandedOver: answer.moves, largestDeviation: deviations.max() ?? 0,
                meanDeviation: deviations.reduce(0, +) / Double(max(1, deviations.count)),
                totalDriveHours: partition.driveHours.reduce(0, +))
        }
        report.options.append(
            proposals.option(
                base, key: "redesign", name: "Free redesign",
                note: "Even, in one piece each and compact before anything else; hand-overs cost nothing.",
                line.redesign(beside: answers), budget: base.lookedAfter))
        let key = proposals.moveShare >= 1 ? "redesign" : "moves-\(percentText(proposals.moveShare))"
        if let chosen = report.options.first(where: { $0.key == key }) {
            if chosen.assignment.owner == today.assignment.owner {
                report.proposalObstacle = chosen.obstacle
            } else {
                report.recommended = key
                report.proposal = chosen.assignment
                report.handOvers = chosen.handOvers
            }
        }
    }
    report.options += proposals.staffOptions(book)
    return report
}
