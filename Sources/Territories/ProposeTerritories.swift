package import Config
package import Records

/// One way to divide the customers, as asked.
///
/// - Customers that are switched off or held out are left out. Reps are those active on the book's day; those without
///   field time, or with neither home nor customers, are listed but take no part in the balance.
/// - Orphans (no owner, or one who is not active any more), and the customers of a rep who leaves, are given to somebody;
///   that does not count in the budget, as they can't stay. What locks demand counts, and is done even beyond it.
/// - Nothing that is proposed adds a contiguity break, save what locks and orphans amid others' territories force.
/// - A bigger budget is never worse: see `Standing`.
///
/// Deterministic: a function of the book, the request and the settings. About O(customers × reps) for each hand-over
/// that is tried, with a limit on steps.
package func proposeTerritories(
    _ book: SalesBook, request: TerritoryRequest = TerritoryRequest(),
    settings: TerritorySettings = TerritorySettings(), planning: PlanningSettings = PlanningSettings(),
    travel: TravelSettings = TravelSettings()
) -> TerritoryOption {
    let model = WorkloadModel(
        book, settings: settings, planning: planning, travel: travel, holdOuts: request.holdOuts)
    return Proposals(model, request, moveShare: settings.moveShare).asked
}

/// All options of one model and request.
struct Proposals {
    let request: TerritoryRequest
    let moveShare: Double
    let base: Scenario
    var model: WorkloadModel { base.model }

    init(_ model: WorkloadModel, _ request: TerritoryRequest, moveShare: Double) {
        self.request = request
        self.moveShare = max(0, min(1, request.moveShare.flatMap { $0.isFinite ? $0 : nil } ?? moveShare))
        base = Scenario(model, request)
    }

    /// What the request asks for.
    var asked: TerritoryOption {
        var (scenario, note) = (base, [String]())
        if let leaving = request.leaving {
            guard let rep = model.reps.firstIndex(where: { $0.id == leaving }) else {
                return asItIs(obstacle: "No active rep is '\(leaving)', so nobody leaves.")
            }
            scenario = scenario.without(rep)
        }
        for _ in 0..<max(0, -(request.reps ?? 0)) {
            guard let fewer = oneFewer(scenario) else {
                return asItIs(obstacle: "There are not that many reps to do without.")
            }
            (scenario, note) = (fewer.scenario, note + [fewer.note])
        }
        for _ in 0..<max(0, request.reps ?? 0) {
            guard let more = scenario.withNewRep(named: "New rep") else {
                return asItIs(obstacle: "No customer has a place and a cadence, so there is nothing for a new rep.")
            }
            scenario = more
        }
        if !scenario.newReps.isEmpty { note += [newRepNote(scenario)] }
        if let obstacle = obstacle(scenario) { return asItIs(obstacle: obstacle) }
        let budget = max(budget(scenario), scenario.newReps.isEmpty ? 0 : leastForNewReps(scenario))
        let isRedesign = budget >= scenario.lookedAfter && request.moves == nil
        let line = line(scenario)
        let answer = isRedesign ? line.redesign : line.answers(for: [budget])[0]
        let name: String
        if scenario.leaving.isEmpty && scenario.newReps.isEmpty {
            name = isRedesign ? "Free redesign" : "Hand over at most \(budget) customers"
        } else {
            name = (scenario.leaving.sorted().map { "without \(model.reps[$0].name)" } + newRepNames(scenario))
                .joined(separator: ", ")
        }
        return option(
            scenario, key: key(scenario, isRedesign: isRedesign), name: name,
            note: note.isEmpty ? nil : note.joined(separator: " "), answer, budget: budget)
    }

    private func key(_ scenario: Scenario, isRedesign: Bool) -> String {
        var parts: [String] = []
        if let leaving = request.leaving { parts.append("leaves-\(leaving)") }
        if let change = request.reps, change != 0 { parts.append("reps\(change > 0 ? "+" : "")\(change)") }
        if !parts.isEmpty { return parts.joined(separator: "-") }
        if let moves = request.moves { return "moves-\(moves)n" }
        return isRedesign ? "redesign" : "moves-\(percentText(moveShare))"
    }

    func budget(_ scenario: Scenario) -> Int {
        request.moves.map { max(0, min($0, scenario.lookedAfter)) } ?? scenario.budget(share: moveShare)
    }

    func line(_ scenario: Scenario) -> BudgetLine {
        let start = scenario.start
        let goal = BalanceGoal(start, limits: scenario.limits)
        return BudgetLine(
            scenario: scenario, start: start, goal: goal,
            redesigning: Redesign(scenario: scenario, start: start, goal: goal, seeds: request.seeds))
    }

    func asItIs(obstacle: String? = nil) -> TerritoryOption {
        base.option(key: "today", name: "As it is", owner: model.owner, obstacle: obstacle)
    }

    func option(_ scenario: Scenario, key: String, name: String, note: String? = nil, _ answer: Answer, budget: Int)
        -> TerritoryOption
    {
        var obstacle: String?
        if answer.owner == model.owner {
            obstacle = "No hand-over within the budget of \(budget) makes it better: today's stands."
        } else if answer.moves > budget {
            obstacle = "Locks alone hand over \(answer.moves) customers, more than the budget of \(budget)."
        } else if answer.standing.excess > 0 {
            obstacle = "The limits for each rep leave too little room: somebody is beyond them."
        } else if !scenario.brokenLocks.isEmpty {
            obstacle =
                "\(scenario.brokenLocks.count) locked customers can't stay with a rep who isn't given any: they go to others."
        }
        return scenario.option(key: key, name: name, note: note, owner: answer.owner, obstacle: obstacle)
    }
}

/// A share in per cent, whole or in tenths: 0.125 is `12.5`.
func percentText(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    let whole = Int(tenths / 10)
    return tenths == Double(whole) * 10 ? "\(whole)" : "\(whole).\(Int(tenths) - whole * 10)"
}
