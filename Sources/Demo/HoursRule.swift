import Quantities
import Records

/// Opening hours as data, from which both the text and the windows are made, so that they agree.
struct HoursRule: Sendable {
    private struct Line: Sendable {
        var days: [Weekday]
        var windows: [TimeWindow]
    }

    private var lines: [Line]
    private var isAlways = false

    var openingHours: OpeningHours {
        var windows: [Weekday: [TimeWindow]] = [:]
        for line in lines {
            for day in line.days { windows[day] = line.windows }
        }
        return OpeningHours(windows)
    }

    /// In the `opening_hours` syntax of OpenStreetMap.
    var text: String {
        if isAlways { return "24/7" }
        return lines.map { line in
            let times =
                line.windows.isEmpty
                ? "off" : line.windows.map { "\($0.from.text)-\($0.until.text)" }.joined(separator: ",")
            return "\(HoursRule.names(line.days)) \(times)"
        }.joined(separator: "; ")
    }

    private static func names(_ days: [Weekday]) -> String {
        let short = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
        var runs: [[Weekday]] = []
        for day in days {
            if let last = runs.last?.last, day.rawValue == last.rawValue + 1 {
                runs[runs.count - 1].append(day)
            } else {
                runs.append([day])
            }
        }
        return runs.map { run in
            let first = short[run[0].rawValue - 1]
            return run.count == 1 ? first : "\(first)-\(short[run[run.count - 1].rawValue - 1])"
        }.joined(separator: ",")
    }

    private init(_ lines: [(days: [Weekday], times: [(Int, Int)])], isAlways: Bool = false) {
        self.isAlways = isAlways
        self.lines = lines.map { line in
            Line(
                days: line.days,
                windows: line.times.map { from, until in
                    TimeWindow(
                        from: TimeOfDay(from / 100, from % 100), until: TimeOfDay(until / 100, until % 100))
                })
        }
    }

    private static let week = Array(Weekday.allCases)
    private static let workdays = Array(Weekday.allCases.prefix(5))
    private static let noSunday = Array(Weekday.allCases.prefix(6))
    private static func without(_ closed: Weekday) -> [Weekday] { week.filter { $0 != closed } }

    static let café = HoursRule([(without(.wednesday), [(700, 1900)]), ([.wednesday], [])])
    static let barAllDay = HoursRule([(week, [(630, 2100)])])
    static let caféClosedSunday = HoursRule([(noSunday, [(730, 1930)])])
    static let restaurantMondayOff = HoursRule([(without(.monday), [(1000, 1430), (1730, 2300)]), ([.monday], [])])
    static let restaurantTuesdayOff = HoursRule([(without(.tuesday), [(930, 1500), (1800, 2230)])])
    static let restaurantSundayOff = HoursRule([(noSunday, [(1000, 1500), (1800, 2300)])])
    static let hotel = HoursRule([(week, [(700, 2200)])])
    static let alwaysOpen = HoursRule([(week, [(0, 2400)])], isAlways: true)
    static let bakery = HoursRule([(workdays, [(630, 1230), (1500, 1830)]), ([.saturday], [(630, 1230)])])
    static let shop = HoursRule([(workdays, [(830, 1230), (1430, 1830)]), ([.saturday], [(830, 1230)])])
    static let shopWednesdayShort = HoursRule([
        (noSunday.filter { $0 != .wednesday }, [(800, 1215), (1500, 1900)]), ([.wednesday], [(800, 1215)]),
    ])
    static let practice = HoursRule([(workdays, [(830, 1200), (1400, 1730)])])
    static let practiceMornings = HoursRule([
        ([.monday, .wednesday, .friday], [(800, 1230)]), ([.tuesday, .thursday], [(1300, 1830)]),
    ])
    static let hairdresser = HoursRule([
        ([.tuesday, .wednesday, .thursday, .friday], [(830, 1200), (1330, 1830)]), ([.saturday], [(800, 1400)]),
    ])
    static let office = HoursRule([(workdays, [(800, 1200), (1330, 1700)])])
}
