import Diagnostics
import Quantities
import Records

extension RecordReading {
    static let customer = RecordReading(
        "customer",
        fields: [
            "id", "name", "street", "postal_code", "city", "region", "country", "latitude", "longitude", "phone",
            "website", "industry", "employees", "annual_revenue", "currency", "owner", "cadence_days", "visit_minutes",
            "opening_hours", "priority", "type", "is_active", "created", "is_deleted",
        ]
    ) { row, draft in
        guard let id = row.id("customer.id", of: Customer.self) else { return false }
        var customer = Customer(id: id, name: row.name("customer.name") ?? "")
        if customer.name.isEmpty {
            customer.name = "Unnamed \(id.sourceID)"
            row.report(
                .warning, "customer.no-name", "a customer has no name", field: "customer.name",
                hint: "enter the name in the CRM")
        }
        customer.address = Address(
            street: row.text("customer.street"), postalCode: row.text("customer.postal_code"),
            city: row.text("customer.city"), region: row.text("customer.region"), country: row.text("customer.country"))
        (customer.place, customer.placePrecision) = row.place("customer", noneIsWorthAProblem: true)
        customer.phone = row.text("customer.phone")
        customer.website = row.text("customer.website")
        customer.industry = row.text("customer.industry")
        customer.employees = row.count("customer.employees", atLeast: 0, atMost: 10_000_000)
        customer.annualRevenue = row.money("customer.annual_revenue", currency: "customer.currency")
        customer.ownerID = row.id("customer.owner", of: Rep.self)
        customer.cadenceDays = row.count("customer.cadence_days", atLeast: 1, atMost: 730)
        customer.visitMinutes = row.count("customer.visit_minutes", atLeast: 1, atMost: 600)
        customer.openingHoursText = row.text("customer.opening_hours")
        customer.openingHours = row.openingHours("customer.opening_hours")
        customer.priority = row.word("customer.priority").flatMap(Priority.init) ?? .medium
        customer.isProspect = (row.text("customer.type") ?? "").lowercased().contains("prospect")
        customer.isActive = row.yesNo("customer.is_active") ?? true
        customer.created = row.instant("customer.created")
        row.saw(customer.created)
        draft.contents.customers.append(customer)
        return true
    }
}

extension RowReader {
    /// Nil, with a problem, when the text can't be understood; the customer then counts as open in working hours.
    mutating func openingHours(_ field: String) -> OpeningHours? {
        guard let text = text(field) else { return nil }
        do throws(OpeningHoursProblem) {
            return try OpeningHours(osm: text)
        } catch {
            report(
                .warning, "customer.opening-hours", "opening hours can't be understood: \(error.reason)", field: field,
                value: text,
                hint: "write them like 'Mo-Fr 08:00-12:00,13:30-18:00'; until then it counts as open in working hours")
            return nil
        }
    }
}
