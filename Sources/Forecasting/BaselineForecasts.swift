import Config
import Quantities
import Records

/// What could have been said on a month's eve without a model, each from `past`, the book as it was known then.
struct BaselineForecasts {
    private let past: SalesBook
    private let first: Day
    private let bookings: Bookings
    private let probability: [String: Double]
    /// By open stage: the share of the deals open at earlier month starts that was won within the month.
    private let rates: [Double]
    private let stages: OpenStages

    init(_ past: SalesBook, model: BookingModel, first: Day, stages settings: [StageSetting]) {
        self.past = past
        self.first = first
        bookings = Bookings(past)
        probability = Dictionary(
            settings.map { ($0.name, $0.probability) }, uniquingKeysWith: { first, _ in first })
        stages = model.stages
        rates = BaselineForecasts.rates(model, bookings: bookings, first: first)
    }

    /// Where no month can speak yet, the configured probability.
    private static func rates(_ model: BookingModel, bookings: Bookings, first: Day) -> [Double] {
        var open = [Int](repeating: 0, count: model.stages.count)
        var won = open
        for month in bookings.wholeMonths(before: first, most: 12) {
            for history in model.histories {
                guard history.createdDay < month, let stay = history.stay(on: month - 1) else { continue }
                open[stay.stage] += 1
                guard history.outcome == .won, let closed = history.closedDay, closed <= month.lastOfMonth else {
                    continue
                }
                won[stay.stage] += 1
            }
        }
        return model.stages.settings.enumerated().map { index, stage in
            open[index] > 0 ? Double(won[index]) / Double(open[index]) : stage.probability
        }
    }

    /// Chance that a deal is won in the month: its stage's probability where its close day is promised for the month.
    func configured(_ deal: OpenDeal) -> Double {
        let opportunity = past.opportunities[deal.index]
        let isPromised = opportunity.closeDay.map { $0.firstOfMonth == first } ?? false
        return isPromised ? probability[opportunity.stage] ?? 0 : 0
    }

    func historical(_ deal: OpenDeal) -> Double { rates[deal.stage] }

    /// Mean of the last three whole months; nil without one.
    func trailingMean() -> Int? {
        let months = bookings.wholeMonths(before: first, most: 3)
        guard !months.isEmpty else { return nil }
        let sum = months.reduce(0) { $0 + bookings.amount(ofMonth: $1) }
        return Int((Double(sum) / Double(months.count)).rounded())
    }

    func lastYear() -> Int? {
        let month = first.addingMonths(-12)
        return bookings.wholeMonths(before: first, most: 12).contains(month) ? bookings.amount(ofMonth: month) : nil
    }

    /// Sum of each rep's last commit for the month; nil unless all who work on its first day have called, since the sum of
    /// a few is no forecast of the whole. Calls come in the order of their time.
    func repCall() -> Int? {
        var latest: [RecordID<Rep>: Int] = [:]
        for call in past.forecastCalls
        where call.caller == .rep && call.month == first && call.commit.currency == past.currency {
            latest[call.repID] = call.commit.minorUnits
        }
        let haveCalled = past.reps.allSatisfy { !$0.works(on: first) || latest[$0.id] != nil }
        return latest.isEmpty || !haveCalled ? nil : latest.values.reduce(0, +)
    }
}
