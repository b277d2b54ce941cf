import Diagnostics
import Quantities
import Records
import Yams

extension ConfigReader {
    mutating func read(_ node: Node?, _ settings: inout PlanningSettings) {
        let section = section(node, "planning")
        workingHours(section, &settings.workingHours)
        value(section, "lunch_window", &settings.lunchWindow, rule: "two times such as '11:30-14:00'") { window($0) }
        integer(section, "lunch_minutes", &settings.lunchMinutes, 0...180)
        if settings.lunchMinutes > settings.lunchWindow.minutes,
            let node = section["lunch_minutes"] ?? section["lunch_window"]
        {
            wrong(node, section.path(of: "lunch_minutes"), "lunch must fit into \(settings.lunchWindow.text)")
            settings.lunchWindow = PlanningSettings().lunchWindow
            settings.lunchMinutes = PlanningSettings().lunchMinutes
        }
        integer(section, "visit_minutes", &settings.visitMinutes, 5...480)
        optional(section, "cadence_days", &settings.cadenceDays, rule: "a whole number from 1 to 730") {
            Int($0).flatMap { (1...730).contains($0) ? $0 : nil }
        }
        integer(section, "max_visits_per_day", &settings.maxVisitsPerDay, 1...60)
        integer(section, "max_driving_minutes_per_day", &settings.maxDrivingMinutesPerDay, 0...1440)
        if let entries = list(section, "holidays") {
            settings.holidays = entries.compactMap { holiday($0) }
        } else {
            _ = holiday(nil)
        }
        number(section, "due_share", &settings.dueShare, 0.1...1)
        integer(section, "steps", &settings.steps, 0...10_000_000)
        integer(section, "steps_later_weeks", &settings.stepsLaterWeeks, 0...10_000_000)
        integer(section, "weeks", &settings.weeks, 1...12)
        customerDefaults(section, &settings)
        boolean(section, "learn_visit_minutes", &settings.learnVisitMinutes)
        integer(section, "reminder_minutes", &settings.reminderMinutes, 0...1440)
        boolean(section, "freeze_published", &settings.freezePublished)
        worth(section["worth"], &settings.worth)
        text(section, "changes", &settings.changesFile, limit: 1000)
        text(section, "days_off", &settings.daysOffFile, limit: 1000)
        text(section, "published", &settings.publishedFile, limit: 1000)
    }

    private mutating func workingHours(_ section: Section, _ target: inout WorkingHours) {
        let path = section.path(of: "working_hours")
        let days = names(section["working_hours"], path)
        guard !days.entries.isEmpty else { return }
        var windows: [Weekday: TimeWindow] = [:]
        for (key, value) in days.entries {
            let word = key.string ?? ""
            guard let day = weekday(word) else {
                report(
                    "config.unknown-key", "'\(word.prefix(60))' is not a weekday", at: key, path, value: word,
                    hint: "weekdays: \(Weekday.allCases.map(\.shortName).joined(separator: ", "))")
                continue
            }
            if isNothing(value) || value.scalar?.string.lowercased() == "off" { continue }
            guard let window = value.scalar.flatMap({ window($0.string) }) else {
                wrong(value, path, "two times such as '08:00-17:00', or 'off'")
                continue
            }
            windows[day] = window
        }
        target = WorkingHours(windows)
    }

    private mutating func holiday(_ node: Node?) -> PlanningSettings.Holiday? {
        let section = section(node, "planning.holidays[]")
        var day: Day?
        optional(section, "day", &day, rule: "a day such as '2026-12-25'") { Day(iso: $0) }
        var name = ""
        text(section, "name", &name)
        guard let node else { return nil }
        if section["day"] == nil { wrong(node, "planning.holidays[]", "'day' is needed") }
        return day.map { PlanningSettings.Holiday(day: $0, name: name) }
    }
}

/// `Mon` or `Monday`, in any case.
func weekday(_ word: String) -> Weekday? {
    Weekday.allCases.first { [$0.shortName, $0.name].contains { $0.lowercased() == word.lowercased() } }
}

/// `08:00-17:00`; the end after the beginning.
func window(_ text: String) -> TimeWindow? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    guard parts.count == 2, let from = TimeOfDay(trimmed(parts[0])), let until = TimeOfDay(trimmed(parts[1])),
        from < until
    else { return nil }
    return TimeWindow(from: from, until: until)
}

private func trimmed(_ text: Substring) -> String { text.filter { $0 != " " } }
