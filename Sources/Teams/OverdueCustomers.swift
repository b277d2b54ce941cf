import Config
import Quantities
import Records

/// Customers whose last visit is longer ago than their cadence at the end of the week, by the slot of their owner.
///
/// One never visited counts from its creation; where that is not known either, it counts as twice its cadence ago.
func overdueCustomers(
    _ book: SalesBook, span: WeekSpan, visits: VisitTally, planning: PlanningSettings
) -> [[OverdueCustomer]] {
    var overdue = [[OverdueCustomer]](repeating: [], count: book.reps.count + 1)
    for customer in book.customers where customer.isActive {
        guard let cadence = planning.cadenceDays(of: customer) else { continue }
        let lastVisit = visits.lastKnown[customer.id].map { book.zone.day(of: $0) }
        let since = lastVisit ?? customer.created.map { book.zone.day(of: $0) }
        let days = since.map { span.last - $0 } ?? 2 * cadence
        guard days > cadence else { continue }
        overdue[span.slot(customer.ownerID)].append(
            OverdueCustomer(
                customerID: customer.id, lastVisit: lastVisit, overdueDays: days - cadence,
                urgency: Double(days) / Double(cadence)))
    }
    return overdue.map { $0.sorted(by: isMoreUrgent) }
}

/// Most urgent first, then most days, then by id.
func isMoreUrgent(_ left: OverdueCustomer, _ right: OverdueCustomer) -> Bool {
    if left.urgency != right.urgency { return left.urgency > right.urgency }
    if left.overdueDays != right.overdueDays { return left.overdueDays > right.overdueDays }
    return left.customerID < right.customerID
}
