import Config
package import Records

/// What a visit is worth, in minutes of driving: the price at which the planner trades visits against the road.
///
///     minutes = 120 × urgency (at most 3) × share of the customer's priority
///
/// with shares of ⅔, 1 and 1½ for low, medium and high priority. A customer of medium priority that is on time is worth
/// two hours on the road; one that is a whole interval late, four. Urgency is that of the week's Friday, the same
/// for each day, so that nothing is gained by putting a visit off.
///
/// Classes come before minutes: no number of cadence visits pushes out a follow-up, and no number of follow-ups an
/// appointment. Within its class a follow-up loses `latePenalty` for each day after its due day.
package enum VisitWorth {
    package static let minutesOnTime = 120.0
    package static let highestUrgency = 3.0

    package static func share(of priority: Priority) -> Double {
        switch priority {
        case .low: 2.0 / 3
        case .medium: 1
        case .high: 1.5
        }
    }

    /// Whole minutes, 0 or more.
    package static func minutes(urgency: Double, priority: Priority) -> Int {
        let bounded = min(max(urgency, 0), highestUrgency)
        return Int((minutesOnTime * bounded * share(of: priority)).rounded())
    }

    // Large enough that a class is never bought with visits of a lower one: a rep has fewer than 10,000 due customers
    // of at most 540 minutes.
    static let followUpMinutes = 10_000_000
    static let appointmentMinutes = 100_000_000_000
    /// Minutes lost for each day that a follow-up is visited after its due day within the week.
    static let latePenalty = 30
}
