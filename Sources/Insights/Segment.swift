package import Quantities
package import Records

/// Customers that behave alike, by a rule that is printed with them.
package struct Segment: Sendable, Hashable {
    package var name: String
    /// The rule in words.
    package var rule: String
    package var revenue: Money
    /// Sorted by id.
    package var customers: [RecordID<Customer>]

    package init(name: String, rule: String, revenue: Money, customers: [RecordID<Customer>]) {
        self.name = name
        self.rule = rule
        self.revenue = revenue
        self.customers = customers
    }
}
