import Config
import Records

/// What a scenario of the config means for the deals and reps of one book.
struct ScenarioReading {
    let book: SalesBook
    let model: BookingModel

    /// Deals of a rep who leaves wait so long at least.
    private static let wait = 30

    /// A name that fits nothing is left out and said so in the explanation.
    func effects(_ setting: ScenarioSetting) -> ScenarioEffects {
        let lost = found(setting.loseDeals, in: openDeals)
        let won = found(setting.winDeals, in: openDeals)
        let leavers = found(setting.repLeaves, in: reps)
        let onlyReps = found(setting.reps, in: reps)
        let onlyTeams = found(
            setting.teams, in: book.teams.enumerated().map { ($0, [$1.id.text, String($1.id.sourceID), $1.name]) })
        let teamIDs = Set(onlyTeams.places.map { book.teams[$0].id })
        let slots = model.runRates.indices.map { slot in
            if setting.reps.isEmpty, setting.teams.isEmpty { return true }
            guard slot < book.reps.count else { return false }
            return onlyReps.places.contains(slot) || book.reps[slot].teamID.map(teamIDs.contains) ?? false
        }
        let stages = Set(setting.stages)
        let slip = max(0, setting.slipDays)
        let factor = max(0, setting.winRateFactor)

        let deals = model.deals.enumerated().map { place, deal -> ScenarioEffects.DealEffect in
            if lost.places.contains(place) { return .lost }
            if won.places.contains(place) { return .won }
            let stage = book.opportunities[deal.index].stage
            let isMeant = slots[deal.slot] && (stages.isEmpty || stages.contains(stage))
            let leaves = leavers.places.contains(deal.slot)
            guard leaves || isMeant && (slip > 0 || factor != 1) else { return .none }
            return .changed(
                slipDays: max(isMeant ? slip : 0, leaves ? ScenarioReading.wait : 0), factor: isMeant ? factor : 1,
                leavesRep: leaves)
        }
        let newDeals = model.runRates.indices.map { slot -> ScenarioEffects.NewDealsEffect in
            if leavers.places.contains(slot) { return .init(factor: 0) }
            guard slots[slot], stages.isEmpty else { return .none }
            return .init(slipDays: slip, factor: factor * max(0, setting.newDealsFactor))
        }
        let unknown = [lost, won, leavers, onlyReps, onlyTeams].flatMap(\.unknown)
        let spelt = setting.explanation ?? spelledOut(setting)
        return ScenarioEffects(
            name: setting.name, explanation: unknown.isEmpty ? spelt : "\(spelt) Not found: \(listed(unknown)).",
            deals: deals, newDeals: newDeals)
    }

    /// With the id first, then what else people may write.
    private var openDeals: [(Int, [String])] {
        model.deals.enumerated().map {
            ($0, [$1.id.text, String($1.id.sourceID), book.opportunities[$1.index].name])
        }
    }
    private var reps: [(Int, [String])] {
        book.reps.enumerated().map { ($0, [$1.id.text, String($1.id.sourceID), $1.name]) }
    }

    /// Places whose id is one of the words; where none is, those whose id in the source or whose name is.
    private func found(_ words: [String], in things: [(Int, [String])]) -> (places: Set<Int>, unknown: [String]) {
        guard !words.isEmpty else { return ([], []) }
        var places: Set<Int> = []
        var unknown: [String] = []
        for word in words {
            var fitting = things.filter { $0.1[0] == word }
            if fitting.isEmpty { fitting = things.filter { $0.1.contains(word) } }
            places.formUnion(fitting.map(\.0))
            if fitting.isEmpty { unknown.append(word) }
        }
        return (places, unknown)
    }

    private func spelledOut(_ setting: ScenarioSetting) -> String {
        var parts: [String] = []
        if !setting.loseDeals.isEmpty { parts.append("lost: \(listed(setting.loseDeals))") }
        if !setting.winDeals.isEmpty { parts.append("won this month: \(listed(setting.winDeals))") }
        if !setting.repLeaves.isEmpty { parts.append("leaving: \(listed(setting.repLeaves))") }
        let whose = setting.teams + setting.reps + setting.stages
        let only = whose.isEmpty ? "" : " for \(listed(whose))"
        if setting.slipDays > 0 { parts.append("every win \(setting.slipDays) days later\(only)") }
        if setting.winRateFactor != 1 { parts.append("win rate × \(setting.winRateFactor)\(only)") }
        if setting.newDealsFactor != 1 { parts.append("wins from new deals × \(setting.newDealsFactor)\(only)") }
        guard let first = parts.joined(separator: "; ").first else { return "Nothing changes." }
        return first.uppercased() + parts.joined(separator: "; ").dropFirst() + "."
    }
}
