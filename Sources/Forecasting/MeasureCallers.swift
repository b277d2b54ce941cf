package import Quantities
package import Records

/// How good calls of whole past months were: for each, the last one made before the month began and, apart from it, the
/// last one made by the end of its 15th day, against what was booked.
///
/// Nothing that was said later counts, so a caller who corrects the number at the end gains nothing by it. A team or the
/// company is judged in months in which every rep who worked on their first day was called. `model` is the model's
/// median for a scope and month, made on the month's eve, where it was replayed. In the order of scopes, then callers,
/// then moments. O(calls × log calls + opportunities + scopes × months).
package func measureCallers(
    _ book: SalesBook, model: (BookingForecast.Scope, Day) -> Money?
) -> [CallerAccuracy] {
    let said = SaidCalls(book) { $0.month.lastOfMonth <= book.asOf }
    guard !said.months.isEmpty else { return [] }
    let booked = BookedMonths(book)
    var accuracies: [CallerAccuracy] = []
    for scope in ForecastScope.all(of: book) {
        for caller in ForecastCall.Caller.allCases {
            for moment in CallerAccuracy.Moment.allCases {
                let months = said.months.compactMap { month -> CallerAccuracy.Month? in
                    let end = book.zone.instant(moment == .beforeMonth ? month : month + 15)
                    let calls = scope.reps.map { rep in
                        (rep: rep, call: said.calls(of: rep.id, caller, month).last { $0.at < end })
                    }
                    guard calls.allSatisfy({ $0.call != nil || !$0.rep.works(on: month) }),
                        let call = summed(calls.compactMap(\.call), in: book.currency)
                    else { return nil }
                    return CallerAccuracy.Month(
                        month: month, call: call, booked: booked.amount(of: scope, in: month),
                        model: moment == .beforeMonth ? model(scope.scope, month) : nil)
                }
                if !months.isEmpty {
                    accuracies.append(
                        CallerAccuracy(scope: scope.scope, caller: caller, moment: moment, months: months))
                }
            }
        }
    }
    return accuracies
}

/// What was won by month and owner, in the book's currency.
struct BookedMonths {
    private struct Key: Hashable {
        /// Nil for the whole company, with what belongs to nobody.
        var rep: RecordID<Rep>?
        var month: Day
    }
    private var amounts: [Key: Int] = [:]
    private let currency: Currency

    init(_ book: SalesBook) {
        currency = book.currency
        var calendar = CalendarDays(zone: book.zone)
        for opportunity in book.opportunities where opportunity.outcome == .won {
            guard let closed = opportunity.closed, let amount = opportunity.amount, amount.currency == currency else {
                continue
            }
            let month = calendar.day(of: closed).firstOfMonth
            amounts[Key(month: month), default: 0] += amount.minorUnits
            if let owner = opportunity.ownerID {
                amounts[Key(rep: owner, month: month), default: 0] += amount.minorUnits
            }
        }
    }

    func amount(of scope: ForecastScope, in month: Day) -> Money {
        let units: Int
        if case .company = scope.scope {
            units = amounts[Key(month: month)] ?? 0
        } else {
            units = scope.reps.reduce(0) { $0 + (amounts[Key(rep: $1.id, month: month)] ?? 0) }
        }
        return Money(minorUnits: units, currency: currency)
    }
}
