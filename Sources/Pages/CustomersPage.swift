import Insights
import Quantities
import Records

extension SiteMaterial {
    /// Every customer, and the index for the search.
    func customersPage() -> PageOutput {
        let path = SitePaths.customers
        let customers = book.customers.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let states = Dictionary(
            customers.map { ($0.id, cadenceState(of: $0)) }, uniquingKeysWith: { first, _ in first })
        let overdue = states.values.count { $0 == .overdue }
        let due = states.values.count { $0 == .due }
        let table = DataTable(
            caption: "All customers by name", file: "customers.csv",
            columns: [
                .text("Customer"), .text("Town", wideOnly: true), .text("Rep"), .text("Visits"),
                .number("Orders, 12 months", wideOnly: true), .text("Segment", wideOnly: true),
                .text("Last visit", wideOnly: true),
            ],
            rows: customers.map { customer in
                let insight = insights.customers[customer.id]
                let last = book.lastVisit(to: customer.id).map { book.day(of: $0) }
                let state = states[customer.id] ?? .prospect
                return [
                    customerCell(customer.id, on: path),
                    DataTable.Cell(customer.address.city ?? "–"),
                    repCell(customer.ownerID, on: path),
                    DataTable.Cell(state.word, status: state.status),
                    insight.map { moneyCell($0.revenueLastYear) } ?? "–",
                    DataTable.Cell(insight?.segment ?? "–"),
                    DataTable.Cell(last.map(figures.day) ?? "never", raw: last?.iso ?? ""),
                ]
            }, empty: "No customer yet: import accounts from the CRM.")
        let index = CompanionFile(path: SitePath("assets/search-index.js"), text: searchIndex(customers))
        return output(
            of: ListPage(
                path: path, title: "Customers",
                finding:
                    "\(figures.count(customers.count, "customer")): \(figures.integer(overdue)) overdue for a visit, \(figures.integer(due)) due soon.",
                tables: [table]), files: [index])
    }
}
