package import Config
package import Quantities
package import Records

/// A believable company that does not exist: "Lumaquell" sells coffee, water and washing to the houses of
/// South Tyrol and Trentino. Towns and geography are real; every firm, person, street and number is invented.
package enum DemoCompany {
    package static let name = "Lumaquell"
    package static let zone = Zone("Europe/Rome")!
    package static let currency = Currency.euro
    /// The last day that is known, a Friday; fixed, so that the demo needs no clock.
    package static let ending = Day(year: 2026, month: 11, day: 13)!

    /// Days on which nobody works in the year of `ending` and the years beside it, sorted.
    package static func holidays(around ending: Day = ending) -> [PlanningSettings.Holiday] {
        (ending.year - 1...ending.year + 1).flatMap(WorkCalendar.holidays(in:))
    }
}

/// Eighteen months of that company up to `ending`, from nothing but the seed.
///
/// The same seed gives the same contents on every machine; another one gives another company of the same shape:
/// about 600 customers, 12 reps in 3 teams and one who left, 12,000 visits, 2,000 deals, 9,000 orders.
/// What happened in the last week tells a story: one team short of plan, two large deals slipped, one large win,
/// one customer with three complaints. Every id begins with `demo:` and every reference resolves.
package func makeCompany(seed: UInt64, ending: Day = DemoCompany.ending) -> SalesBookContents {
    makeCompanyWithStory(seed: seed, ending: ending).contents
}

func makeCompanyWithStory(seed: UInt64, ending: Day) -> (contents: SalesBookContents, story: Story) {
    let timeline = Timeline(ending: ending, zone: DemoCompany.zone)
    let staff = Staff(seed: seed, timeline: timeline)
    var making = CustomerMaking(seed: seed, timeline: timeline, staff: staff)
    var customers = making.make()
    var contents = SalesBookContents()
    contents.assignments = Handover.apply(to: &customers, staff: staff, seed: seed)
    var blemishes = Blemishes()
    blemishes.spoil(&customers, seed: seed, timeline: timeline)
    contents.contacts = makeContacts(of: customers, seed: seed)
    let world = DemoWorld(
        seed: seed, timeline: timeline, reps: staff.reps, away: staff.away, customers: customers,
        contacts: Dictionary(grouping: contents.contacts.filter { $0.customerID != nil }) { $0.customerID! })

    contents.teams = staff.teams
    contents.reps = staff.reps
    contents.customers = customers.map(\.record)

    var visits = VisitHistory(world: world)
    var appointments = PlannedVisits(world: world)
    contents.activities = visits.make() + appointments.make() + makeOtherActivities(world: world)

    var deals = DealHistory(world: world)
    contents.opportunities = deals.make()
    contents.serviceCases = makeCases(world: world)
    let story = Story(world: world, opportunities: &contents.opportunities, cases: &contents.serviceCases)
    blemishes.spoil(&contents.opportunities, sparing: story, seed: seed)

    contents.orders = makeOrders(world: world)
    contents.leads = makeLeads(world: world)
    contents.campaigns = makeCampaigns(world: world, leads: contents.leads)
    contents.followUps = makeFollowUps(world: world, opportunities: contents.opportunities)
    let bookings = Bookings(opportunities: contents.opportunities, zone: timeline.zone)
    contents.quotas = makeQuotas(world: world, bookings: bookings)
    contents.forecastCalls = makeForecastCalls(
        world: world, bookings: bookings, opportunities: contents.opportunities)
    contents.importRuns = [blemishes.ledger(of: contents, timeline: timeline)]
    return (contents, story)
}
