import Quantities
import Records

/// What the activity log says about the week: one pass over it.
struct VisitTally {
    /// [slot][week]: done visits.
    private var trends: [[Int]]
    /// [slot]: done activities of the report week by category.
    private var categories: [[Activity.Category: Int]]
    /// [slot]: customers with a visit in the log that is planned for the report week and neither done nor cancelled.
    var planned: [Set<RecordID<Customer>>]
    /// Start of the last done visit before the week, and before the week's end.
    var lastBefore: [RecordID<Customer>: Instant] = [:]
    var lastKnown: [RecordID<Customer>: Instant] = [:]

    init(_ book: SalesBook, span: WeekSpan) {
        let slots = book.reps.count + 1
        trends = Array(repeating: Array(repeating: 0, count: WeekSpan.weeks), count: slots)
        categories = Array(repeating: [:], count: slots)
        planned = Array(repeating: [], count: slots)
        let planEnd = book.zone.instant(span.monday + 7)

        // Activities are sorted by start, so the last one seen is the latest.
        for activity in book.activities {
            if activity.state == .planned {
                if activity.category == .visit, activity.start >= span.start, activity.start < planEnd,
                    let customer = activity.customerID
                {
                    planned[span.slot(activity.repID)].insert(customer)
                }
                continue
            }
            guard activity.state == .done, activity.start < span.end else { continue }
            if activity.category == .visit, let customer = activity.customerID {
                if activity.start < span.start { lastBefore[customer] = activity.start }
                lastKnown[customer] = activity.start
            }
            guard let week = span.week(of: activity.start) else { continue }
            let slot = span.slot(activity.repID)
            if activity.category == .visit { trends[slot][week] += 1 }
            if week == WeekSpan.weeks - 1 { categories[slot][activity.category, default: 0] += 1 }
        }
    }

    func trend(of slots: [Int]) -> [Int] {
        var sum = [Int](repeating: 0, count: WeekSpan.weeks)
        for slot in slots { for week in sum.indices { sum[week] += trends[slot][week] } }
        return sum
    }

    /// Every category has an entry, also those with nothing done.
    func activities(of slots: [Int]) -> [Activity.Category: Int] {
        Dictionary(
            uniqueKeysWithValues: Activity.Category.allCases.map { category in
                (category, slots.reduce(0) { $0 + (categories[$1][category] ?? 0) })
            })
    }
}
