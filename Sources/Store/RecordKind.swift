/// The kinds of record that the store keeps, in the order of listings.
package enum RecordKind: String, CaseIterable, Comparable, Sendable {
    case team, rep, customer, contact, lead, opportunity
    case opportunityChange = "opportunity_change"
    case activity
    case followUp = "follow_up"
    case order
    case serviceCase = "service_case"
    case campaign
    case campaignMember = "campaign_member"
    case quota
    case forecastCall = "forecast_call"
    case territoryAssignment = "territory_assignment"

    /// Name of the table: the same word, but for `order`, which SQL keeps for itself.
    var table: String { self == .order ? "sales_order" : rawValue }

    package static func < (left: RecordKind, right: RecordKind) -> Bool { left.position < right.position }

    private var position: Int { RecordKind.allCases.firstIndex(of: self) ?? 0 }
}
