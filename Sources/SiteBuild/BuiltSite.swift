package import Diagnostics
import Pages
package import Publishing
import Records
package import Routes

/// What a build has made, with the figures that the command prints.
package struct BuiltSite: Sendable {
    package var site: PublishedSite
    package var customers: Int
    package var reps: Int
    package var plannedVisits: Int
    package var unservedCustomers: Int
    /// How much of what plans look at is known by road; nil where the config names no engine.
    package var roads: RoadReport?
    /// Of the last imports, and found while building.
    package var problems: [Problem]

    init(site: PublishedSite, material: SiteMaterial) {
        self.site = site
        customers = material.book.customers.count
        reps = material.book.activeReps.count
        plannedVisits = material.routes.values.reduce(0) { $0 + $1.stopCount }
        unservedCustomers = material.routes.values.reduce(0) { $0 + $1.unserved.count }
        roads = material.travel?.roads
        problems = material.problems
    }
}
