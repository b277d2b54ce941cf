import Config
import Quantities
import Records

/// Deals far larger than any that the company ever won.
///
/// Beyond three times the largest win the chance falls with the square of the amount: the tail of a Pareto law with
/// exponent 2, the smallest whose spread is finite (Newman 2005, "Power Laws, Pareto Distributions and Zipf's Law"). Most
/// of these are a slip of the keyboard, and one in a hundred of them must not decide the upper end of the band.
struct RecordAmount {
    static let usualGrowth = 3.0
    /// Minor units; nil while too few deals were won.
    private let largest: Int?

    init(_ book: SalesBook, settings: ForecastSettings) {
        let won = book.opportunities.filter { $0.outcome == .won }
            .compactMap { countedAmount($0.amount, in: book.currency, settings: settings) }
        largest = won.count < minimumClosedDeals ? nil : won.max()
    }

    /// Factor on the chance to be won of every day, above 0, at most 1.
    func factor(of amount: Int) -> Double {
        guard let largest, amount > 0 else { return 1 }
        let share = min(1, RecordAmount.usualGrowth * Double(largest) / Double(amount))
        return share * share
    }
}
