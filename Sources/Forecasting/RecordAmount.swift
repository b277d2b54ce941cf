import Config
import Quantities
import Records

/// Deals far larger than any that the company ever won.
///
/// Beyond three times the largest win the chance falls as one over the amount, so that such a deal is expected to bring no
/// more than the largest win would at the chance of its stage: the tail of a Pareto law with exponent 1 (Newman 2005,
/// "Power Laws, Pareto Distributions and Zipf's Law"). Most of these are a slip of the keyboard.
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
        return min(1, RecordAmount.usualGrowth * Double(largest) / Double(amount))
    }
}
