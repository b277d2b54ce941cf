import Config
import Quantities
import Records

/// Customers that are switched off are not looked at, except for duplicates.
func customerRules(
    _ book: SalesBook, duplicates: [CustomerMatch], planning: PlanningSettings
) -> [HealthRule] {
    let customers = book.customers.filter(\.isActive)
    func ids(_ isBroken: (Customer) -> Bool) -> [String] { customers.filter(isBroken).map(\.id.text) }
    let tomorrow = book.zone.instant(book.asOf + 1)
    func isVisited(_ customer: Customer) -> Bool {
        (book.activitiesByCustomer[customer.id] ?? []).contains {
            $0.category == .visit && $0.state == .done && $0.start < tomorrow
        }
    }
    return [
        HealthRule(
            "customer.no-coordinate", "Customers without a coordinate", hint: "Add latitude and longitude in the CRM.",
            ids { $0.place == nil && ![.nullIsland, .impossible].contains($0.placePrecision) }),
        HealthRule(
            "customer.null-island", "Customers at 0°, 0°",
            hint: "The coordinate was never set: add the real one in the CRM.", ids { $0.placePrecision == .nullIsland }
        ),
        HealthRule(
            "customer.impossible-coordinate", "Customers with an impossible coordinate",
            hint:
                "Latitude goes from −90 to 90, longitude from −180 to 180: look for a slipped decimal point or swapped "
                + "columns.", ids { $0.placePrecision == .impossible }),
        HealthRule(
            "customer.town-only", "Customers of which only the town is known",
            hint: "Routes lead to the middle of the town: add the coordinate of the address.",
            ids { $0.place != nil && $0.placePrecision == .town }),
        HealthRule(
            "customer.owner-inactive", "Customers of somebody who is not active any more",
            hint: "Give them to an active rep; the territories page proposes one.", ids { book.isGone($0.ownerID) }),
        HealthRule(
            "customer.no-owner", "Customers without an owner", hint: "Give them to a rep, or switch them off.",
            ids { book.isUnknown($0.ownerID) }),
        HealthRule(
            "customer.no-cadence", "Customers without a visit cadence",
            hint: "They are never planned: set the days between visits, or 'planning: cadence_days' for all.",
            ids { planning.cadenceDays(of: $0) == nil }),
        HealthRule(
            "customer.opening-hours", "Opening hours that were not understood",
            hint: "Write them like 'Mo-Fr 08:00-12:00,13:30-18:00'; until then the customer counts as open all day.",
            ids { $0.openingHours == nil && !($0.openingHoursText ?? "").allSatisfy(\.isWhitespace) }),
        HealthRule(
            "customer.never-visited", "Customers that were never visited",
            hint: "Visit them, log the visit, or switch them off.", ids { !isVisited($0) }),
        HealthRule(
            "customer.stray-spaces", "Customers with stray spaces in their name",
            hint: "Remove spaces at the ends and double ones: they break searching and sorting.",
            ids { hasStraySpaces($0.name) }),
        HealthRule(
            "customer.duplicate", "Customers that may be the same",
            hint: "Look at the pairs and merge them in the CRM.",
            duplicates.flatMap { [$0.first.text, $0.second.text] }),
    ]
}

/// At an end, or two in a row.
func hasStraySpaces(_ name: String) -> Bool {
    if name.first?.isWhitespace == true || name.last?.isWhitespace == true { return true }
    return zip(name, name.dropFirst()).contains { $0.isWhitespace && $1.isWhitespace }
}
