import Config
import Quantities
import Records

/// Days until nine of ten deals close, won or lost, open ones censored; where so many never close, of those that did.
func daysUntilMature(_ histories: [DealHistory], asOf: Day) -> Int? {
    var ages = DealAges()
    for index in histories.indices { ages.add(histories[index], on: asOf) }
    return ages.curve.days(until: 0.9) ?? quantile(ofSorted: ages.closed.sorted(), 0.9)
}

/// Deals by the month in which they were created, oldest first. O(n log n).
func measureCohorts(
    _ book: SalesBook, histories: [DealHistory], matureDays: Int?, settings: ForecastSettings
) -> [DealCohort] {
    var months: [Day: Int] = [:]
    // Days are few and deals are many: the month of a day is worked out once.
    var places: [Day: Int] = [:]
    var tallies: [CohortTally] = []
    for index in histories.indices {
        let day = histories[index].createdDay
        let place: Int
        if let known = places[day] {
            place = known
        } else {
            place = months[day.firstOfMonth] ?? tallies.count
            if place == tallies.count { tallies.append(CohortTally()) }
            months[day.firstOfMonth] = place
            places[day] = place
        }
        let amount = countedAmount(book.opportunities[index].amount, in: book.currency, settings: settings) ?? 0
        tallies[place].count(histories[index].outcome, amount)
        tallies[place].ages.add(histories[index], on: book.asOf)
    }
    return months.sorted { $0.key < $1.key }.map { month, place in
        let youngest = book.asOf - min(month.lastOfMonth, book.asOf)
        return tallies[place].cohort(
            month, currency: book.currency, isImmature: matureDays.map { youngest < $0 } ?? true)
    }
}

private struct CohortTally {
    private var counts: [Opportunity.Outcome: Int] = [:]
    private var amount = 0
    private var wonAmount = 0
    var ages = DealAges()

    mutating func count(_ outcome: Opportunity.Outcome, _ worth: Int) {
        counts[outcome, default: 0] += 1
        amount += worth
        if outcome == .won { wonAmount += worth }
    }

    func cohort(_ month: Day, currency: Currency, isImmature: Bool) -> DealCohort {
        let (won, lost, open) = (counts[.won] ?? 0, counts[.lost] ?? 0, counts[.open] ?? 0)
        return DealCohort(
            month: month, count: won + lost + open, amount: Money(minorUnits: amount, currency: currency),
            wonCount: won,
            lostCount: lost, openCount: open, wonAmount: Money(minorUnits: wonAmount, currency: currency),
            medianDaysToClose: ages.curve.days(until: 0.5),
            isImmature: isImmature)
    }
}

/// Days from creation to closing, or to the as-of date while open.
private struct DealAges {
    private(set) var closed: [Int] = []
    private var open: [Int] = []

    var curve: KaplanMeier { KaplanMeier(ended: closed, censored: open) }

    mutating func add(_ history: DealHistory, on asOf: Day) {
        if history.outcome == .open {
            open.append(max(0, asOf - history.createdDay))
        } else if let closedDay = history.closedDay {
            closed.append(max(0, closedDay - history.createdDay))
        }
    }
}
