import Config
import Forecasting
import Geo
import Insights
import Notes
import Quantities
import Records
import Routes
import Teams
import Territories

@testable import Pages

extension RecordID: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}

/// Friday 13 November 2026.
let friday = Day(daysSinceEpoch: 20_770)

/// Two customers of Ana in team North, one overdue and one on cadence; Bo has no team; Cem has left.
func smallContents() -> SalesBookContents {
    var contents = SalesBookContents()
    contents.teams = [Team(id: "t:north", name: "North")]
    contents.reps = [
        Rep(id: "t:ana", name: "Ana", teamID: "t:north"), Rep(id: "t:bo", name: "Bo"),
        Rep(id: "t:cem", name: "Cem", teamID: "t:north", left: friday - 60),
    ]
    contents.customers = [
        Customer(
            id: "t:adler", name: "Bar Adler", address: Address(city: "Bozen"),
            place: GeoPoint(latitude: 46.5, longitude: 11.3),
            ownerID: "t:ana", cadenceDays: 14),
        Customer(
            id: "t:post", name: "Hotel Post", place: GeoPoint(latitude: 46.6, longitude: 11.4), ownerID: "t:ana",
            cadenceDays: 14),
    ]
    contents.activities = [visit(to: "t:adler", daysAgo: 30), visit(to: "t:post", daysAgo: 3)]
    return contents
}

private func visit(to customer: RecordID<Customer>, daysAgo: Int) -> Activity {
    Activity(
        id: RecordID("\(customer.text)-visit"), category: .visit, state: .done, customerID: customer, repID: "t:ana",
        start: Instant(utc: friday - daysAgo, seconds: 36_000))
}

/// For pages that need no territories.
private let unmeasured = TerritoryReport(
    current: Assignment(
        territories: [], owner: [:], largestDeviation: 0, meanDeviation: 0, totalDriveHours: 0, overlapShare: 0),
    proposal: nil, handOvers: [], orphans: [], unplaced: [])

/// The whole material of a site over that company, as a build makes it.
func smallMaterial(
    notes: [Note] = [], isAnalysed: Bool = true, _ fill: (inout SalesBookContents) -> Void = { _ in }
) -> SiteMaterial {
    var contents = smallContents()
    fill(&contents)
    let config = SiteConfig()
    let book = SalesBook(asOf: friday, zone: .utc, currency: .euro, contents: contents)
    let plans = (isAnalysed ? book.activeReps : []).map {
        ($0.id, planWeek(of: $0, in: book, planning: config.planning, travel: config.travel))
    }
    return SiteMaterial(
        book: book, config: config, routes: Dictionary(plans, uniquingKeysWith: { first, _ in first }),
        territories: isAnalysed
            ? measureTerritories(
                book, settings: config.territories, planning: config.planning, travel: config.travel)
            : unmeasured,
        forecast: forecastPipeline(book, stages: config.stages, settings: config.forecast, report: config.report),
        score: scoreForecast(book, stages: config.stages, settings: config.forecast),
        teams: summarizeTeams(book, monday: book.reportMonday, planning: config.planning, report: config.report),
        insights: readInsights(book), notes: notes, basemap: [], snapshots: [], problems: [], version: "1")
}

extension PageFields {
    /// A text by name, empty when there is none.
    func text(_ name: String) -> String {
        if case .text(let text) = values[name] { return text }
        return ""
    }
}
