package import Quantities

/// What one unit of other currencies is worth in the company's, by day.
package struct ExchangeRates: Sendable, Hashable {
    /// A rate as it was written: `digits` ÷ 10^`scale`, exact.
    package struct Rate: Sendable, Hashable {
        package var digits: Int
        package var scale: Int

        /// Reads a plain decimal above 0 with at most nine digits before and ten after the point; nil for anything else.
        package init?(decimal text: some StringProtocol) {
            let parts = Substring(text).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let whole = String(parts.first ?? "")
            let fraction = parts.count == 2 ? String(parts[1]) : ""
            guard !whole.isEmpty, whole.utf8.count <= 9, fraction.utf8.count <= 10,
                parts.count == 1 || !fraction.isEmpty,
                (whole + fraction).utf8.allSatisfy({ (48...57).contains($0) }),
                let digits = Int(whole + fraction), digits > 0
            else { return nil }
            self.digits = digits
            scale = fraction.utf8.count
        }
    }

    package let currency: Currency
    /// Days after its date that a rate counts for.
    package let validDays: Int
    /// By currency, oldest first, one a day.
    private var rates: [Currency: [Dated]] = [:]

    /// No rates yet, for a company that counts in `currency`.
    package init(to currency: Currency, validDays: Int = 31) {
        self.currency = currency
        self.validDays = validDays
    }

    private struct Dated: Hashable {
        var day: Day
        var rate: Rate
    }

    package var isEmpty: Bool { rates.isEmpty }

    /// Currencies with a rate, by code.
    package var currencies: [Currency] { rates.keys.sorted { $0.code < $1.code } }

    /// From `day` on one unit of `other` is worth `rate`; an earlier word for the same day is replaced. O(log n) where
    /// days come in order.
    package mutating func set(_ other: Currency, on day: Day, to rate: Rate) {
        let index = count(of: other, until: day)
        if index > 0, rates[other]?[index - 1].day == day {
            rates[other]?[index - 1].rate = rate
        } else {
            rates[other, default: []].insert(Dated(day: day, rate: rate), at: index)
        }
    }

    /// Rates of dates on or before `day`.
    private func count(of other: Currency, until day: Day) -> Int {
        let dated = rates[other] ?? []
        var (low, high) = (0, dated.count)
        while low < high {
            let middle = (low + high) / 2
            if dated[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The rate of the last date on or before `day`, where it is at most `validDays` old; else nil: nothing is guessed.
    /// O(log n).
    package func rate(of other: Currency, on day: Day) -> Rate? {
        let count = count(of: other, until: day)
        guard count > 0, let last = rates[other]?[count - 1], day - last.day <= validDays else { return nil }
        return last.rate
    }

    /// The amount in the company's currency at the rate of `day`, rounded to whole minor units, half to even. The same
    /// amount where it is in that currency already; nil without a rate, and for more than 64 bits hold.
    package func convert(_ money: Money, on day: Day) -> Money? {
        if money.currency == currency { return money }
        guard let rate = rate(of: money.currency, on: day) else { return nil }
        // At most 2^63 × 10^19 × 10^3, which 128 bits don't hold for amounts beyond a hundred billion units.
        let (product, overflow) = (Int128(money.minorUnits) * Int128(rate.digits))
            .multipliedReportingOverflow(by: Int128(currency.minorPerUnit))
        guard !overflow else { return nil }
        let divisor = (0..<rate.scale).reduce(Int128(money.currency.minorPerUnit)) { result, _ in result * 10 }
        var (quotient, rest) = product.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
        rest *= 2
        if rest > divisor.magnitude || (rest == divisor.magnitude && quotient % 2 == 1) { quotient += 1 }
        guard let units = Int(exactly: quotient) else { return nil }
        return Money(minorUnits: product < 0 ? -units : units, currency: currency)
    }
}
