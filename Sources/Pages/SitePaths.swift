import Quantities
package import Records

/// Where each page is. Folder names are made from names, kept apart by number in order of id.
package struct SitePaths: Sendable {
    private let customerSlugs: [String: String]
    private let repSlugs: [String: String]
    private let teamSlugs: [String: String]

    package init(_ book: SalesBook) {
        customerSlugs = uniqueSlugs(book.customers.map { ($0.id.text, $0.name) })
        repSlugs = uniqueSlugs(book.reps.map { ($0.id.text, $0.name) })
        teamSlugs = uniqueSlugs(book.teams.map { ($0.id.text, $0.name) })
    }

    package static let index = SitePath("index.html")
    package static let teams = SitePath("teams/index.html")
    package static let reps = SitePath("reps/index.html")
    package static let territories = SitePath("territories/index.html")
    /// The page of a way to divide the customers, by its name in small letters, such as `moves-10`.
    package static func territoryOption(_ slug: String) -> SitePath { SitePath("territories/\(slug).html") }
    package static let pipeline = SitePath("pipeline/index.html")
    package static let health = SitePath("pipeline/health.html")
    package static let accuracy = SitePath("pipeline/accuracy.html")
    package static let customers = SitePath("customers/index.html")
    package static let segments = SitePath("segments/index.html")
    package static let leads = SitePath("leads/index.html")
    package static let campaigns = SitePath("campaigns/index.html")
    package static let service = SitePath("service/index.html")
    package static let process = SitePath("process/index.html")
    package static let data = SitePath("data/index.html")
    package static let archive = SitePath("archive/index.html")

    /// Nil for an id that the book does not hold.
    package func customer(_ id: RecordID<Customer>) -> SitePath? {
        customerSlugs[id.text].map { SitePath("customers/\($0)/index.html") }
    }
    package func rep(_ id: RecordID<Rep>) -> SitePath? {
        repSlugs[id.text].map { SitePath("reps/\($0)/index.html") }
    }
    package func team(_ id: RecordID<Team>) -> SitePath? {
        teamSlugs[id.text].map { SitePath("teams/\($0)/index.html") }
    }
}
