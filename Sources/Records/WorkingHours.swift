package import Quantities

/// A rep's hours of a normal week: at most one window a weekday; a weekday without one is free.
package struct WorkingHours: Hashable, Sendable {
    private var windows: [TimeWindow?]

    package init(_ windows: [Weekday: TimeWindow]) {
        self.windows = Weekday.allCases.map { windows[$0] }
    }

    package subscript(weekday: Weekday) -> TimeWindow? { windows[weekday.rawValue - 1] }

    package var minutesPerWeek: Int { windows.reduce(0) { $0 + ($1?.minutes ?? 0) } }
    package var daysPerWeek: Int { windows.count { $0 != nil } }

    /// Monday to Friday, 08:00–17:00.
    package static let usual = WorkingHours(
        Dictionary(
            uniqueKeysWithValues: Weekday.allCases.prefix(5).map {
                ($0, TimeWindow(from: TimeOfDay(8, 0), until: TimeOfDay(17, 0)))
            }))
}
