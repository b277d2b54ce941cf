package import Diagnostics
package import Quantities

/// One line of the file of plan changes: what a person wants of the plan for one customer.
package struct PlanChange: Sendable, Hashable {
    package enum Action: Sendable, Hashable {
        /// The visit stays on this day; with a time it begins exactly then.
        case lock(day: Day, at: TimeOfDay?)
        /// No visit before that day.
        case skip(until: Day)
        /// A visit on one of these days, both included; without `from` from now on.
        case must(from: Day?, until: Day)
        /// Planned by that rep, by id or exact name; the owner stays.
        case move(rep: String)
        /// A visit of `minutes` (nil: the customer's own) that lies wholly inside the window.
        case appointment(day: Day, window: TimeWindow, minutes: Int?)
        /// Closed on these days, both included.
        case closed(from: Day, until: Day)
    }

    /// As written: id or name. Odd blanks (tabs, non-breaking ones) are plain blanks here.
    package var customer: String
    package var action: Action
    /// The comment behind the line.
    package var note: String?
    /// File, line and the column of the customer, with the line's text.
    package var place: ProblemPlace

    package init(customer: String, action: Action, note: String? = nil, place: ProblemPlace) {
        self.customer = customer
        self.action = action
        self.note = note
        self.place = place
    }

    /// The first word of a line.
    package enum Verb: String, CaseIterable, Sendable {
        case lock, skip, must, move, appointment, closed

        /// A line that is right, for hints and for pages that show how to write one.
        package var example: String {
            switch self {
            case .lock: "lock C-0042 2026-11-24 10:30"
            case .skip: "skip C-0042 until 2026-12-07"
            case .must: "must C-0042 by 2026-11-27"
            case .move: "move C-0042 to \"Ana Lima\""
            case .appointment: "appointment C-0042 2026-11-24 09:00-11:00 45 min"
            case .closed: "closed C-0042 2026-12-24..2027-01-06"
            }
        }
    }

    package var verb: Verb {
        switch action {
        case .lock: .lock
        case .skip: .skip
        case .must: .must
        case .move: .move
        case .appointment: .appointment
        case .closed: .closed
        }
    }

    /// The line that says this change, without the note: `lock "Berghof Lana" 2026-11-24 10:30`.
    package var line: String { "\(verb.rawValue) \(PlanChange.quoted(customer)) \(rest)" }

    private var rest: String {
        switch action {
        case .lock(let day, let time): day.iso + (time.map { " \($0.text)" } ?? "")
        case .skip(let day): "until \(day.iso)"
        case .must(let from?, let until): PlanChange.span(from, until)
        case .must(nil, let until): "by \(until.iso)"
        case .move(let rep): "to \(PlanChange.quoted(rep))"
        case .appointment(let day, let window, let minutes):
            "\(day.iso) \(window.from.text)-\(window.until.text)" + (minutes.map { " \($0) min" } ?? "")
        case .closed(let from, let until): PlanChange.span(from, until)
        }
    }

    private static func span(_ from: Day, _ until: Day) -> String { "\(from.iso)..\(until.iso)" }

    /// An id or a name as one word of a line: in quotes, inner ones doubled, where it is not one word by itself.
    package static func quoted(_ name: String) -> String {
        let isPlain =
            !name.isEmpty
            && !name.unicodeScalars.contains { $0.properties.isWhitespace || "\"#“”„«»".unicodeScalars.contains($0) }
        return isPlain ? name : name.inQuotes
    }
}
