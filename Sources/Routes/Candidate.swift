import Geo
import Quantities
import Records

/// A customer who is due in the planned week, and what the week's search needs to know about the visit.
struct Candidate {
    enum Claim: Int, Comparable {
        case cadence, followUp, appointment
        static func < (left: Claim, right: Claim) -> Bool { left.rawValue < right.rawValue }
    }

    var customer: Customer
    var claim: Claim
    var cause: VisitReason.Cause
    /// The last visit, or one that is still planned before the week begins.
    var lastVisit: Day?
    var cadenceDays: Int?
    /// Urgency on the week's Friday, which sets the worth.
    var urgency: Double
    var worthMinutes: Int
    var visitMinutes: Int
    /// Day and wall-clock begin of an appointment.
    var appointment: (day: Day, start: TimeOfDay)?
    /// The day by which a follow-up was promised.
    var dueDay: Day?

    /// Nil where there is nothing to drive to.
    var place: GeoPoint? { customer.place.flatMap { $0.isNullIsland ? nil : $0 } }

    /// The reason as it stands on that day.
    func reason(on day: Day) -> VisitReason {
        VisitReason(
            cause: cause, daysSinceLastVisit: lastVisit.map { day - $0 }, cadenceDays: cadenceDays,
            urgency: Candidate.urgency(lastVisit: lastVisit, cadenceDays: cadenceDays, on: day),
            worthMinutes: worthMinutes)
    }

    /// Days since the last visit ÷ cadence; 1 for a first visit, whose wait nobody knows; 0 without a cadence.
    static func urgency(lastVisit: Day?, cadenceDays: Int?, on day: Day) -> Double {
        guard let cadenceDays, cadenceDays > 0 else { return 0 }
        guard let lastVisit else { return 1 }
        return Double(max(0, day - lastVisit)) / Double(cadenceDays)
    }

    /// When the visit can take place on that day. Where no opening hours are known nothing binds the visit itself: the
    /// rep's hours hold anyway.
    /// An appointment overrules opening hours: somebody agreed to it.
    func windows(on workDay: WorkDay) -> [TimeWindow] {
        if let appointment {
            guard appointment.day == workDay.day else { return [] }
            return [TimeWindow(from: appointment.start, until: appointment.start + visitMinutes)]
        }
        return customer.openingHours.map { $0[workDay.day.weekday] } ?? [
            TimeWindow(from: workDay.hours.from, until: .endOfDay + 1440)
        ]
    }
}
