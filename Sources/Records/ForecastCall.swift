package import Quantities

/// A person's own number for what a rep will book in a month.
package struct ForecastCall: Identified, Hashable {
    package enum Caller: String, CaseIterable, Sendable { case rep, manager }

    package var id: RecordID<ForecastCall>
    package var repID: RecordID<Rep>
    package var caller: Caller
    /// First day of the month that is called.
    package var month: Day
    package var commit: Money
    package var bestCase: Money?
    package var note: String?
    package var at: Instant

    package init(
        id: RecordID<ForecastCall>, repID: RecordID<Rep>, caller: Caller, month: Day, commit: Money,
        bestCase: Money? = nil, note: String? = nil, at: Instant
    ) {
        self.id = id
        self.repID = repID
        self.caller = caller
        self.month = month.firstOfMonth
        self.commit = commit
        self.bestCase = bestCase
        self.note = note
        self.at = at
    }
}
