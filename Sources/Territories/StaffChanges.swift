import Records

/// Options in which somebody comes or goes.
extension Proposals {
    /// Without the rep whose customers cost least to give to others: compared by giving them to whoever is beside them
    /// and reckoning the goal. Nil when fewer than two could take part.
    func oneFewer(_ scenario: Scenario) -> (scenario: Scenario, note: String)? {
        guard scenario.able.count > 1 else { return nil }
        var best: (scenario: Scenario, rep: Int, standing: Standing, drive: Double)?
        let today = scenario.start
        for rep in scenario.able {
            let without = scenario.without(rep)
            let start = without.start
            let standing = Standing(start, goal: BalanceGoal(start, limits: scenario.limits), handOvers: 0)
            if best == nil || standing.value < (best?.standing.value ?? 0) {
                best = (without, rep, standing, start.driveHours.reduce(0, +))
            }
        }
        return best.map { best in
            let more = Int((best.drive - today.driveHours.reduce(0, +)).rounded())
            return (
                best.scenario,
                "Without \(model.reps[best.rep].name): of all reps the one whose customers the others can take over best, by driving (\(more < 0 ? "" : "+")\(more) hours a year before the borders are improved) and balance."
            )
        }
    }

    func newRepNote(_ scenario: Scenario) -> String {
        "Where one rep more saves most driving and relieves who has too much; the home is a suggestion."
    }

    func newRepNames(_ scenario: Scenario) -> [String] { scenario.newReps.map { "with \($0.name)" } }

    /// A new rep can't have a territory without hand-overs: a fair share is allowed, unless a budget was asked for.
    func leastForNewReps(_ scenario: Scenario) -> Int {
        guard moveShare > 0, request.moves == nil, request.moveShare == nil else { return 0 }
        return scenario.lookedAfter * scenario.newReps.count / max(1, scenario.able.count)
    }

    /// Why there is nothing to propose; nil when there is.
    func obstacle(_ scenario: Scenario) -> String? {
        let model = scenario.model
        let able = scenario.able.count
        if model.reps.isEmpty { return "No rep is active, so there is nobody to look after the customers." }
        if model.customers.isEmpty { return "There are no customers to look after." }
        if able == 0 { return "No active rep has field time and a home or customers." }
        if scenario.today.contains(where: { $0 == nil }) || scenario.locked.contains(where: { $0 != nil }) {
            return nil
        }
        if able == 1 { return "Only one rep can be given customers, so there is nothing to balance." }
        if !model.visitsPerYear.contains(where: { $0 > 0 }) {
            return "No customer has a visit cadence, so there is no workload to balance."
        }
        return nil
    }
}

extension Proposals {
    /// One rep more, one fewer, and who leaves or has left.
    func staffOptions(_ book: SalesBook) -> [TerritoryOption] {
        var options: [TerritoryOption] = []
        let hasWork = model.visitsPerYear.contains { $0 > 0 }
        if hasWork, !base.able.isEmpty, let more = base.withNewRep(named: "New rep") {
            let budget = max(budget(more), leastForNewReps(more))
            options.append(
                option(
                    more, key: "reps+1", name: "One rep more", note: newRepNote(more),
                    line(more).answers(for: [budget])[0], budget: budget))
        }
        if hasWork, let fewer = oneFewer(base) {
            let budget = budget(fewer.scenario)
            options.append(
                option(
                    fewer.scenario, key: "reps-1", name: "One rep fewer", note: fewer.note,
                    line(fewer.scenario).answers(for: [budget])[0], budget: budget))
        }
        if let leaving = request.leaving, let rep = model.reps.firstIndex(where: { $0.id == leaving }),
            base.able.contains(where: { $0 != rep })
        {
            let without = base.without(rep)
            let budget = budget(without)
            options.append(
                option(
                    without, key: "leaves-\(leaving)", name: "\(model.reps[rep].name) leaves",
                    line(without).answers(for: [budget])[0], budget: budget))
        }
        return options + departed(book)
    }

    /// For each rep who has left and still has customers: these go to others, and nobody else's do.
    private func departed(_ book: SalesBook) -> [TerritoryOption] {
        guard !base.able.isEmpty else { return [] }
        let active = Set(model.reps.map(\.id))
        let owners = Set(model.customers.compactMap(\.ownerID)).filter { !active.contains($0) }.sorted()
        return owners.map { owner in
            var partition = Partition(model, owner: model.owner)
            placeOrphans(&partition, limits: base.limits)
            let placed = model.customers.indices.map {
                model.owner[$0] ?? (model.customers[$0].ownerID == owner ? partition.owner[$0] : nil)
            }
            let name = book.repByID[owner]?.name ?? owner.text
            return base.option(
                key: "leaves-\(owner)", name: "\(name) has left",
                note: "Only the customers that \(name) had go to others.", owner: placed)
        }
    }
}
