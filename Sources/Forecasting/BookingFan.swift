package import Quantities

/// How a scope's booked revenue of a quarter grew so far and how far it will have grown by each week end to come.
///
/// Amounts are cumulative from `from`. The last point is the quarter's end and equals the range of its `BookingForecast`.
package struct BookingFan: Sendable, Hashable {
    /// The end of a day: Sundays, ends of months and the as-of date, ascending.
    package struct Point: Sendable, Hashable {
        package var day: Day
        /// What was booked by then; nil for days to come.
        package var booked: Money?
        /// What 10, 50 and 90 of 100 futures have booked by then at most; nil before the as-of date, and all three what is
        /// booked on it, where the fan opens.
        package var p10: Money?
        package var p50: Money?
        package var p90: Money?

        package init(day: Day, booked: Money? = nil, p10: Money? = nil, p50: Money? = nil, p90: Money? = nil) {
            self.day = day
            self.booked = booked
            self.p10 = p10
            self.p50 = p50
            self.p90 = p90
        }
    }

    package var scope: BookingForecast.Scope
    package var from: Day
    package var until: Day
    package var points: [Point]

    package init(scope: BookingForecast.Scope, from: Day, until: Day, points: [Point]) {
        self.scope = scope
        self.from = from
        self.until = until
        self.points = points
    }

    /// The fan of a part of the quarter, such as the as-of date's month, with amounts counted from its first day on.
    /// `first` follows one of the points' days or is `from`; `last` is the day of a point; the as-of date lies between.
    package func part(from first: Day, until last: Day) -> BookingFan {
        let before = points.last { $0.day < first }?.booked?.minorUnits ?? 0
        func less(_ money: Money?) -> Money? {
            money.map { Money(minorUnits: $0.minorUnits - before, currency: $0.currency) }
        }
        let inside = points.filter { $0.day >= first && $0.day <= last }.map {
            Point(day: $0.day, booked: less($0.booked), p10: less($0.p10), p50: less($0.p50), p90: less($0.p90))
        }
        return BookingFan(scope: scope, from: first, until: last, points: inside)
    }
}
