import Config
import Geo
import Quantities
import Records

@testable import Routes

/// Monday, 23 November 2026; books are as of the Friday before.
let monday = Day(iso: "2026-11-23")!
let asOf = Day(iso: "2026-11-20")!

func place(_ north: Double, _ east: Double = 0) -> GeoPoint {
    GeoPoint(latitude: 47 + north, longitude: 9 + east)!
}

func customer(
    _ id: String, at place: GeoPoint?, cadence: Int? = 30, minutes: Int? = nil, hours: [Weekday: String]? = nil,
    priority: Priority = .medium
) -> Customer {
    Customer(
        id: RecordID(id), name: id, place: place, ownerID: RecordID("rep"), cadenceDays: cadence,
        visitMinutes: minutes, openingHours: hours.map { OpeningHours($0.mapValues { [window($0)] }) },
        priority: priority)
}

/// `9:00-12:00`.
func window(_ text: String) -> TimeWindow {
    let parts = text.split(separator: "-")
    return TimeWindow(from: TimeOfDay(parts[0])!, until: TimeOfDay(parts[1])!)
}

func everyDay(_ hours: String) -> [Weekday: String] {
    Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours) })
}

func rep(home: GeoPoint? = place(0), hours: [Weekday: String]? = nil) -> Rep {
    Rep(
        id: RecordID("rep"), name: "Ana Lima", home: home,
        workingHours: hours.map { WorkingHours($0.mapValues { window($0) }) })
}

func visit(_ id: String, _ customer: String, day: Day, at time: String = "9:00", state: Activity.State = .done)
    -> Activity
{
    Activity(
        id: RecordID(id), category: .visit, state: state, customerID: RecordID(customer), repID: RecordID("rep"),
        start: Zone.utc.instant(day, TimeOfDay(time)!))
}

func followUp(_ id: String, _ customer: String, due: Day) -> FollowUp {
    FollowUp(id: RecordID(id), customerID: RecordID(customer), repID: RecordID("rep"), subject: "Send", due: due)
}

func book(
    _ rep: Rep, _ customers: [Customer], _ activities: [Activity] = [], _ followUps: [FollowUp] = []
) -> SalesBook {
    var contents = SalesBookContents()
    contents.reps = [rep]
    contents.customers = customers
    contents.activities = activities
    contents.followUps = followUps
    return SalesBook(asOf: asOf, zone: .utc, currency: .euro, contents: contents)
}

/// A kilometre of great circle in a minute, without access, no lunch, and little search.
let plainTravel = {
    var travel = TravelSettings()
    travel.bands = [TravelSettings.Band(upToKilometres: .infinity, detour: 1, kilometresPerHour: 60)]
    travel.accessMinutes = 0
    return travel
}()

func settings(_ change: (inout PlanningSettings) -> Void = { _ in }) -> PlanningSettings {
    var settings = PlanningSettings()
    settings.steps = 300
    settings.lunchMinutes = 0
    change(&settings)
    return settings
}

extension RoutePlan {
    /// Customers by day, such as `Mon a b | Tue c`.
    var outline: String {
        days.filter { !$0.stops.isEmpty }
            .map { ([$0.day.weekday.shortName] + $0.stops.map(\.customerID.text)).joined(separator: " ") }
            .joined(separator: " | ")
    }

    func cause(_ id: String) -> Unserved.Cause? { unserved.first { $0.customerID.text == id }?.cause }
}

/// The first week of a world.
func scope(_ world: RandomWorld) -> WeekScope {
    let book = world.book
    return WeekScope(
        of: world.rep, from: monday, in: book, planning: world.planning,
        inputs: resolvePlanChanges(PlanInputs(), in: book).0)
}
