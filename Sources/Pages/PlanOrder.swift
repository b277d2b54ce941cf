import Config
import Quantities
import Records

extension SiteMaterial {
    /// What goes before what when weeks are planned.
    var planOrderTable: DataTable {
        let planning = config.planning
        let worth = planning.worth
        return DataTable(
            caption: "What a plan puts first, in this order", file: "plan-order.csv",
            columns: [.number("Order"), .text("What"), .text("What it means")],
            rows: [
                (
                    "Hard limits",
                    "Never broken: working and opening hours for the whole visit, days off, lunch of \(planning.lunchMinutes) min, at most \(planning.maxVisitsPerDay) visits and \(figures.duration(minutes: planning.maxDrivingMinutesPerDay)) of driving a day, and half a cadence between two visits to a customer"
                ),
                ("Appointments", "No number of other visits pushes one out"),
                (
                    "Must-visits",
                    "Follow-ups that fall due and visits that somebody asked for; each day after its due day costs a follow-up \(worth.latePenaltyMinutes) min"
                ),
                (
                    "Urgency",
                    "Days since the last visit ÷ cadence; a visit due just now is worth \(figures.decimal(worth.minutesOnTime, 0)) min on the road, times the share of its priority"
                ),
                ("Driving", "A visit is made when it costs less driving than it is worth; a minute counts as a minute"),
                ("Evenness", "A few seconds for each visit by which a day is fuller: it decides between like plans"),
            ].enumerated().map { index, row in
                [DataTable.Cell(String(index + 1)), DataTable.Cell(row.0), DataTable.Cell(row.1)]
            })
    }

    static var priorityRule: String {
        "Priority decides who is dropped, never the order of a day."
    }

    /// The weights in force, under the names that the config gives them.
    var planWeightTable: DataTable {
        let planning = config.planning
        let worth = planning.worth
        func number(_ value: Double) -> String { figures.decimal(value, value == value.rounded() ? 0 : 2) }
        let values: [(String, String, String)] = [
            (
                "worth.minutes_on_time", "Worth of a visit due just now, in minutes of driving",
                number(worth.minutesOnTime)
            ),
            ("worth.highest_urgency", "Urgency counts up to this", number(worth.highestUrgency)),
            ("worth.low_share", "Factor for customers of low priority", number(worth.lowShare)),
            ("worth.medium_share", "Factor for customers of medium priority", number(worth.mediumShare)),
            ("worth.high_share", "Factor for customers of high priority", number(worth.highShare)),
            (
                "worth.late_penalty_minutes", "Minutes lost for each day that a follow-up is late",
                String(worth.latePenaltyMinutes)
            ),
            ("weeks", "Weeks that are planned", String(planning.weeks)),
            (
                "freeze_published", "Published days stay unless something forces them",
                planning.freezePublished ? "true" : "false"
            ),
        ]
        let known = Dictionary(
            settingDescriptions.map { ($0.path, $0.standard) }, uniquingKeysWith: { first, _ in first })
        return DataTable(
            caption: "Weights in force", file: "plan-weights.csv",
            columns: [.text("Setting"), .number("Value"), .number("Standard", wideOnly: true)],
            rows: values.map { name, meaning, value in
                let path = "planning.\(name)"
                return [
                    DataTable.Cell(meaning, raw: path, detail: path), DataTable.Cell(value),
                    DataTable.Cell(known[path] ?? "–"),
                ]
            })
    }
}
