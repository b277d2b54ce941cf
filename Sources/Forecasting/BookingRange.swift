package import Quantities

/// The amounts that 10, 50 and 90 of 100 simulated futures stay at or below.
package struct BookingRange: Sendable, Hashable {
    package var p10: Money
    package var p50: Money
    package var p90: Money

    package init(p10: Money, p50: Money, p90: Money) {
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
    }
}
