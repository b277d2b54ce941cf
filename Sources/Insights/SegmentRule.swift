import Quantities
import Records

/// Segments by recency, frequency and money of orders. The first rule that holds decides: never ordered, lost, new,
/// quiet, champions, growing, steady.
///
/// Fixed rules instead of fifths of each scale: a name means the same next month, and a rep can check it by hand.
enum SegmentRule: String, CaseIterable {
    case champions = "Champions"
    case growing = "Growing"
    case steady = "Steady"
    case new = "New"
    case quiet = "Quiet"
    case lost = "Lost"
    case none = "No orders"

    var words: String {
        switch self {
        case .champions:
            "In their rhythm, four orders or more in twelve months, and in the top quarter by their revenue."
        case .growing:
            "In their rhythm, and a quarter more in the last six months than in the six before, with two orders or more "
                + "in each."
        case .steady: "In their rhythm, and none of the above."
        case .new: "First order in the last 120 days."
        case .quiet:
            "Silent for more than twice the usual days between orders, or for 180 days where there is no rhythm yet."
        case .lost: "No order for more than a year."
        case .none: "Never ordered."
        }
    }

    /// `champion` is the revenue of twelve months from which a customer is in the top quarter.
    static func of(_ history: OrderHistory, on day: Day, champion: Int?) -> SegmentRule {
        guard let first = history.first, let last = history.last else { return .none }
        if day - last > 365 { return .lost }
        if day - first <= 120 { return .new }
        if let silence = history.silence(on: day) {
            if silence > 2 { return .quiet }
        } else if day - last > 180 {
            return .quiet
        }
        let orders = history.countLastHalf + history.countHalfBefore
        if let champion, history.lastYear >= champion, orders >= 4 { return .champions }
        let grows =
            history.countLastHalf >= 2 && history.countHalfBefore >= 2
            && history.lastHalf * 4 >= history.halfBefore * 5 && history.halfBefore > 0
        return grows ? .growing : .steady
    }
}

/// The revenue from which a customer belongs to the top quarter of those with any; nil for none.
func championRevenue(_ revenues: [Int]) -> Int? {
    let sorted = revenues.filter { $0 > 0 }.sorted(by: >)
    return sorted.isEmpty ? nil : sorted[max(0, (sorted.count + 3) / 4 - 1)]
}

func segments(of insights: [RecordID<Customer>: CustomerInsight], in book: SalesBook) -> [Segment] {
    var members: [String: [RecordID<Customer>]] = [:]
    for customer in book.customers {
        if let insight = insights[customer.id] { members[insight.segment, default: []].append(customer.id) }
    }
    return SegmentRule.allCases.compactMap { rule in
        guard let customers = members[rule.rawValue] else { return nil }
        let revenue = customers.reduce(0) { $0 + (insights[$1]?.revenueLastYear.minorUnits ?? 0) }
        return Segment(
            name: rule.rawValue, rule: rule.words, revenue: Money(minorUnits: revenue, currency: book.currency),
            customers: customers)
    }
}
