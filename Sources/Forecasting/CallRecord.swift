package import Quantities
package import Records

/// What people say a scope will book in a month, beside the model's own range.
///
/// Of a rep it is one person's call; of a team or the company the sum of the reps' latest calls.
package struct CallRecord: Sendable, Hashable {
    /// One saying of the number.
    package struct Entry: Sendable, Hashable {
        package var commit: Money
        /// Nil where it was not said, and in a sum where one of its parts was not.
        package var bestCase: Money?
        package var note: String?
        package var at: Instant

        package init(commit: Money, bestCase: Money?, note: String?, at: Instant) {
            self.commit = commit
            self.bestCase = bestCase
            self.note = note
            self.at = at
        }
    }

    /// Where a number lies against the model's P10 to P90, both ends counted as inside.
    package enum Position: String, Sendable, Hashable, CaseIterable { case below, inside, above }

    package var scope: BookingForecast.Scope
    package var caller: ForecastCall.Caller
    /// First day of the month that is called.
    package var month: Day
    /// The one that counts: the latest; of a sum, its time is that of its latest part and it has no note.
    package var latest: Entry
    /// Earlier sayings of the same number, newest first; none for a sum.
    package var earlier: [Entry]
    /// Reps whose call is in the sum, and reps of the scope who work on the as-of date: 1 of 1 for a rep.
    package var called: Int
    package var asked: Int
    /// What the model says for the same month; nil where it forecasts no such month.
    package var model: BookingRange?

    package init(
        scope: BookingForecast.Scope, caller: ForecastCall.Caller, month: Day, latest: Entry, earlier: [Entry],
        called: Int, asked: Int, model: BookingRange?
    ) {
        self.scope = scope
        self.caller = caller
        self.month = month
        self.latest = latest
        self.earlier = earlier
        self.called = called
        self.asked = asked
        self.model = model
    }

    /// True when nobody's number is missing in the sum.
    package var isComplete: Bool { called >= asked }

    /// Commit − P50: above 0 the caller expects more than the model. Nil for a sum with numbers missing.
    package var difference: Money? {
        guard isComplete, let model, model.p50.currency == latest.commit.currency else { return nil }
        return Money(minorUnits: latest.commit.minorUnits - model.p50.minorUnits, currency: model.p50.currency)
    }

    /// Where the commit lies; nil where `difference` is.
    package var position: Position? {
        guard difference != nil, let model else { return nil }
        if latest.commit.minorUnits < model.p10.minorUnits { return .below }
        return latest.commit.minorUnits > model.p90.minorUnits ? .above : .inside
    }
}
