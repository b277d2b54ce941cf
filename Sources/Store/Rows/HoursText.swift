import Quantities
import Records

extension WorkingHours {
    /// `Mon 08:00-17:00; Tue 08:00-17:00`; empty for a week without hours.
    var storedText: String {
        Weekday.allCases
            .compactMap { day in self[day].map { "\(day.shortName) \($0.from.text)-\($0.until.text)" } }
            .joined(separator: "; ")
    }

    /// Reads what `storedText` writes; nil for anything else.
    init?(stored text: String) {
        var windows: [Weekday: TimeWindow] = [:]
        for part in text.split(separator: ";") {
            let words = part.split(separator: " ")
            guard words.count == 2, let day = Weekday.allCases.first(where: { $0.shortName == words[0] }) else {
                return nil
            }
            let times = words[1].split(separator: "-")
            guard times.count == 2, let from = TimeOfDay(times[0]), let until = TimeOfDay(times[1]) else { return nil }
            windows[day] = TimeWindow(from: from, until: until)
        }
        self.init(windows)
    }
}

extension OpeningHours {
    /// The hours in OpenStreetMap's `opening_hours` syntax: `Mo 08:00-12:00,13:00-17:00; Tu off; …`.
    var storedText: String {
        Weekday.allCases
            .map { day in
                let windows = self[day].map { "\($0.from.text)-\($0.until.text)" }.joined(separator: ",")
                return "\(day.shortName.prefix(2)) \(windows.isEmpty ? "off" : windows)"
            }
            .joined(separator: "; ")
    }
}
