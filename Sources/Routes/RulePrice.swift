/// What a kind of rule costs in the planned week: how much better a week would be without it.
///
/// An estimate from below: from the finished week a short search goes on with the rule and another one without it, and
/// the difference of what they find is the price. It is 0 where the rule does not bind, or where so short a search finds no
/// use for the freedom. For evenness it is what moving single visits to other days would save.
package struct RulePrice: Sendable, Hashable {
    package enum Rule: String, Sendable, Hashable, CaseIterable {
        /// The lunch break.
        case lunch
        /// Customers' opening hours; appointments keep their time.
        case openingHours
        /// Most visits a day.
        case visitLimit
        /// Most driving a day.
        case drivingLimit
        /// Follow-ups and requested visits go before urgency.
        case mustVisits
        /// Days with about as many visits each.
        case evenness
    }

    package var rule: Rule
    /// Minutes of driving, and of urgency in minutes (`VisitWorth`), that the rule costs; 0 or more.
    package var minutes: Int
    /// The part of it that is driving: without the rule the reps would drive that much less, more when negative.
    package var drivingMinutes: Int
    /// Visits that the rule costs; negative where it brings some.
    package var visits: Int

    package init(rule: Rule, minutes: Int, drivingMinutes: Int, visits: Int) {
        self.rule = rule
        self.minutes = minutes
        self.drivingMinutes = drivingMinutes
        self.visits = visits
    }
}
