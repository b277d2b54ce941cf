import Quantities
import Testing

@testable import Records

private let francs = Currency(code: "CHF")!

private func day(_ month: Int, _ day: Int) -> Day { Day(year: 2026, month: month, day: day)! }
private func chf(_ amount: Int) -> Money { Money(minorUnits: amount * 100, currency: francs) }
private func euros(_ amount: Int) -> Money { Money(minorUnits: amount * 100, currency: .euro) }

/// 1.10 in January, 1.20 in February, 1.30 in March.
private func monthly(validDays: Int = 31) -> ExchangeRates {
    var rates = ExchangeRates(to: .euro, validDays: validDays)
    for (month, text) in [(1, "1.1"), (2, "1.2"), (3, "1.3")] {
        rates.set(francs, on: day(month, 1), to: ExchangeRates.Rate(decimal: text)!)
    }
    return rates
}

private func deal(_ steps: [(on: Day, amount: Money?, outcome: Opportunity.Outcome)]) -> Opportunity {
    let changes = steps.enumerated().map { index, step in
        OpportunityChange(
            id: RecordID("t:d-\(index)"), at: Instant(utc: step.on, seconds: 43_200), stage: step.outcome.rawValue,
            outcome: step.outcome, amount: step.amount, closeDay: nil, ownerID: nil)
    }
    let last = changes[changes.count - 1]
    return Opportunity(
        id: RecordID("t:d"), customerID: nil, name: "d", created: changes[0].at, ownerID: nil, stage: last.stage,
        outcome: last.outcome, amount: last.amount, closeDay: nil, closed: last.outcome == .open ? nil : last.at,
        changes: changes)
}

private func book(_ fill: (inout SalesBookContents) -> Void) -> SalesBook {
    var contents = SalesBookContents()
    fill(&contents)
    return SalesBook(asOf: day(3, 15), zone: .utc, currency: .euro, contents: contents)
}

@Suite struct ConvertBookTests {
    @Test func `an amount keeps the rate of the day on which it was stated, and a win is stated anew`() {
        let steps: [(on: Day, amount: Money?, outcome: Opportunity.Outcome)] = [
            (day(1, 10), chf(100), .open), (day(2, 10), chf(100), .open), (day(2, 20), chf(200), .open),
            (day(3, 2), chf(200), .open), (day(3, 10), chf(200), .won), (day(3, 12), chf(200), .won),
        ]
        let (converted, missing) = book { $0.opportunities = [deal(steps)] }.converted(with: monthly())
        let opportunity = converted.opportunities[0]
        #expect(opportunity.changes.map(\.amount) == [110, 110, 240, 240, 260, 260].map { euros($0) })
        #expect(opportunity.amount == euros(260))
        #expect(opportunity.stated == chf(200))
        #expect(missing.isEmpty)
    }

    @Test func `a loss keeps the rate of its last word, and a lasting amount outlives its rate`() {
        let steps: [(on: Day, amount: Money?, outcome: Opportunity.Outcome)] = [
            (day(1, 10), chf(100), .open), (day(3, 10), chf(100), .lost),
        ]
        let (converted, missing) = book { $0.opportunities = [deal(steps)] }.converted(with: monthly(validDays: 9))
        #expect(converted.opportunities[0].changes.map(\.amount) == [euros(110), euros(110)])
        #expect(missing.isEmpty)
    }

    @Test func `what has no rate keeps its currency and is listed once`() {
        let steps: [(on: Day, amount: Money?, outcome: Opportunity.Outcome)] = [
            (day(1, 20), chf(100), .open), (day(1, 25), chf(100), .open),
        ]
        let (converted, missing) = book { $0.opportunities = [deal(steps)] }.converted(with: monthly(validDays: 9))
        #expect(converted.opportunities[0].amount == chf(100))
        #expect(converted.opportunities[0].stated == nil)
        #expect(
            missing == [AmountWithoutRate(kind: .opportunity, record: "t:d", amount: chf(100), day: day(1, 20))])
    }

    @Test func `orders, quotas and calls have rates of their own days, and none of later than the as-of date`() {
        let rep = RecordID<Rep>("t:a")
        let (converted, missing) = book {
            $0.orders = [Order(id: RecordID("t:o"), customerID: nil, day: day(2, 3), amount: chf(10))]
            $0.quotas = [(1, 2), (2, 4)].map {
                Quota(id: RecordID("t:q\($0.0)"), repID: rep, month: day($0.1, 1), amount: chf(10))
            }
            $0.forecastCalls = [
                ForecastCall(
                    id: RecordID("t:c"), repID: rep, caller: .rep, month: day(3, 1), commit: chf(10),
                    bestCase: chf(20), at: Instant(utc: day(2, 27)))
            ]
        }.converted(with: monthly())
        #expect(converted.orders.map(\.amount) == [euros(12)])
        #expect(converted.quotas.map(\.amount) == [euros(12), euros(13)])
        #expect(converted.forecastCalls.map(\.commit) == [euros(12)])
        #expect(converted.forecastCalls.map(\.bestCase) == [euros(24)])
        #expect(missing.isEmpty)
    }

    @Test func `without rates, and without other currencies, the book stays as it is`() {
        let foreign = deal([(day(1, 10), chf(100), .open)])
        let (same, missing) = book { $0.opportunities = [foreign] }.converted(with: ExchangeRates(to: .euro))
        #expect(same.opportunities == [foreign])
        #expect(missing.isEmpty)
        let own = deal([(day(1, 10), euros(100), .open), (day(2, 10), nil, .open)])
        #expect(book { $0.opportunities = [own] }.converted(with: monthly()).book.opportunities == [own])
    }

    @Test func `calls of a file join those of the store, each once, and none of tomorrow`() {
        func call(_ id: String, _ amount: Int, on day: Day) -> ForecastCall {
            ForecastCall(
                id: RecordID(id), repID: RecordID("t:a"), caller: .rep, month: day, commit: euros(amount),
                at: Instant(utc: day))
        }
        let stored = book { $0.forecastCalls = [call("t:1", 5, on: day(3, 2))] }
        let joined = stored.adding([
            call("file:1", 5, on: day(3, 2)), call("file:2", 7, on: day(3, 3)), call("file:3", 9, on: day(3, 16)),
        ])
        #expect(joined.forecastCalls.map(\.id.text) == ["t:1", "file:2"])
    }
}
