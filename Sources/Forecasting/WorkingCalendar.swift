import Config
import Quantities
import Records

/// On which days people work: weekdays of the working hours, without holidays and days off.
struct WorkingCalendar {
    private let hours: WorkingHours
    private var commonDaysOff: Set<Day>
    private var ownDaysOff: [RecordID<Rep>: Set<Day>] = [:]

    /// Days off are found by the rep's id, the source's own id or the exact name; those of nobody known count for nobody,
    /// as the plan's problems say.
    init(_ planning: PlanningSettings, daysOff: [DayOff], reps: [Rep]) {
        hours = planning.workingHours
        commonDaysOff = Set(planning.holidays.map(\.day))
        var names = RecordNames(reps.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "rep")
        for dayOff in daysOff {
            // Longer than any leave, and a mistyped year costs no time.
            let days = (0...min(max(0, dayOff.until - dayOff.from), 3_660)).map { dayOff.from + $0 }
            guard let rep = dayOff.rep else {
                commonDaysOff.formUnion(days)
                continue
            }
            if case .one(let id) = names.find(rep) { ownDaysOff[RecordID(id), default: []].formUnion(days) }
        }
    }

    /// Days from `from` to `until`, both counted; 0 where `until` is earlier. Of a rep only those between hiring and
    /// leaving. O(days).
    func workingDays(of rep: Rep?, from: Day, until: Day) -> Int {
        let hours = rep?.workingHours ?? hours
        let own = rep.flatMap { ownDaysOff[$0.id] } ?? []
        let first = max(from, rep?.hired ?? from)
        let last = min(until, rep?.left ?? until)
        guard first <= last else { return 0 }
        return (0...(last - first)).count { offset in
            let day = first + offset
            return hours[day.weekday] != nil && !commonDaysOff.contains(day) && !own.contains(day)
        }
    }

    /// Working days of a normal week.
    func daysPerWeek(of rep: Rep?) -> Int { (rep?.workingHours ?? hours).daysPerWeek }
}
