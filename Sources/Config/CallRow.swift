package import Diagnostics
package import Quantities
package import Records

/// What a person says that a rep will book in a month: one row of the file of calls.
package struct CallRow: Sendable, Hashable {
    /// Id or exact name as written.
    package var rep: String
    package var caller: ForecastCall.Caller
    /// First day of the month that is called.
    package var month: Day
    package var commit: Money
    package var bestCase: Money?
    package var note: String?
    package var at: Instant
    /// File, line and column of the rep.
    package var place: ProblemPlace

    package init(
        rep: String, caller: ForecastCall.Caller, month: Day, commit: Money, bestCase: Money? = nil,
        note: String? = nil, at: Instant, place: ProblemPlace
    ) {
        self.rep = rep
        self.caller = caller
        self.month = month
        self.commit = commit
        self.bestCase = bestCase
        self.note = note
        self.at = at
        self.place = place
    }
}
