import Config
import Quantities
import Records

/// A day on which a rep works, with its hours.
struct WorkDay: Hashable {
    var day: Day
    var hours: TimeWindow
}

/// A rep's working days of one week, and the days off in it.
struct WeekCalendar {
    var monday: Day
    /// In order: the rep's own hours or the config's, without days off and without days before the rep came or after the rep
    /// left.
    var workDays: [WorkDay] = []
    /// Days on which the rep would work but for a holiday or a day off of its own.
    var daysOff: [DayOffName] = []

    init(of rep: Rep, from monday: Day, planning: PlanningSettings, inputs: ResolvedPlanInputs) {
        self.monday = monday
        let hours = rep.workingHours ?? planning.workingHours
        for day in (0..<7).map({ monday + $0 }) {
            guard rep.works(on: day), let window = hours[day.weekday], window.minutes > 0 else { continue }
            if let name = planning.holidays.first(where: { $0.day == day })?.name
                ?? inputs.daysOff.first(where: { $0.contains(day) })?.name
            {
                daysOff.append(DayOffName(day: day, name: name, isForEveryone: true))
            } else if let own = inputs.daysOffByRep[rep.id]?.first(where: { $0.contains(day) }) {
                daysOff.append(DayOffName(day: day, name: own.name, isForEveryone: false))
            } else {
                workDays.append(WorkDay(day: day, hours: window))
            }
        }
    }

    var days: [Day] { workDays.map(\.day) }
    var sunday: Day { monday + 6 }
    func contains(_ day: Day) -> Bool { monday <= day && day <= sunday }
    func nameOfDayOff(_ day: Day) -> String { daysOff.first { $0.day == day }?.name ?? "" }
}
