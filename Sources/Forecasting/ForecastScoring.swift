import Quantities
import Records

/// Gathers forecasts of past months, one eve after the other.
struct ForecastScoring {
    /// Months forecast from each eve.
    static let monthsAhead = 3

    private let book: SalesBook
    private let bookings: Bookings
    private var months: [ForecastScore.Month] = []
    private var ours = DealVerdicts()
    private var configured = DealVerdicts()
    private var historical = DealVerdicts()
    private var byRep: [[ScoredForecast]]
    private var byHorizon: [[ScoredForecast]]

    init(_ book: SalesBook, bookings: Bookings) {
        self.book = book
        self.bookings = bookings
        byRep = Array(repeating: [], count: book.reps.count)
        byHorizon = Array(repeating: [], count: ForecastScoring.monthsAhead)
    }

    /// `futures` by slot, with a cut at each end of `model.horizons`.
    mutating func add(
        _ first: Day, past: SalesBook, model: BookingModel, futures: [SlotFutures], baselines: BaselineForecasts
    ) {
        var company = SlotFutures(futures[0].shape, hasBig: false)
        for slot in futures { company.add(slot) }
        for ahead in 0..<ForecastScoring.monthsAhead {
            let month = first.addingMonths(ahead)
            guard month.lastOfMonth <= book.asOf else { break }
            var draws = company.total(after: ahead > 0 ? ahead - 1 : nil, through: ahead)
            byHorizon[ahead].append(forecast(month, &draws, booked: bookings.amount(ofMonth: month)))
        }
        let booked = bookings.amounts(from: first, until: first.lastOfMonth)
        for slot in book.reps.indices {
            var draws = futures[slot].total(through: 0)
            let track = forecast(first, &draws, booked: booked[slot])
            if track.p90.minorUnits > 0 || booked[slot] > 0 { byRep[slot].append(track) }
        }

        var rule = (configured: 0.0, historical: 0.0)
        for deal in model.deals {
            let isWon = bookings.wonDays[deal.id].map { $0 >= first && $0 <= first.lastOfMonth } ?? false
            let (usual, share) = (baselines.configured(deal), baselines.historical(deal))
            ours.add(deal.wonBy[model.horizons.month], won: isWon)
            configured.add(usual, won: isWon)
            historical.add(share, won: isWon)
            rule.configured += usual * Double(deal.amount)
            rule.historical += share * Double(deal.amount)
        }
        guard let range = byHorizon[0].last else { return }
        months.append(
            ForecastScore.Month(
                month: first, p10: range.p10, p50: range.p50, p90: range.p90,
                configured: money(Int(rule.configured.rounded())),
                historical: money(Int(rule.historical.rounded())), trailingMean: baselines.trailingMean().map(money),
                lastYear: baselines.lastYear().map(money), repCall: baselines.repCall().map(money),
                booked: range.booked, dealCount: model.deals.count))
    }

    func score() -> ForecastScore {
        ForecastScore(
            months: months,
            dealScores: [ours.score(.ours), configured.score(.configured), historical.score(.historical)]
                .compactMap(\.self),
            reliability: ours.reliability(),
            reps: zip(book.reps, byRep).filter { !$1.isEmpty }.map {
                ForecastScore.RepScore(repID: $0.id, track: ForecastTrack(forecasts: $1))
            },
            horizons: byHorizon.enumerated().filter { !$1.isEmpty }.map {
                ForecastScore.HorizonScore(monthsAhead: $0, track: ForecastTrack(forecasts: $1))
            })
    }

    private func forecast(_ month: Day, _ draws: inout [Int], booked: Int) -> ScoredForecast {
        let range = tenFiftyNinety(&draws)
        return ScoredForecast(
            month: month, p10: money(range.p10), p50: money(range.p50), p90: money(range.p90), booked: money(booked))
    }

    private func money(_ units: Int) -> Money { Money(minorUnits: units, currency: book.currency) }
}
