package import Records

/// `planning: worth:` what visits are worth in minutes of driving; the prices at which the planner trades.
package struct WorthSettings: Sendable, Hashable {
    /// A visit to a customer of medium priority that is due just now.
    package var minutesOnTime = 120.0
    /// Urgency (days since the last visit over the cadence) counts up to this.
    package var highestUrgency = 3.0
    /// Factors by priority.
    package var lowShare = 2.0 / 3
    package var mediumShare = 1.0
    package var highShare = 1.5
    /// Minutes lost for each day that a follow-up is visited after its due day.
    package var latePenaltyMinutes = 30

    package init() {}

    package func share(of priority: Priority) -> Double {
        switch priority {
        case .low: lowShare
        case .medium: mediumShare
        case .high: highShare
        }
    }
}
