import Config
import Quantities
import Records

/// Days until nine of ten deals close, won or lost, open ones censored; where so many never close, of those that did.
func daysUntilMature(_ histories: [DealHistory], asOf: Day) -> Int? {
    let closed = histories.compactMap(\.daysToClose)
    return KaplanMeier(ended: closed, censored: histories.compactMap { $0.daysOpen(on: asOf) }).days(until: 0.9)
        ?? quantile(ofSorted: closed.sorted(), 0.9)
}

/// Deals by the month in which they were created, oldest first. O(n log n).
func measureCohorts(
    _ book: SalesBook, histories: [DealHistory], matureDays: Int?, settings: ForecastSettings
) -> [DealCohort] {
    var members: [Day: [Int]] = [:]
    for (index, history) in histories.enumerated() {
        members[history.createdDay.firstOfMonth, default: []].append(index)
    }
    func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
    return members.sorted { $0.key < $1.key }.map { month, indices in
        let own = indices.map { histories[$0] }
        func amount(_ index: Int) -> Int {
            countedAmount(book.opportunities[index].amount, in: book.currency, settings: settings) ?? 0
        }
        let won = indices.filter { histories[$0].outcome == .won }
        let youngest = book.asOf - min(month.lastOfMonth, book.asOf)
        return DealCohort(
            month: month, count: own.count, amount: money(indices.reduce(0) { $0 + amount($1) }), wonCount: won.count,
            lostCount: own.count { $0.outcome == .lost }, openCount: own.count { $0.outcome == .open },
            wonAmount: money(won.reduce(0) { $0 + amount($1) }),
            medianDaysToClose: KaplanMeier(
                ended: own.compactMap(\.daysToClose), censored: own.compactMap { $0.daysOpen(on: book.asOf) }
            ).days(until: 0.5),
            isImmature: matureDays.map { youngest < $0 } ?? true)
    }
}

extension DealHistory {
    fileprivate var daysToClose: Int? { outcome == .open ? nil : closedDay.map { max(0, $0 - createdDay) } }
    fileprivate func daysOpen(on asOf: Day) -> Int? { outcome == .open ? max(0, asOf - createdDay) : nil }
}
