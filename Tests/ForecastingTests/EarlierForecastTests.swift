import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct EarlierForecastTests {
    private func earlier(_ deals: [Opportunity]) -> EarlierForecast? {
        EarlierForecast(book(deals), stages: stages, settings: quickSettings())
    }

    @Test func `what was said before the week does not know the week`() throws {
        let deals = steadyHistory()
        let asOf = book(deals).asOf
        let monday = book(deals).reportMonday
        let before = try #require(earlier(deals))
        #expect(before.asOf == monday - 1)
        let late = deal("late", [Step(monday, "First", 90_000), Step(asOf, "Won", 90_000)])
        #expect(earlier(deals + [late]) == before)
        #expect(before.quarter.p10.minorUnits <= before.quarter.p50.minorUnits)
        #expect(before.month.p50.minorUnits <= before.quarter.p50.minorUnits)
    }

    @Test func `a deal won before the week is booked in it`() throws {
        let deals = steadyHistory()
        let eve = book(deals).reportMonday - 1
        let won = deal("won", [Step(eve.firstOfMonth, "First", 50_000), Step(eve, "Won", 50_000)])
        let (plain, more) = (try #require(earlier(deals)), try #require(earlier(deals + [won])))
        #expect(more.quarter.p10.minorUnits - plain.quarter.p10.minorUnits > euros(40_000).minorUnits)
        #expect(earlier([]) == nil)
    }
}
