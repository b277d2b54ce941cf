package import Quantities

/// `travel: factors:` how many times as long driving takes, by weekday and hour of the rep's wall clock.
///
/// Rules are read from the first to the last, and the last one that holds wins; where none holds the factor is 1.
package struct TravelFactors: Sendable, Hashable {
    package struct Rule: Sendable, Hashable {
        /// In the order of the week.
        package var days: [Weekday]
        /// From the minute of `from` up to the one before `until`.
        package var hours: TimeWindow
        /// 0.2...5.
        package var factor: Double

        package init(days: [Weekday], hours: TimeWindow, factor: Double) {
            self.days = days
            self.hours = hours
            self.factor = factor
        }
    }

    package var rules: [Rule]

    package init(_ rules: [Rule] = []) { self.rules = rules }

    /// True where driving takes the same at any time.
    package var isFlat: Bool { rules.allSatisfy { $0.factor == 1 } }

    /// At a minute since midnight; 1 outside of the day. O(rules).
    package func factor(on day: Weekday, minute: Int) -> Double {
        rules.last { $0.days.contains(day) && $0.hours.from.minutes <= minute && minute < $0.hours.until.minutes }?
            .factor ?? 1
    }

    /// The factor of each of the day's 1,440 minutes. O(1440 × rules).
    package func minutes(on day: Weekday) -> [Double] { (0..<1440).map { factor(on: day, minute: $0) } }
}
