import Config
import Demo
import Forecasting
import Insights
import Quantities
import Records
import Routes
import Store
import Teams
import Territories

/// The demo company of seed 1, as a book.
private func demoBook() -> SalesBook {
    SalesBook(
        asOf: DemoCompany.ending, zone: DemoCompany.zone, currency: DemoCompany.currency, contents: makeCompany(seed: 1)
    )
}

let companyBenchmarks = [
    Benchmark("demo: make the company") { { "\(makeCompany(seed: 1).activities.count)" } },
    Benchmark("routes: weeks of all reps") {
        let book = demoBook()
        return {
            let (inputs, _) = resolvePlanChanges(PlanInputs(), in: book)
            let times = GreatCircleTravel(TravelSettings())
            return book.activeReps.map { rep -> String in
                let plan = planWeeks(
                    of: rep, in: book, planning: PlanningSettings(), travel: TravelSettings(), inputs: inputs,
                    times: times)
                return "\(rep.id) \(plan.figures.driving.count) "
                    + plan.days.flatMap(\.stops).map(\.customerID.text).joined(separator: " ")
            }.joined(separator: "\n")
        }
    },
    Benchmark("territories: measure and propose") {
        let book = demoBook()
        return {
            let report = measureTerritories(book)
            return report.handOvers.map { "\($0.customerID) \($0.to)" }.joined(separator: "\n")
        }
    },
    Benchmark("forecasting: month and quarter") {
        let book = demoBook()
        return {
            forecastPipeline(book, stages: StageSetting.usual, settings: ForecastSettings(), report: ReportSettings())
                .forecasts.map { "\($0.p10.minorUnits) \($0.p50.minorUnits) \($0.p90.minorUnits)" }.joined(
                    separator: "\n")
        }
    },
    Benchmark("forecasting: score of six months") {
        let book = demoBook()
        return {
            scoreForecast(book, stages: StageSetting.usual, settings: ForecastSettings()).months
                .map { "\($0.p50.minorUnits)" }.joined(separator: "\n")
        }
    },
    Benchmark("teams: summary of a week") {
        let book = demoBook()
        return {
            let summary = summarizeTeams(
                book, monday: book.reportMonday, planning: PlanningSettings(), report: ReportSettings())
            return "\(summary.company.doneVisits) \(summary.company.plannedVisits) \(summary.company.overdue.count)"
        }
    },
    Benchmark("insights: segments, duplicates, data health") {
        let book = demoBook()
        return { readInsights(book).segments.map { "\($0.name) \($0.customers.count)" }.joined(separator: "\n") }
    },
    Benchmark("store: apply the company in memory and read it back") {
        let contents = makeCompany(seed: 1)
        return {
            guard let run = contents.importRuns.first, let store = try? CustomerStore.inMemory() else {
                return "no store"
            }
            guard
                (try? store.apply(contents, run: run)) != nil,
                let book = try? store.salesBook(
                    asOf: DemoCompany.ending, zone: DemoCompany.zone, currency: DemoCompany.currency,
                    openingHours: { try? OpeningHours(osm: $0) })
            else { return "failed" }
            return "\(book.customers.count) \(book.activities.count)"
        }
    },
]
