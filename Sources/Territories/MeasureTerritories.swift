package import Config
package import Records

/// Measures who looks after whom today and proposes something better within `settings.moveShare`.
///
/// Customers that are switched off are left out. Reps are those active on the book's day; those without field time, or
/// with neither home nor customers, are listed but take no part in the balance. The proposal
/// - gives orphans (no owner, or one who is not active any more) to somebody: these are listed as hand-overs, but do
///   not count in the budget of `moveShare` × looked-after customers, as nobody has to let go of them;
/// - starts from today and from the way towards a balanced power diagram around the homes, improves both by single
///   hand-overs and exchanges, and takes the better one by `BalanceGoal`; today with the orphans placed is the bar;
/// - leaves no territory in more pieces than today, pieces being those of the graph of each place's six nearest.
///
/// Deterministic: a function of the book and the settings. About O(customers × reps) for each hand-over.
package func measureTerritories(
    _ book: SalesBook, settings: TerritorySettings = TerritorySettings(),
    planning: PlanningSettings = PlanningSettings(), travel: TravelSettings = TravelSettings()
) -> TerritoryReport {
    let model = WorkloadModel(book, settings: settings, planning: planning, travel: travel)
    let today = Partition(model, owner: model.owner)
    let orphans = model.customers.indices.filter { model.owner[$0] == nil }
    var report = TerritoryReport(
        current: today.assignment(book), proposal: nil, handOvers: [], orphans: orphans.map { model.customers[$0].id },
        unplaced: model.customers.filter { $0.place == nil }.map(\.id))

    if let obstacle = obstacle(model, orphans: orphans.count) {
        report.proposalObstacle = obstacle
        return report
    }
    let looked = model.customers.count - orphans.count
    let budget = Int((max(0, min(1, settings.moveShare)) * Double(looked) + 1e-9).rounded(.down))
    let owner = proposedOwners(today, budget: budget)
    guard owner != model.owner else {
        report.proposalObstacle = "No hand-over within the budget of \(budget) makes it better: today's stands."
        return report
    }
    let proposal = Partition(model, owner: owner)
    report.proposal = proposal.assignment(book)
    report.handOvers = model.customers.indices.compactMap { index in
        guard let to = owner[index], to != model.owner[index] else { return nil }
        let hours = model.visitHours[index] + model.visitsPerYear[index] * proposal.driveHoursOfVisit(index)
        return HandOver(
            customerID: model.customers[index].id, from: model.owner[index].map { model.reps[$0].id },
            to: model.reps[to].id, hours: hours)
    }
    return report
}

private func obstacle(_ model: WorkloadModel, orphans: Int) -> String? {
    let able = model.takesPart.count { $0 }
    if model.reps.isEmpty { return "No rep is active, so there is nobody to look after the customers." }
    if model.customers.isEmpty { return "There are no customers to look after." }
    if able == 0 { return "No active rep has field time and a home or customers." }
    if orphans > 0 { return nil }
    if able == 1 { return "Only one rep can be given customers, so there is nothing to balance." }
    if !model.visitsPerYear.contains(where: { $0 > 0 }) {
        return "No customer has a visit cadence, so there is no workload to balance."
    }
    return nil
}

/// Owner by customer, for at most `budget` hand-overs beyond the orphans; never worse than today with these placed.
func proposedOwners(_ today: Partition, budget: Int) -> [Int?] {
    let model = today.model
    var start = today
    placeOrphans(&start)
    let goal = BalanceGoal(start)
    var near = HandOverSearch(start, today: model.owner, goal: goal, budget: budget)
    near.improve()

    let hours = model.customers.indices.map {
        model.visitHours[$0] + model.visitsPerYear[$0] * start.driveHoursOfVisit($0)
    }
    var far = HandOverSearch(start, today: model.owner, goal: goal, budget: budget)
    far.approach(powerDiagram(model, hours: hours))
    far.improve()

    // Measured anew: the running sums of a search carry rounding, and estimates of far legs that it does not update.
    let bar = goal.value(Partition(model, owner: start.owner), handOvers: 0)
    let found = [near, far].map { search in
        (
            owner: search.partition.owner,
            value: goal.value(
                Partition(model, owner: search.partition.owner), handOvers: search.handOvers)
        )
    }
    let best = found[1].value < found[0].value ? found[1] : found[0]
    return best.value < bar - 1e-6 ? best.owner : start.owner
}

extension Partition {
    /// Driving hours of one visit to that customer by its owner.
    func driveHoursOfVisit(_ customer: Int) -> Double {
        guard let site = model.site[customer], let rep = owner[customer], model.visitsPerYear[customer] > 0
        else { return model.unplacedDriveHours }
        return model.driveHours(localLeg: localLeg(site, rep), haul: model.haul[site * model.reps.count + rep])
    }
}
