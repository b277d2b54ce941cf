import Config
import Quantities
import Records

@testable import Forecasting

/// Builders of small books: amounts in whole euros, days of 2026, everything at noon UTC.
func day(_ month: Int, _ day: Int, year: Int = 2026) -> Day { Day(year: year, month: month, day: day)! }
func euros(_ amount: Int) -> Money { Money(minorUnits: amount * 100, currency: .euro) }

let stages = [
    StageSetting(name: "First", outcome: .open, probability: 0.2, category: .pipeline),
    StageSetting(name: "Second", outcome: .open, probability: 0.5, category: .bestCase),
    StageSetting(name: "Won", outcome: .won, probability: 1, category: .closed),
    StageSetting(name: "Lost", outcome: .lost, probability: 0, category: .omitted),
]

struct Step {
    var on: Day
    var stage: String
    var amount: Money?
    var close: Day?

    init(_ on: Day, _ stage: String, _ amount: Int? = 1_000, close: Day? = nil) {
        self.on = on
        self.stage = stage
        self.amount = amount.map { euros($0) }
        self.close = close
    }
}

func deal(_ id: String, owner: String? = "a", customer: String? = nil, _ steps: [Step]) -> Opportunity {
    let changes = steps.enumerated().map { index, step in
        OpportunityChange(
            id: RecordID("t:\(id)-\(index)"), at: Instant(utc: step.on, seconds: 43_200), stage: step.stage,
            outcome: step.stage == "Won" ? .won : step.stage == "Lost" ? .lost : .open, amount: step.amount,
            closeDay: step.close, ownerID: nil)
    }
    let last = changes[changes.count - 1]
    return Opportunity(
        id: RecordID("t:\(id)"), customerID: customer.map { RecordID("t:\($0)") }, name: id, created: changes[0].at,
        ownerID: owner.map { RecordID("t:\($0)") }, stage: last.stage, outcome: last.outcome, amount: last.amount,
        closeDay: last.closeDay, closed: last.outcome == .open ? nil : last.at, changes: changes)
}

/// Reps `a` of team `north` and `b` of team `south`.
func book(
    asOf: Day = day(11, 13), _ deals: [Opportunity], adding more: (inout SalesBookContents) -> Void = { _ in }
) -> SalesBook {
    var contents = SalesBookContents()
    contents.teams = ["north", "south"].map { Team(id: RecordID("t:\($0)"), name: $0) }
    contents.reps = [("a", "north"), ("b", "south")].map {
        Rep(id: RecordID("t:\($0.0)"), name: $0.0, teamID: RecordID("t:\($0.1)"))
    }
    contents.opportunities = deals
    more(&contents)
    return SalesBook(asOf: asOf, zone: .utc, currency: .euro, contents: contents)
}

func quickSettings(simulations: Int = 400) -> ForecastSettings {
    var settings = ForecastSettings()
    settings.simulations = simulations
    return settings
}

/// Deals that were created over a year, one every four days: of each five, three are won after 30 days, two lost after 20.
func steadyHistory(until asOf: Day = day(11, 13), amount: Int = 1_000) -> [Opportunity] {
    (0..<90).compactMap { index in
        let created = asOf - 365 + index * 4
        let isWon = index % 5 < 3
        let closing = created + (isWon ? 30 : 20)
        var steps = [Step(created, "First", amount), Step(created + 10, "Second", amount)]
        guard created + 10 <= asOf else { return nil }
        if closing <= asOf { steps.append(Step(closing, isWon ? "Won" : "Lost", amount)) }
        return deal("h\(index)", owner: index % 2 == 0 ? "a" : "b", steps)
    }
}
