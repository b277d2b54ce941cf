package import Quantities

/// The whole company as it was known at the end of one day: what a build sees.
///
/// Immutable; every array is sorted by id (changes and activities by time, then id), so nothing depends on the order of
/// rows in the store. What was not yet known on `asOf` is not in it. Analyses are pure functions of a `SalesBook`.
package struct SalesBook: Sendable {
    package let asOf: Day
    /// The company's zone: days of activities are counted in it.
    package let zone: Zone
    package let currency: Currency
    package let teams: [Team]
    package let reps: [Rep]
    package let customers: [Customer]
    package let contacts: [Contact]
    package let leads: [Lead]
    package let opportunities: [Opportunity]
    /// By start, then id. Rows that a later row corrects are not in it. Planned ones may lie after `asOf`.
    package let activities: [Activity]
    package let followUps: [FollowUp]
    package let orders: [Order]
    package let serviceCases: [ServiceCase]
    package let campaigns: [Campaign]
    package let quotas: [Quota]
    package let forecastCalls: [ForecastCall]
    /// Those that have begun and still hold, in the order in which they overrule each other.
    package let assignments: [TerritoryAssignment]
    /// Territory changes known on `asOf`, by sequence; those with a later `from` are still to come.
    package let territoryRuns: [TerritoryRun]
    package let importRuns: [ImportRun]

    package let customerByID: [RecordID<Customer>: Customer]
    package let repByID: [RecordID<Rep>: Rep]
    package let teamByID: [RecordID<Team>: Team]
    package let contactsByCustomer: [RecordID<Customer>: [Contact]]
    package let opportunitiesByCustomer: [RecordID<Customer>: [Opportunity]]
    package let activitiesByCustomer: [RecordID<Customer>: [Activity]]
    package let followUpsByCustomer: [RecordID<Customer>: [FollowUp]]
    package let ordersByCustomer: [RecordID<Customer>: [Order]]
    package let serviceCasesByCustomer: [RecordID<Customer>: [ServiceCase]]
    package let customersByRep: [RecordID<Rep>: [Customer]]

    /// Sorts what it is given. O(n log n).
    package init(asOf: Day, zone: Zone, currency: Currency, contents: SalesBookContents) {
        self.asOf = asOf
        self.zone = zone
        self.currency = currency
        teams = contents.teams.sorted { $0.id < $1.id }
        reps = contents.reps.sorted { $0.id < $1.id }
        contacts = contents.contacts.sorted { $0.id < $1.id }
        leads = contents.leads.sorted { $0.id < $1.id }
        opportunities = contents.opportunities.sorted { $0.id < $1.id }
        activities = contents.activities.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        followUps = contents.followUps.sorted { $0.id < $1.id }
        orders = contents.orders.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        serviceCases = contents.serviceCases.sorted { $0.id < $1.id }
        campaigns = contents.campaigns.sorted { $0.id < $1.id }
        quotas = contents.quotas.sorted { $0.id < $1.id }
        forecastCalls = contents.forecastCalls.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        assignments = contents.assignments.sorted(by: TerritoryAssignment.isBefore)
        territoryRuns = contents.territoryRuns.sorted { ($0.sequence, $0.id) < ($1.sequence, $1.id) }
        importRuns = contents.importRuns.sorted { ($0.at, $0.id) < ($1.at, $1.id) }

        // The last assignment that has begun decides who owns a customer.
        var owners: [RecordID<Customer>: RecordID<Rep>] = [:]
        for assignment in assignments where assignment.from <= asOf { owners[assignment.customerID] = assignment.repID }
        customers = contents.customers
            .map { customer in
                var customer = customer
                customer.ownerID = owners[customer.id] ?? customer.ownerID
                return customer
            }
            .sorted { $0.id < $1.id }

        customerByID = Dictionary(customers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        repByID = Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        teamByID = Dictionary(teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        contactsByCustomer = grouped(contacts, by: \.customerID)
        opportunitiesByCustomer = grouped(opportunities, by: \.customerID)
        activitiesByCustomer = grouped(activities, by: \.customerID)
        followUpsByCustomer = grouped(followUps, by: \.customerID)
        ordersByCustomer = grouped(orders, by: \.customerID)
        serviceCasesByCustomer = grouped(serviceCases, by: \.customerID)
        customersByRep = grouped(customers, by: \.ownerID)
    }

    /// Monday of the week that a build plans: the first Monday on or after `asOf`.
    package var planMonday: Day { asOf.weekday == .monday ? asOf : asOf.monday + 7 }
    /// Monday of the week that a build reports on: the week before the planned one.
    package var reportMonday: Day { planMonday - 7 }

    /// Reps who work on `asOf`, sorted by id.
    package var activeReps: [Rep] { reps.filter { $0.works(on: asOf) } }

    /// The last completed visit to that customer on or before `asOf`.
    package func lastVisit(to customer: RecordID<Customer>) -> Activity? {
        (activitiesByCustomer[customer] ?? []).last {
            $0.category == .visit && $0.state == .done && day(of: $0) <= asOf
        }
    }

    package func day(of activity: Activity) -> Day { zone.day(of: activity.start) }
}

/// What goes into a `SalesBook`, in any order.
package struct SalesBookContents: Sendable {
    package var teams: [Team] = []
    package var reps: [Rep] = []
    package var customers: [Customer] = []
    package var contacts: [Contact] = []
    package var leads: [Lead] = []
    package var opportunities: [Opportunity] = []
    package var activities: [Activity] = []
    package var followUps: [FollowUp] = []
    package var orders: [Order] = []
    package var serviceCases: [ServiceCase] = []
    package var campaigns: [Campaign] = []
    package var quotas: [Quota] = []
    package var forecastCalls: [ForecastCall] = []
    package var assignments: [TerritoryAssignment] = []
    package var territoryRuns: [TerritoryRun] = []
    package var importRuns: [ImportRun] = []

    package init() {}
}

private func grouped<Element, Key: Hashable>(
    _ elements: [Element], by key: (Element) -> Key?
) -> [Key: [Element]] {
    var groups: [Key: [Element]] = [:]
    for element in elements {
        if let key = key(element) { groups[key, default: []].append(element) }
    }
    return groups
}
