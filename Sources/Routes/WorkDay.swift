import Config
import Quantities
import Records

/// A day on which a rep works, with its hours.
struct WorkDay: Hashable {
    var day: Day
    var hours: TimeWindow
}

/// The days of the week from `monday` on which the rep works, in order: the rep's own hours or the config's, without
/// holidays and without days before the rep came or after the rep left.
func workDays(of rep: Rep, from monday: Day, planning: PlanningSettings) -> [WorkDay] {
    let hours = rep.workingHours ?? planning.workingHours
    let holidays = Set(planning.holidays.map(\.day))
    return (0..<7).compactMap { offset in
        let day = monday + offset
        guard rep.works(on: day), !holidays.contains(day), let window = hours[day.weekday], window.minutes > 0
        else { return nil }
        return WorkDay(day: day, hours: window)
    }
}
