package import Quantities

/// How good the forecast would have been: each past month forecast from what was known on its eve, against what was booked.
package struct ForecastScore: Sendable, Hashable {
    package struct Month: Sendable, Hashable {
        /// First day of the month.
        package var month: Day
        /// The forecast as of the last day of the month before.
        package var p10: Money
        package var p50: Money
        package var p90: Money
        /// What the usual rule would have said: amount × configured probability of the deals promised for the month.
        package var configured: Money
        /// Won in the month.
        package var booked: Money
        /// Open deals on its eve.
        package var dealCount: Int

        package init(
            month: Day, p10: Money, p50: Money, p90: Money, configured: Money, booked: Money,
            dealCount: Int
        ) {
            self.month = month
            self.p10 = p10
            self.p50 = p50
            self.p90 = p90
            self.configured = configured
            self.booked = booked
            self.dealCount = dealCount
        }

        package var isCovered: Bool {
            p10.minorUnits <= booked.minorUnits && booked.minorUnits <= p90.minorUnits
        }
    }

    /// Oldest first; at most six, fewer where the history is young.
    package var months: [Month]
    /// Mean squared error of the chance that an open deal is won in the month, 0 best; nil without deals.
    package var brier: Double?
    /// The same for the usual rule: the configured probability where the close day is promised for the month, else 0.
    package var configuredBrier: Double?

    package init(months: [Month], brier: Double?, configuredBrier: Double?) {
        self.months = months
        self.brier = brier
        self.configuredBrier = configuredBrier
    }

    /// Σ |booked − P50| ÷ Σ booked; nil when nothing was booked.
    package var wape: Double? { relative { abs($0.booked.amount - $0.p50.amount) } }
    /// Σ (P50 − booked) ÷ Σ booked: above 0 the forecast is too high.
    package var bias: Double? { relative { $0.p50.amount - $0.booked.amount } }
    /// WAPE of the usual rule.
    package var configuredWAPE: Double? { relative { abs($0.booked.amount - $0.configured.amount) } }
    /// Months whose bookings lay between P10 and P90; eight of ten should.
    package var coveredCount: Int { months.count(where: \.isCovered) }

    private func relative(_ error: (Month) -> Double) -> Double? {
        let booked = months.reduce(0) { $0 + $1.booked.amount }
        return booked > 0 ? months.reduce(0) { $0 + error($1) } / booked : nil
    }
}
