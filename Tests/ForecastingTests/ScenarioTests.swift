import Config
import Quantities
import Records
import Testing

@testable import Forecasting

@Suite struct ScenarioTests {
    private func forecast(
        _ scenarios: [ScenarioSetting] = [], open: [Opportunity] = ScenarioTests.openDeals
    ) -> PipelineForecast {
        var settings = quickSettings(simulations: 600)
        settings.scenarios = scenarios
        return forecastPipeline(
            book(steadyHistory() + open), stages: stages, settings: settings, report: ReportSettings())
    }

    /// Amounts of 1,000 to 8,000 euros, the rest with rep b.
    private static let openDeals = (1...8).map {
        deal("open \($0)", owner: $0 % 3 == 0 ? "a" : "b", [Step(day(11, 1), "Second", $0 * 1_000)])
    }

    private func setting(_ name: String, _ change: (inout ScenarioSetting) -> Void) -> ScenarioSetting {
        var setting = ScenarioSetting(name: name)
        change(&setting)
        return setting
    }

    @Test func `the base comes first, equals the forecast and differs from itself by nothing`() throws {
        let result = forecast()
        let base = try #require(result.scenarios.first)
        for one in result.forecasts.prefix(3) {
            #expect(base.ranges[one.period] == BookingRange(p10: one.p10, p50: one.p50, p90: one.p90))
            #expect(base.differences[one.period] == BookingRange(p10: euros(0), p50: euros(0), p90: euros(0)))
            #expect(base.meanDifferences[one.period] == euros(0))
        }
        #expect(base.touched.isEmpty)
        #expect(
            result.scenarios.map(\.name) == [
                "As expected", "Lose the top three", "Everything slips 30 days", "Win rate +10 %", "Win rate −10 %",
                "b leaves", "Won: open 8", "Lost: open 8",
            ])
        #expect(result.scenarios.map(\.touched.count).dropFirst() == [3, 12, 12, 12, 8, 1, 1])
    }

    @Test func `differences have the sign that they should`() throws {
        let scenarios = Dictionary(uniqueKeysWithValues: forecast().scenarios.map { ($0.name, $0) })
        func mean(_ name: String, _ period: BookingForecast.Period) throws -> Int {
            try #require(scenarios[name]?.meanDifferences[period]).minorUnits
        }
        for period in BookingForecast.Period.allCases {
            for name in ["Lose the top three", "Win rate −10 %", "Lost: open 8", "b leaves"]
            where period != .nextQuarter {
                #expect(try mean(name, period) < 0)
            }
            #expect(try mean("Win rate +10 %", period) > 0)
            #expect(try abs(mean("Win rate +10 %", period) + mean("Win rate −10 %", period)) < 100_000)
        }
        #expect(try mean("Everything slips 30 days", .month) < 0 && mean("Everything slips 30 days", .quarter) < 0)
        #expect(try mean("Won: open 8", .month) > 0 && mean("Won: open 8", .nextQuarter) < 0)
        for scenario in scenarios.values {
            for range in scenario.ranges.values { #expect(range.p10.minorUnits <= range.p50.minorUnits) }
            for range in scenario.ranges.values { #expect(range.p50.minorUnits <= range.p90.minorUnits) }
        }
    }

    @Test func `in the same futures a lost deal costs its own wins and no more, and a won one gives the rest`() throws {
        let result = forecast()
        let chances = Dictionary(uniqueKeysWithValues: result.deals.map { ($0.opportunityID.text, $0) })
        let biggest = try #require(chances["t:open 8"])
        let lost = try #require(result.scenarios.last)
        let won = result.scenarios[result.scenarios.count - 2]
        let cost = try #require(lost.meanDifferences[.quarter]).minorUnits
        let gain = try #require(won.meanDifferences[.quarter]).minorUnits
        #expect(gain - cost == 800_000)
        #expect(abs(Double(-cost) / 800_000 - biggest.quarterChance) < 0.06)
    }

    @Test func `a scenario that does nothing equals the base`() throws {
        let result = forecast([
            setting("Nothing") { _ in }, setting("Nobody") { $0.loseDeals = ["no such deal"] },
        ])
        let base = try #require(result.scenarios.first)
        for scenario in result.scenarios.suffix(2) {
            #expect(scenario.ranges == base.ranges && scenario.differences == base.differences)
            #expect(scenario.meanDifferences == base.meanDifferences && scenario.touched.isEmpty)
        }
        #expect(
            result.scenarios.suffix(2).map(\.explanation) == [
                "Nothing changes.", "Lost: no such deal. Not found: no such deal.",
            ])
    }

    @Test func `a deal may be named by the id that its source gives it`() {
        var open = ScenarioTests.openDeals
        open[7].name = "Roof of the town hall"
        let result = forecast(
            [setting("Name") { $0.loseDeals = [open[7].name] }, setting("Id") { $0.loseDeals = ["open 8"] }],
            open: open)
        let named = result.scenarios[result.scenarios.count - 2]
        let byID = result.scenarios[result.scenarios.count - 1]
        #expect(byID.explanation == "Lost: open 8.")
        #expect(byID.ranges == named.ranges && byID.touched == named.touched && !byID.touched.isEmpty)
    }

    @Test func `scenarios do not move the forecast or each other`() {
        let plain = forecast()
        let more = forecast([setting("Half") { $0.winRateFactor = 0.5 }])
        #expect(plain.forecasts == more.forecasts && plain.fans == more.fans)
        #expect(plain.scenarios == Array(more.scenarios.dropLast()))
    }

    @Test func `a user's scenario says what the usual ones say, by id or by name, and for some only`() throws {
        let result = forecast([
            setting("Slow") { $0.slipDays = 30 }, setting("Win") { $0.winDeals = ["open 8"] },
            setting("Lose") { $0.loseDeals = ["t:open 8"] }, setting("Leave") { $0.repLeaves = ["b"] },
            setting("North") {
                $0.winRateFactor = 0; $0.teams = ["north"]
            },
            setting("First") {
                $0.winRateFactor = 2; $0.stages = ["First"]; $0.explanation = "Early deals."
            },
            setting("No new") { $0.newDealsFactor = 0 },
        ])
        func one(_ name: String) throws -> ScenarioForecast {
            try #require(result.scenarios.first { $0.name == name })
        }
        for (own, usual) in [
            ("Slow", "Everything slips 30 days"), ("Win", "Won: open 8"), ("Lose", "Lost: open 8"),
            ("Leave", "b leaves"),
        ] {
            #expect(try one(own).ranges == one(usual).ranges)
            #expect(try one(own).touched == one(usual).touched)
        }
        let north = try one("North")
        let south = result.forecasts.first { $0.scope == .team(RecordID("t:south")) && $0.period == .quarter }
        let booked = result.forecasts[1].booked.minorUnits - (south?.booked.minorUnits ?? 0)
        #expect(north.ranges[.quarter]?.p50.minorUnits == (south?.p50.minorUnits ?? 0) + booked)
        #expect(try one("First").explanation == "Early deals.")
        #expect(try one("First").touched.allSatisfy { !$0.text.contains("open") })
        #expect(try one("No new").touched.isEmpty)
        #expect(try #require(one("No new").meanDifferences[.quarter]).minorUnits < 0)
    }

    @Test func `an empty pipeline has only the scenarios that need no deal`() {
        let result = forecastPipeline(
            book([]), stages: stages, settings: quickSettings(), report: ReportSettings())
        #expect(
            result.scenarios.map(\.name) == [
                "As expected", "Everything slips 30 days", "Win rate +10 %", "Win rate −10 %",
            ])
    }
}
