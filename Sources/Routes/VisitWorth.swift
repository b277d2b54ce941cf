package import Config
import Quantities
package import Records

/// What a visit is worth, in minutes of driving: the price at which the planner trades visits against the road.
///
///     minutes = 120 × share of the customer's priority × (urgency − days off its rhythm ÷ cadence)
///
/// with shares of ⅔, 1 and 1½ for low, medium and high priority; all of these are settings (`planning: worth:`). Urgency is
/// days since the last visit ÷ cadence on the week's Friday, at most 3: a customer of medium priority that is on time is
/// worth two hours on the road; one that is a whole interval late, four.
///
/// The day matters by what it takes from the rhythm. Before the customer is due, each day too early wastes a part of the
/// interval; once it is due, each day it waits longer is a day late. Beyond a fifth of the cadence, which counts as on
/// time, both cost 1 ÷ cadence of urgency: nothing is gained by putting an overdue visit off, nor by making one too early, and
/// whoever is on time goes where it suits the road.
///
/// Classes come before minutes: no number of cadence visits pushes out a must-visit, and no number of must-visits an
/// appointment. Within its class a follow-up loses `latePenaltyMinutes` for each day after its due day.
package enum VisitWorth {
    /// Whole minutes, 0 or more, without the part of the day.
    package static func minutes(urgency: Double, priority: Priority, _ settings: WorthSettings) -> Int {
        let bounded = min(max(urgency, 0), settings.highestUrgency)
        return max(0, Int((settings.minutesOnTime * bounded * settings.share(of: priority)).rounded()))
    }

    /// A visit is on time within the cadence ÷ this, on both sides.
    static let tolerance = 5

    /// Days off the rhythm beyond what counts as on time ÷ cadence, for a visit on `day` of a week that begins on `monday`:
    /// no day before the week can be had any more.
    static func offRhythm(lastVisit: Day?, cadenceDays: Int?, on day: Day, monday: Day) -> Double {
        guard let lastVisit, let cadenceDays, cadenceDays > 0 else { return 0 }
        let spare = cadenceDays / tolerance
        let due = lastVisit + cadenceDays
        let early = max(0, due - spare - day)
        let late = max(0, day - max(due + spare, monday))
        return Double(early + late) / Double(cadenceDays)
    }

    // Large enough that a class is never bought with visits of a lower one: a rep has fewer than 10,000 due customers
    // of at most a few thousand minutes.
    static let mustMinutes = 100_000_000
    static let appointmentMinutes = 1_000_000_000_000
}
