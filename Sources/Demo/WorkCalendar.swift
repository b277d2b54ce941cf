import Config
import Quantities

/// The public holidays of South Tyrol and Trentino, and the days between Christmas and New Year when the firm is closed.
enum WorkCalendar {
    static func holidays(in year: Int) -> [PlanningSettings.Holiday] {
        let easter = easterSunday(of: year)
        let fixed: [(month: Int, day: Int, name: String)] = [
            (1, 1, "New Year"), (1, 6, "Epiphany"), (4, 25, "Liberation Day"), (5, 1, "Labour Day"),
            (6, 2, "Republic Day"), (8, 15, "Assumption"), (11, 1, "All Saints"), (12, 8, "Immaculate Conception"),
            (12, 25, "Christmas"), (12, 26, "St Stephen"), (12, 28, "Company closed"), (12, 29, "Company closed"),
            (12, 30, "Company closed"), (12, 31, "Company closed"),
        ]
        let days =
            fixed.compactMap { entry in
                Day(year: year, month: entry.month, day: entry.day).map {
                    PlanningSettings.Holiday(day: $0, name: entry.name)
                }
            } + [
                PlanningSettings.Holiday(day: easter + 1, name: "Easter Monday"),
                PlanningSettings.Holiday(day: easter + 50, name: "Whit Monday"),
            ]
        return days.sorted { $0.day < $1.day }
    }

    /// The anonymous Gregorian computus (Meeus 1991, chapter 8).
    static func easterSunday(of year: Int) -> Day {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let epact =
            (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let total = epact + weekday - 7 * shift + 114
        return Day(year: year, month: total / 31, day: total % 31 + 1)!
    }
}

/// The span that the demo covers, and which of its days are worked.
struct Timeline: Sendable {
    let start: Day
    let ending: Day
    let zone: Zone
    private let holidays: Set<Day>

    init(ending: Day, zone: Zone) {
        self.ending = ending
        self.zone = zone
        start = ending.addingMonths(-18)
        holidays = Set(
            (start.year - 1...ending.year + 1).flatMap(WorkCalendar.holidays(in:)).map(\.day))
    }

    /// The same weeks that a build as of `ending` plans and reports.
    var planMonday: Day { ending.weekday == .monday ? ending : ending.monday + 7 }
    var reportMonday: Day { planMonday - 7 }

    /// Monday to Friday, no holiday.
    func isWorkday(_ day: Day) -> Bool { day.weekday <= .friday && !holidays.contains(day) }

    func workday(onOrAfter day: Day) -> Day {
        var day = day
        while !isWorkday(day) { day = day + 1 }
        return day
    }

    func workday(onOrBefore day: Day) -> Day {
        var day = day
        while !isWorkday(day) { day = day - 1 }
        return day
    }

    /// The latest workday of the report week that is not after `ending`, counting from that weekday downwards.
    func reportDay(_ weekday: Weekday) -> Day {
        workday(onOrBefore: min(reportMonday + (weekday.rawValue - 1), ending))
    }

    func instant(_ day: Day, _ minutes: Int) -> Instant { zone.instant(day, TimeOfDay(minutes: minutes)) }

    /// First days of the months from `start` to the end of the quarter of `ending`.
    var months: [Day] {
        var months: [Day] = []
        var month = start.firstOfMonth
        while month <= ending.lastOfQuarter {
            months.append(month)
            month = month.addingMonths(1)
        }
        return months
    }
}
