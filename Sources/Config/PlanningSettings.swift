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
    /// Search effort: improvement steps for one rep's first week, and for each later one.
    package var steps = 8_000
    package var stepsLaterWeeks = 3_000
    /// Weeks that are planned, 1...12.
    package var weeks = 2
    /// Days between visits for customers without their own, by priority; others have `cadenceDays`.
    package var cadenceByPriority: [Priority: Int] = [:]
    /// Length of a visit for customers without their own, by industry as the record has it; others have `visitMinutes`.
    package var visitMinutesBySegment: [String: Int] = [:]
    /// Whether logged durations say how long a customer's visits take.
    package var learnVisitMinutes = true
    /// How long before a visit a calendar reminds of it.
    package var reminderMinutes = 15
    /// Whether days that were published stay as they are unless something forces them.
    package var freezePublished = true
    package var worth = WorthSettings()
    /// Files of the workspace as the config names them; nil means the standard name, where such a file is.
    package var changesFile: String?
    package var daysOffFile: String?
    package var publishedFile: String?

    package init() {}

    /// Days between visits of the customer: its own, that of its priority, or the general one; nil: not planned.
    package func cadenceDays(of customer: Customer) -> Int? {
        (customer.cadenceDays ?? cadenceByPriority[customer.priority] ?? cadenceDays).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Length of a visit: the customer's own, that of its industry, or the general one. Nothing learnt is in it.
    package func visitMinutes(of customer: Customer) -> Int {
        max(0, customer.visitMinutes ?? customer.industry.flatMap { visitMinutesBySegment[$0] } ?? visitMinutes)
    }

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
    /// File of locks as the config names it; nil means `standardLocksFile`, where there is one.
    package var locksFile: String?

    package init() {}
}
