import Config
import Quantities
import Records

/// How many visits each rep was to do in the week; the definition stands at `summarizeTeams`.
struct VisitPlan {
    /// Minutes of driving that a visit is thought to need when a day's worth is counted.
    static let drivingMinutes = 20

    /// By slot; nothing for nobody and for those who did not work.
    private(set) var planned: [Int]
    /// Active customers with a cadence by slot of their owner, nobody's included.
    private(set) var customers: [Int]

    init(_ book: SalesBook, span: WeekSpan, visits: VisitTally, planning: PlanningSettings) {
        let slots = book.reps.count + 1
        customers = [Int](repeating: 0, count: slots)
        planned = customers
        var wanted = visits.planned
        for customer in book.customers where customer.isActive {
            guard let cadence = planning.cadenceDays(of: customer) else { continue }
            let slot = span.slot(customer.ownerID)
            customers[slot] += 1
            // Who has neither a visit nor a date of creation is due at once; who came in that week is not.
            let last = visits.lastBefore[customer.id] ?? customer.created
            if let last, last >= span.start { continue }
            let isDue = last.map { book.zone.day(of: $0) + cadence <= span.monday + 6 } ?? true
            if isDue { wanted[slot].insert(customer.id) }
        }
        let holidays = Set(planning.holidays.map(\.day))
        for (slot, rep) in book.reps.enumerated() where span.isWorking(rep) {
            let capacity = weekCapacity(of: rep, monday: span.monday, holidays: holidays, planning: planning)
            planned[slot] = min(wanted[slot].count, max(capacity, visits.planned[slot].count))
        }
    }

    /// Visits that fit in the rep's working days of the week.
    private func weekCapacity(
        of rep: Rep, monday: Day, holidays: Set<Day>, planning: PlanningSettings
    ) -> Int {
        let hours = rep.workingHours ?? planning.workingHours
        return (0..<7).reduce(0) { sum, offset in
            let day = monday + offset
            guard rep.works(on: day), !holidays.contains(day), let window = hours[day.weekday] else { return sum }
            let lunch = window.from < planning.lunchWindow.from && planning.lunchWindow.until < window.until
            let minutes = window.minutes - (lunch ? planning.lunchMinutes : 0)
            let fitting = max(0, minutes) / max(1, planning.visitMinutes + VisitPlan.drivingMinutes)
            return sum + min(planning.maxVisitsPerDay, fitting)
        }
    }
}
