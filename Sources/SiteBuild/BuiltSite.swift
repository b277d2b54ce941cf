package import Diagnostics
import Pages
package import Publishing
import Records
import Routes

/// What a build has made, with the figures that the command prints.
package struct BuiltSite: Sendable {
    package var site: PublishedSite
    package var customers: Int
    package var reps: Int
    package var plannedVisits: Int
    package var unservedCustomers: Int
    /// Of the last imports, and found while building.
    package var problems: [Problem]

    init(site: PublishedSite, material: SiteMaterial) {
        self.site = site
        customers = material.book.customers.count
        reps = material.book.activeReps.count
        plannedVisits = material.routes.values.reduce(0) { $0 + $1.stopCount }
        unservedCustomers = material.routes.values.reduce(0) { $0 + $1.unserved.count }
        problems = material.problems
    }
}
