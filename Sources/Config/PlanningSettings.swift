package import Quantities
package import Records

/// `planning:` how weeks are planned. Times are wall-clock times of the rep.
package struct PlanningSettings: Sendable, Hashable {
    /// For reps whose own hours are not known.
    package var workingHours = WorkingHours.usual
    /// Lunch of `lunchMinutes` lies wholly inside this window; 0 minutes means none.
    package var lunchWindow = TimeWindow(from: TimeOfDay(11, 30), until: TimeOfDay(14, 0))
    package var lunchMinutes = 45
    /// For customers without their own.
    package var visitMinutes = 30
    /// For customers without their own; nil means that they are not planned.
    package var cadenceDays: Int?
    package var maxVisitsPerDay = 14
    package var maxDrivingMinutesPerDay = 300
    /// Days on which nobody works.
    package var holidays: [Holiday] = []
    /// A customer is due when the days since the last visit reach this share of its cadence within the planned week.
    package var dueShare = 0.9
    /// Search effort: improvement steps for one rep's week.
    package var steps = 8_000

    package init() {}

    package struct Holiday: Sendable, Hashable {
        package var day: Day
        package var name: String

        package init(day: Day, name: String) {
            self.day = day
            self.name = name
        }
    }
}

/// `territories:` how assignments are measured and proposed.
package struct TerritorySettings: Sendable, Hashable {
    /// Weeks a year that a rep is in the field.
    package var weeksPerYear = 46.0
    /// Share of working time that is field time.
    package var fieldShare = 0.8
    /// Largest share of customers that a proposal may hand over, 0...1.
    package var moveShare = 0.2

    package init() {}
}
