import Config
import Forecasting
import Quantities
import Records

/// A pipeline of 100,000 open deals in 10,000 futures: the whole forecast, with a range for the company and each of 5 teams
/// and 50 reps, fans, and seven scenarios.
let pipelineBenchmarks = [
    Benchmark("pipeline: 100,000 open deals × 10,000 futures") {
        let book = largePipeline(openDeals: 100_000)
        return {
            let forecast = forecastPipeline(
                book, stages: StageSetting.usual, settings: ForecastSettings(), report: ReportSettings())
            let ranges = forecast.forecasts.map {
                "\($0.p10.minorUnits) \($0.p50.minorUnits) \($0.p90.minorUnits)"
            }
            let scenarios = forecast.scenarios.map {
                "\($0.name) \($0.ranges[.quarter]?.p50.minorUnits ?? 0) \($0.touched.count)"
            }
            return (ranges + scenarios).joined(separator: "\n")
        }
    },
    Benchmark("pipeline: 100,000 open deals, 10,000 futures of the quarters alone") {
        let book = largePipeline(openDeals: 100_000)
        let play = companyFutures(of: book, stages: StageSetting.usual, settings: ForecastSettings())
        return {
            play().map { "\($0.p10.minorUnits) \($0.p50.minorUnits) \($0.p90.minorUnits)" }.joined(separator: "\n")
        }
    },
]

/// Open deals in all stages, four for each customer that has any, and a quarter as many wins and losses of the last year.
func largePipeline(openDeals: Int) -> SalesBook {
    let asOf = Day(daysSinceEpoch: 20_770)
    var random = SeededRandom(seed: 1, stream: "large pipeline")
    let open = StageSetting.usual.filter { $0.outcome == .open }.map(\.name)
    let won = StageSetting.usual.first { $0.outcome == .won }?.name ?? ""
    let lost = StageSetting.usual.first { $0.outcome == .lost }?.name ?? ""
    var contents = SalesBookContents()
    contents.teams = (0..<5).map { Team(id: RecordID("team-\($0)"), name: "Team \($0)") }
    contents.reps = (0..<50).map {
        Rep(id: RecordID("rep-\($0)"), name: "Rep \($0)", teamID: RecordID("team-\($0 % 5)"))
    }
    contents.opportunities = (0..<(openDeals + openDeals / 4)).map { number in
        let isOpen = number < openDeals
        let closed = asOf - random.integer(in: 0..<365)
        let created = isOpen ? asOf - random.integer(in: 1..<200) : closed - random.integer(in: 5..<120)
        let amount = Money(minorUnits: (1_000 + random.integer(in: 0..<50_000)) * 100, currency: .euro)
        let stage = open[random.integer(in: 0..<open.count)]
        let isWon = random.unit() < 0.4
        let owner = RecordID<Rep>("rep-\(random.integer(in: 0..<50))")
        let id = "deal-\(number)"
        func change(_ day: Day, _ stage: String, _ outcome: Opportunity.Outcome) -> OpportunityChange {
            OpportunityChange(
                id: RecordID("\(id)-\(stage)"), at: Instant(utc: day, seconds: 43_200), stage: stage, outcome: outcome,
                amount: amount, closeDay: nil, ownerID: nil)
        }
        var changes = [change(created, stage, .open)]
        if !isOpen { changes.append(change(closed, isWon ? won : lost, isWon ? .won : .lost)) }
        let last = changes[changes.count - 1]
        return Opportunity(
            id: RecordID(id), customerID: RecordID("customer-\(number / 4)"), name: id, created: changes[0].at,
            ownerID: owner, stage: last.stage, outcome: last.outcome, amount: amount, closeDay: nil,
            closed: isOpen ? nil : last.at, changes: changes)
    }
    return SalesBook(asOf: asOf, zone: .utc, currency: .euro, contents: contents)
}
