package import Quantities
package import Records

/// Closed deals won and lost, by one property.
package struct WinLoss: Sendable, Hashable {
    package enum Dimension: String, Sendable, Hashable, CaseIterable {
        /// The customer's industry.
        case segment
        case leadSource
        case type
        /// Three bands of the company's own amounts.
        case size
        case rep
    }

    package enum Group: Sendable, Hashable {
        case named(String)
        case rep(RecordID<Rep>)
        /// From an amount on, below another; nil is without bound.
        case size(from: Money?, below: Money?)
        case unknown
    }

    package struct Row: Sendable, Hashable {
        package var group: Group
        package var won: Int
        package var lost: Int
        /// Won ÷ closed.
        package var rate: Double
        /// Jeffreys' 90 % interval of the rate.
        package var low: Double
        package var high: Double
        package var wonAmount: Money
        /// With the last amount that counted before the loss.
        package var lostAmount: Money
        /// At least `ReportSettings.minimumSample` closed deals.
        package var isEnough: Bool

        package var closed: Int { won + lost }
    }

    package var dimension: Dimension
    /// Sizes from small to large, others by closed deals, most first, then by name; the unknown last. Groups without a
    /// closed deal are not in it.
    package var rows: [Row]
}
