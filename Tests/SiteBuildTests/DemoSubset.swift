import Demo
import Quantities
import Records

/// A part of the demo company that is whole in itself: some reps with some of their customers and all that hangs on
/// them. Made, and built, once for all tests.
enum DemoSubset {
    static let contents = subset(of: makeCompany(seed: 7), repsPerTeam: 1, customersPerRep: 14)

    private static let site = Task { try await TestWorkspace(contents).build() }

    static func built() async throws -> SiteTree { try await site.value }

    static func subset(of all: SalesBookContents, repsPerTeam: Int, customersPerRep: Int) -> SalesBookContents {
        var some = SalesBookContents()
        some.teams = all.teams
        some.reps = all.teams.flatMap { team in
            all.reps.filter { $0.teamID == team.id && $0.isActive }.prefix(repsPerTeam)
        }
        let reps = Set(some.reps.map(\.id))
        some.customers = some.reps.flatMap { rep in
            all.customers.filter { $0.ownerID == rep.id }.prefix(customersPerRep)
        }
        let customers = Set(some.customers.map(\.id))
        func isKept(_ id: RecordID<Customer>?) -> Bool { id.map(customers.contains) ?? false }
        some.contacts = all.contacts.filter { isKept($0.customerID) }
        some.opportunities = all.opportunities.filter { isKept($0.customerID) }
        some.activities = all.activities.filter { isKept($0.customerID) }
        some.followUps = all.followUps.filter { isKept($0.customerID) }
        some.orders = all.orders.filter { isKept($0.customerID) }
        some.serviceCases = all.serviceCases.filter { isKept($0.customerID) }
        some.leads = Array(all.leads.prefix(20))
        some.campaigns = Array(all.campaigns.prefix(2))
        some.quotas = all.quotas.filter { reps.contains($0.repID) }
        some.forecastCalls = all.forecastCalls.filter { reps.contains($0.repID) }
        some.assignments = all.assignments.filter { isKept($0.customerID) }
        return some
    }
}
