import Quantities
package import Records

/// What was said for the as-of date's month and later ones, beside the model's range where `forecasts` has that month.
///
/// The latest call for a rep and month counts, earlier ones stay as its history. Teams and the company have the sum of the
/// calls, and say how many reps are missing in it. In the order of scopes (company, teams, reps), then months, then the
/// reps' own before the managers'. O(calls × log calls + scopes).
package func measureCalls(_ book: SalesBook, forecasts: [BookingForecast]) -> [CallRecord] {
    let month = book.asOf.firstOfMonth
    struct Key: Hashable {
        var scope: BookingForecast.Scope
        var month: Day
    }
    var ranges: [Key: BookingRange] = [:]
    for forecast in forecasts where forecast.period == .month {
        ranges[Key(scope: forecast.scope, month: forecast.from)] = BookingRange(
            p10: forecast.p10, p50: forecast.p50, p90: forecast.p90)
    }
    let said = SaidCalls(book) { $0.month >= month }
    return ForecastScope.all(of: book).flatMap { scope in
        said.months.flatMap { month in
            ForecastCall.Caller.allCases.compactMap { caller -> CallRecord? in
                let calls = scope.reps.map { (rep: $0, calls: said.calls(of: $0.id, caller, month)) }
                let heard = calls.filter { !$0.calls.isEmpty }
                guard let latest = summed(heard.compactMap(\.calls.last), in: book.currency) else { return nil }
                var earlier: [CallRecord.Entry] = []
                if case .rep = scope.scope { earlier = heard[0].calls.dropLast().reversed().map { .init($0) } }
                return CallRecord(
                    scope: scope.scope, caller: caller, month: month, latest: latest, earlier: earlier,
                    called: heard.count,
                    asked: calls.count { !$0.calls.isEmpty || $0.rep.works(on: max(book.asOf, month)) },
                    model: ranges[Key(scope: scope.scope, month: month)])
            }
        }
    }
}

extension CallRecord.Entry {
    init(_ call: ForecastCall) {
        self.init(commit: call.commit, bestCase: call.bestCase, note: call.note, at: call.at)
    }
}

/// Nil for nothing. One call is itself; of several the numbers are added and the notes left where they are.
func summed(_ calls: [ForecastCall], in currency: Currency) -> CallRecord.Entry? {
    guard let at = calls.map(\.at).max() else { return nil }
    if calls.count == 1 { return CallRecord.Entry(calls[0]) }
    let best = calls.compactMap { $0.bestCase?.minorUnits }
    return CallRecord.Entry(
        commit: Money(minorUnits: calls.reduce(0) { $0 + $1.commit.minorUnits }, currency: currency),
        bestCase: best.count == calls.count
            ? Money(minorUnits: best.reduce(0, +), currency: currency) : nil,
        note: nil, at: at)
}

/// The calls in the book's currency by rep, caller and month, oldest first; others are in no sum.
struct SaidCalls {
    private struct Key: Hashable {
        var rep: RecordID<Rep>
        var caller: ForecastCall.Caller
        var month: Day
    }
    private var calls: [Key: [ForecastCall]] = [:]
    /// Ascending.
    let months: [Day]

    init(_ book: SalesBook, where isWanted: (ForecastCall) -> Bool) {
        let wanted = book.forecastCalls.filter { $0.commit.currency == book.currency && isWanted($0) }
        // The book has them by time.
        calls = Dictionary(
            grouping: wanted.map { call in
                var call = call
                if call.bestCase?.currency != book.currency { call.bestCase = nil }
                return call
            }, by: { Key(rep: $0.repID, caller: $0.caller, month: $0.month) })
        months = Set(wanted.map(\.month)).sorted()
    }

    func calls(of rep: RecordID<Rep>, _ caller: ForecastCall.Caller, _ month: Day) -> [ForecastCall] {
        calls[Key(rep: rep, caller: caller, month: month)] ?? []
    }
}
