import Config
import Diagnostics
import Quantities
import Records
import Testing

@testable import Forecasting

private let francs = Currency(code: "CHF")!

private func row(_ rep: String, _ amount: Int, line: Int = 2) -> CallRow {
    CallRow(
        rep: rep, caller: .rep, month: day(11, 1), commit: euros(amount), at: Instant(utc: day(11, 2)),
        place: ProblemPlace(file: "calls.csv", line: line))
}

private func rates() -> ExchangeRates {
    var rates = ExchangeRates(to: .euro, validDays: 31)
    rates.set(francs, on: day(11, 1), to: ExchangeRates.Rate(decimal: "1.1")!)
    return rates
}

private func foreign(_ id: String, on day: Day) -> Opportunity {
    let money = Money(minorUnits: 500_000, currency: francs)
    var opportunity = deal(id, [Step(day, "First", 1, close: day + 30)])
    opportunity.amount = money
    opportunity.changes[0].amount = money
    return opportunity
}

@Suite struct SettleForecastInputsTests {
    @Test func `calls find their rep by id or name, and the others are named by line`() {
        var inputs = ForecastInputs()
        inputs.calls = [row("t:a", 5), row("b", 6, line: 3), row("Bea", 7, line: 4)]
        let (settled, problems) = settle(inputs, in: book([]), config: SiteConfig())
        #expect(settled.forecastCalls.map(\.repID.text) == ["t:a", "t:b"])
        #expect(problems.map(\.kind) == ["forecast-calls.unknown-rep"])
        #expect(problems.first?.place?.line == 4)
        let twins = book([]) { $0.reps[1].name = "a" }
        let unsure = settle(inputs, in: twins, config: SiteConfig())
        #expect(unsure.problems.map(\.kind).contains("forecast-calls.ambiguous-rep") == false)
        inputs.calls = [row("Lima", 5)]
        let same = book([]) { for index in 0..<2 { $0.reps[index].name = "Lima" } }
        #expect(
            settle(inputs, in: same, config: SiteConfig()).problems.map(\.kind) == ["forecast-calls.ambiguous-rep"])
    }

    @Test func `a foreign deal counts at its day's rate, and one without a rate is listed and in no sum`() {
        var inputs = ForecastInputs()
        inputs.rates = rates()
        let (settled, problems) = settle(
            inputs, in: book([foreign("old", on: day(10, 1)), foreign("new", on: day(11, 5))]), config: SiteConfig())
        #expect(problems.map(\.kind) == ["rates.no-rate"])
        #expect(problems.first?.value == "t:old")
        let forecast = forecastPipeline(
            settled, stages: stages, settings: quickSettings(), report: ReportSettings())
        #expect(forecast.setAside.map(\.text) == ["t:old"])
        #expect(settled.opportunities.map(\.amount) == [euros(5_500), Money(minorUnits: 500_000, currency: francs)])
        #expect(settled.opportunities.map(\.stated?.minorUnits) == [500_000, nil])
    }

    @Test func `rates that move alone draw no bar in the waterfall`() {
        var inputs = ForecastInputs()
        var moving = rates()
        for offset in 1...12 {
            moving.set(francs, on: day(11, 1) + offset, to: ExchangeRates.Rate(decimal: "1.\(offset)")!)
        }
        inputs.rates = moving
        let stays = foreign("d", on: day(11, 3))
        let settled = settle(inputs, in: book([stays]), config: SiteConfig()).book
        let forecast = forecastPipeline(
            settled, stages: stages, settings: quickSettings(), report: ReportSettings())
        #expect(forecast.waterfall.opening == forecast.waterfall.closing)
        #expect(forecast.waterfall.opening == euros(6_000))
    }

    @Test func `without files it is the book that was given`() {
        let given = book(steadyHistory() + [foreign("f", on: day(11, 3))])
        let (settled, problems) = settle(ForecastInputs(), in: given, config: SiteConfig())
        #expect(settled.opportunities == given.opportunities && problems.isEmpty)
    }

    @Test func `names in scenarios that mean nobody are warnings`() {
        var config = SiteConfig()
        config.stages = stages
        var scenario = ScenarioSetting(name: "What if")
        scenario.loseDeals = ["t:h0", "h1", "nothing"]
        scenario.repLeaves = ["a", "nobody"]
        scenario.stages = ["First", "Fist"]
        config.forecast.scenarios = [scenario]
        let problems = settle(ForecastInputs(), in: book(steadyHistory()), config: config).problems
        #expect(problems.map(\.value) == ["nothing", "nobody", "Fist"])
        #expect(problems.allSatisfy { $0.kind == "config.scenarios" && $0.severity == .warning })
    }

    @Test func `people's numbers stand beside the forecast and do not change it`() {
        let plain = book(steadyHistory())
        var inputs = ForecastInputs()
        inputs.calls = [row("a", 1_000_000)]
        let called = settle(inputs, in: plain, config: SiteConfig()).book
        func forecast(_ book: SalesBook) -> PipelineForecast {
            forecastPipeline(book, stages: stages, settings: quickSettings(), report: ReportSettings())
        }
        var with = forecast(called)
        #expect(with.forecasts.map(\.p50) == forecast(plain).forecasts.map(\.p50))
        with.addPeople(of: called, config: SiteConfig(), daysOff: [], score: nil)
        #expect(with.calls.count == 3 && with.callers.isEmpty)
        #expect(with.pacing.map(\.scope) == with.forecasts.map(\.scope))
    }
}
