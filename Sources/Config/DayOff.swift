package import Diagnostics
package import Quantities

/// Days on which a rep, or everyone, does not work: one row of the file of days off.
package struct DayOff: Sendable, Hashable {
    /// Id or exact name as written; nil for everyone, as on public holidays.
    package var rep: String?
    package var from: Day
    /// The last day off; `from` for a single one.
    package var until: Day
    /// What it is, such as `Christmas`; may be empty.
    package var name: String
    package var place: ProblemPlace

    package init(rep: String?, from: Day, until: Day, name: String, place: ProblemPlace) {
        self.rep = rep
        self.from = from
        self.until = until
        self.name = name
        self.place = place
    }

    package func contains(_ day: Day) -> Bool { from <= day && day <= until }
}
