import Config
import Geo
import Quantities
import Records

/// One visit that is due in the planned week, and what the week's search needs to know about it.
struct Candidate {
    enum Claim: Int, Comparable {
        case cadence, must, appointment
        static func < (left: Claim, right: Claim) -> Bool { left.rawValue < right.rawValue }
    }

    var customer: Customer
    /// The Monday of its week.
    var monday: Day
    var claim = Claim.cadence
    var cause = VisitReason.Cause.cadence
    /// The last visit, done or planned, before the week begins.
    var lastVisit: Day?
    var isLastVisitPlanned = false
    var cadenceDays: Int?
    var cadenceSource = CadenceSource.none
    /// What it is worth without class and day; set by `settle`.
    var urgency = 0.0
    var worthMinutes = 0
    /// Worth by day of the week, Monday first, with class and rhythm, in minutes.
    var worthByDay: [Int] = []
    var visitMinutes = 0
    var minutesSource = VisitMinutesSource.standard
    /// An appointment: the whole visit lies in the window on that day, whatever the opening hours: somebody agreed to it.
    var meeting: (day: Day, window: TimeWindow)?
    /// True for a visit on the day of a lock line.
    var isLocked = false
    /// A lock: the visit begins exactly then.
    var lockedStart: TimeOfDay?
    /// Working days on which the visit may be, in order.
    var days: [Day]
    /// Why there is no such day, or the visit is not even tried; nil normally.
    var blocked: Unserved.Cause?
    /// The day by which a follow-up was promised.
    var dueDay: Day?
    var changes: [PlanChange] = []
    /// 1, or more for further visits of the same week.
    var number = 1
    /// The visit as it was published, and why it can't stay there; nil when it can.
    var published: PublishedVisit?
    var shift: PlanDifference.Reason?

    /// Nil where there is nothing to drive to.
    var place: GeoPoint? { customer.place.flatMap { $0.isNullIsland ? nil : $0 } }

    /// The day on which a published plan has it and on which it still can be.
    var keptDay: Day? { shift == nil ? published?.day : nil }

    /// The reason as it stands on that day.
    func reason(on day: Day) -> VisitReason {
        VisitReason(
            cause: cause, daysSinceLastVisit: lastVisit.map { day - $0 }, cadenceDays: cadenceDays,
            urgency: Candidate.urgency(lastVisit: lastVisit, cadenceDays: cadenceDays, on: day),
            worthMinutes: worthMinutes, isLastVisitPlanned: isLastVisitPlanned, cadenceSource: cadenceSource,
            minutesSource: minutesSource, changes: changes)
    }

    /// Days since the last visit ÷ cadence; 1 for a first visit, whose wait nobody knows; 0 without a cadence.
    static func urgency(lastVisit: Day?, cadenceDays: Int?, on day: Day) -> Double {
        guard let cadenceDays, cadenceDays > 0 else { return 0 }
        guard let lastVisit else { return 1 }
        return Double(max(0, day - lastVisit)) / Double(cadenceDays)
    }

    /// When the visit can take place on that day: it begins and ends within one of the windows. Where no opening hours are
    /// known nothing binds the visit itself: the rep's hours hold anyway.
    func windows(on workDay: WorkDay) -> [TimeWindow] {
        guard days.contains(workDay.day) else { return [] }
        if let meeting { return [meeting.window] }
        let open =
            customer.openingHours.map { $0[workDay.day.weekday] } ?? [
                TimeWindow(from: workDay.hours.from, until: .endOfDay + 1440)
            ]
        guard let lockedStart else { return open }
        let visit = TimeWindow(from: lockedStart, until: lockedStart + visitMinutes)
        return open.contains { $0.contains(visit.from) && $0.contains(visit.until) } ? [visit] : []
    }

    /// What the visit is worth on that day, with class, in minutes of driving; 0 or more.
    func worth(on day: Day) -> Int { worthByDay[min(max(0, day - monday), worthByDay.count - 1)] }

    /// Fixes what the visit is worth. `lastVisit` may be one that is assumed, for the second visit of a week.
    mutating func settle(lastVisit: Day?, _ settings: WorthSettings) {
        urgency = Candidate.urgency(lastVisit: lastVisit, cadenceDays: cadenceDays, on: monday + 4)
        if cause == .published { urgency = max(1, urgency) }
        worthMinutes = VisitWorth.minutes(urgency: urgency, priority: customer.priority, settings)
        let onTime = VisitWorth.minutes(urgency: 1, priority: customer.priority, settings)
        worthByDay = (0..<7).map { offset in
            let day = monday + offset
            let lost = VisitWorth.offRhythm(lastVisit: lastVisit, cadenceDays: cadenceDays, on: day, monday: monday)
            let minutes = max(0, worthMinutes - Int((Double(onTime) * lost).rounded()))
            return switch claim {
            case .cadence: minutes
            case .must:
                VisitWorth.mustMinutes + minutes
                    - settings.latePenaltyMinutes * (dueDay.map { min(366, max(0, day - $0)) } ?? 0)
            case .appointment: VisitWorth.appointmentMinutes + minutes
            }
        }
    }
}
