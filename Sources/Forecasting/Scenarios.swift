import Config
import Records

/// The scenarios that every pipeline gets, then the user's own.
struct Scenarios {
    let book: SalesBook
    let model: BookingModel

    /// Days that "later" means where nothing else is said.
    private static let wait = 30

    func all(_ settings: [ScenarioSetting]) -> [ScenarioEffects] {
        usual() + settings.map { ScenarioReading(book: book, model: model).effects($0) }
    }

    private func usual() -> [ScenarioEffects] {
        var scenarios: [ScenarioEffects] = []
        let top = topDeals(3)
        if !top.isEmpty {
            scenarios.append(
                effects(
                    top.count == 3 ? "Lose the top three" : "Lose the top deals",
                    "The open deals with the highest chance × amount are lost: \(listed(top.map(name)))."
                ) { top.contains($0) ? .lost : .none })
        }
        let slipped = Scenarios.wait
        scenarios.append(
            effects(
                "Everything slips \(slipped) days", "Every win comes \(slipped) days later than expected.",
                newDeals: { _ in .init(slipDays: slipped) }
            ) { _ in .changed(slipDays: slipped, factor: 1, leavesRep: false) })
        for (name, factor) in [("Win rate +10 %", 1.1), ("Win rate −10 %", 0.9)] {
            scenarios.append(
                effects(
                    name,
                    "Each open deal has \(factor) times its chance, and wins from deals not created yet come \(factor) times as often.",
                    newDeals: { _ in .init(factor: factor) }
                ) { _ in .changed(slipDays: 0, factor: factor, leavesRep: false) })
        }
        if let slot = leaver() { scenarios.append(leaving(slot)) }
        if let biggest = biggestDeal() {
            scenarios.append(
                effects("Won: \(name(biggest))", "The biggest open deal is won this month, with its whole amount.") {
                    $0 == biggest ? .won : .none
                })
            scenarios.append(
                effects("Lost: \(name(biggest))", "The biggest open deal is lost.") {
                    $0 == biggest ? .lost : .none
                })
        }
        return scenarios
    }

    private func leaving(_ slot: Int) -> ScenarioEffects {
        effects(
            "\(book.reps[slot].name) leaves",
            "The rep with the most at stake leaves today: their open deals are won \(Scenarios.wait) days later, and no new "
                + "deals of theirs come.",
            newDeals: { $0 == slot ? .init(factor: 0) : .none }
        ) {
            model.deals[$0].slot == slot
                ? .changed(slipDays: Scenarios.wait, factor: 1, leavesRep: true) : .none
        }
    }

    private func effects(
        _ name: String, _ explanation: String,
        newDeals: (Int) -> ScenarioEffects.NewDealsEffect = { _ in .none },
        deals: (Int) -> ScenarioEffects.DealEffect
    ) -> ScenarioEffects {
        ScenarioEffects(
            name: name, explanation: explanation, deals: model.deals.indices.map(deals),
            newDeals: model.runRates.indices.map(newDeals))
    }

    private func expectation(_ deal: Int) -> Double { model.deals[deal].winChance * Double(model.deals[deal].amount) }

    /// Those with the highest chance × amount, highest first, then by id.
    private func topDeals(_ count: Int) -> [Int] {
        var top: [Int] = []
        for deal in model.deals.indices {
            let place = top.firstIndex { other in
                let (left, right) = (expectation(deal), expectation(other))
                return left != right ? left > right : model.deals[deal].id < model.deals[other].id
            }
            if let place { top.insert(deal, at: place) } else if top.count < count { top.append(deal) }
            if top.count > count { top.removeLast() }
        }
        return top
    }

    private func name(_ deal: Int) -> String { book.opportunities[model.deals[deal].index].name }

    /// The rep whose open deals are worth most; nil when nobody owns one.
    private func leaver() -> Int? {
        var worth = [Double](repeating: 0, count: model.runRates.count)
        for index in model.deals.indices { worth[model.deals[index].slot] += expectation(index) }
        return book.reps.indices.filter { worth[$0] > 0 }.max {
            worth[$0] != worth[$1] ? worth[$0] < worth[$1] : $0 > $1
        }
    }

    private func biggestDeal() -> Int? {
        model.deals.indices.max {
            let (left, right) = (model.deals[$0], model.deals[$1])
            return left.amount != right.amount ? left.amount < right.amount : left.id > right.id
        }
    }
}

/// "a", "a and b", "a, b and c".
func listed(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}
