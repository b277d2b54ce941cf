import Quantities
import Records

/// Value and rhythm of every customer, those without orders included.
func customerInsights(_ book: SalesBook) -> [RecordID<Customer>: CustomerInsight] {
    var histories: [(id: RecordID<Customer>, history: OrderHistory)] = []
    for customer in book.customers {
        histories.append((customer.id, OrderHistory(book.ordersByCustomer[customer.id] ?? [], in: book)))
    }
    let champion = championRevenue(histories.map(\.history.lastYear))
    var insights: [RecordID<Customer>: CustomerInsight] = [:]
    for (id, history) in histories {
        func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
        let open = (book.opportunitiesByCustomer[id] ?? []).filter { $0.outcome == .open }
        let pipeline = open.compactMap(\.amount).filter { $0.currency == book.currency }
        insights[id] = CustomerInsight(
            revenueLastYear: money(history.lastYear), revenueYearBefore: money(history.yearBefore),
            orderCount: history.count, lastOrder: history.last, usualGapDays: history.usualGap,
            silence: history.silence(on: book.asOf), openPipeline: money(pipeline.reduce(0) { $0 + $1.minorUnits }),
            openCases: (book.serviceCasesByCustomer[id] ?? []).count { $0.isOpen },
            segment: SegmentRule.of(history, on: book.asOf, champion: champion).rawValue)
    }
    return insights
}

/// What one customer's orders until the book's day amount to, in minor units of the book's currency.
struct OrderHistory {
    var count = 0
    var first: Day?
    var last: Day?
    var lastYear = 0
    var yearBefore = 0
    /// Orders and revenue of the last six months and of the six before.
    var countLastHalf = 0
    var countHalfBefore = 0
    var lastHalf = 0
    var halfBefore = 0
    /// Median days between days with orders, at least 1; nil with fewer than three orders or two days.
    var usualGap: Int?

    /// `orders` sorted by day, as in the book.
    init(_ orders: [Order], in book: SalesBook) {
        let today = book.asOf
        let (half, year, twoYears) = (today.addingMonths(-6), today.addingMonths(-12), today.addingMonths(-24))
        var gaps: [Int] = []
        for order in orders where order.day <= today {
            if let last, order.day > last { gaps.append(order.day - last) }
            first = first ?? order.day
            last = order.day
            count += 1
            // Amounts of another currency can't be added; the order still counts for the rhythm.
            let units = order.amount.currency == book.currency ? order.amount.minorUnits : 0
            if order.day > year {
                lastYear += units
                if order.day > half {
                    lastHalf += units
                    countLastHalf += 1
                } else {
                    halfBefore += units
                    countHalfBefore += 1
                }
            } else if order.day > twoYears {
                yearBefore += units
            }
        }
        usualGap = count >= 3 ? median(gaps) : nil
    }

    /// Days since the last order over the usual gap.
    func silence(on day: Day) -> Double? {
        guard let last, let usualGap else { return nil }
        return Double(day - last) / Double(usualGap)
    }
}

/// Middle value, of two middle values their mean rounded up from the half; nil for none.
func median(_ values: [Int]) -> Int? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle] + 1) / 2
}
